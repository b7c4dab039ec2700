// Runs before the first paint, so that a dark page does not flash white. The console itself takes over later.
(() => {
  let stored = null;
  try {
    stored = localStorage.getItem('vm-console.scheme');
  } catch {
    // Storage is switched off: follow the system.
  }
  const dark =
    stored === 'dark' || (stored !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches);
  document.documentElement.setAttribute('data-mantine-color-scheme', dark ? 'dark' : 'light');
})();
