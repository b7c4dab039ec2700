/**
 * Resolves when what has just been given to React is on screen; at once where nothing is drawn, as in a tab in the
 * background.
 */
export function painted(): Promise<void> {
  if (typeof document === 'undefined' || document.visibilityState === 'hidden') {
    return Promise.resolve();
  }
  // The first frame is the one that draws it; the second one begins after that.
  return new Promise((resolve) => {
    requestAnimationFrame(() => requestAnimationFrame(() => resolve()));
  });
}
