/**
 * Ref of a button that takes away what it stands in. Should it go while it has the focus, the next such button of the
 * same list gets it, else the one before, else what is marked `data-adds` near it.
 */
export function passFocus(button: HTMLElement | null) {
  if (!button) return;
  button.dataset['removes'] = '';
  return () => {
    if (document.activeElement !== button) return;
    for (let box = button.parentElement; box; box = box.parentElement) {
      const all = [...box.querySelectorAll<HTMLElement>('[data-removes]')];
      const at = all.indexOf(button);
      const heir =
        all[at + 1] ??
        all[at - 1] ??
        box.querySelector<HTMLElement>('button[data-adds], [data-adds] input');
      if (heir) return heir.focus();
      if (box.matches('main, [role=dialog]')) return;
    }
  };
}
