/**
 * Puts text on the clipboard.
 * @throws when the browser refuses both ways.
 */
export async function copyText(text: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    // Without https the modern way does not exist; the old one asks for a selected field.
    const field = document.createElement('textarea');
    field.value = text;
    field.setAttribute('aria-hidden', 'true');
    field.style.position = 'fixed';
    field.style.opacity = '0';
    const focused = document.activeElement;
    // Inside a modal dialog everything outside is inert, so the field goes where the focus is.
    (focused?.parentElement ?? document.body).append(field);
    field.select();
    const copied = document.execCommand('copy');
    field.remove();
    if (focused instanceof HTMLElement) focused.focus();
    if (!copied) throw new Error('The browser does not let this page copy');
  }
}
