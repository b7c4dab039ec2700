/**
 * The way out for who has only a keyboard: a screen that takes every key, Tab too, would be a trap. Ctrl and Alt
 * pressed together and let go without another key in between leave it, as in other viewers of machines.
 */
export function keyboardRelease(screen: HTMLElement, release: () => void): void {
  let armed = false;
  const isModifier = (event: KeyboardEvent) => event.key === 'Control' || event.key === 'Alt';
  // While the event comes down: noVNC stops it at the screen.
  screen.addEventListener(
    'keydown',
    (event) => {
      armed = isModifier(event) && event.ctrlKey && event.altKey;
    },
    { capture: true },
  );
  screen.addEventListener(
    'keyup',
    (event) => {
      if (armed && isModifier(event)) release();
      armed = false;
    },
    { capture: true },
  );
}
