/** The least part of the room that a crisp picture should fill; below it a larger, softer one is better. */
const leastFilled = 0.8;

/**
 * The scale for a picture of `width` by `height` in `room` (CSS pixels): as large as fits, but a whole number of
 * device pixels per dot where that costs little, since letters of one-dot lines blur at anything else.
 */
export function scaleFor(
  width: number,
  height: number,
  room: { width: number; height: number },
  devicePixelRatio: number,
): { scale: number; crisp: boolean } {
  const largest = Math.min(room.width / width, room.height / height);
  const whole = Math.floor(largest * devicePixelRatio) / devicePixelRatio;
  const crisp = whole / largest >= leastFilled;
  return { scale: crisp ? whole : largest, crisp };
}

const margin = 8;

/** Keeps the element around noVNC's canvas at the size it should be; noVNC scales the canvas to its element. */
export function keepFitted(room: HTMLElement, screen: HTMLElement): () => void {
  const fit = () => {
    const canvas = screen.querySelector('canvas');
    if (!canvas || canvas.width === 0) return;
    const inner = { width: room.clientWidth - 2 * margin, height: room.clientHeight - 2 * margin };
    const { scale, crisp } = scaleFor(canvas.width, canvas.height, inner, window.devicePixelRatio);
    screen.toggleAttribute('data-crisp', crisp);
    // Rounded up: noVNC takes the smaller of the two ratios, and must not lose a pixel to rounding.
    screen.style.width = `${Math.ceil(canvas.width * scale)}px`;
    screen.style.height = `${Math.ceil(canvas.height * scale)}px`;
  };
  new ResizeObserver(fit).observe(room);
  return fit;
}
