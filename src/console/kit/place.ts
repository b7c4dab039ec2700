interface Box {
  left: number;
  top: number;
  width: number;
  height: number;
}

/** Kept free between a floating thing and its anchor, and between it and the window's edge. */
const gap = 4;
const margin = 8;

/**
 * Where a floating thing of `size` goes beside `anchor`: below it if there is room, else above; never outside the
 * window as long as it fits. All in CSS px of the window.
 */
export function place(
  anchor: Box,
  size: Pick<Box, 'width' | 'height'>,
  window: Pick<Box, 'width' | 'height'>,
  align: 'start' | 'end',
): Pick<Box, 'left' | 'top'> {
  const wantedLeft = align === 'start' ? anchor.left : anchor.left + anchor.width - size.width;
  const left = Math.max(margin, Math.min(wantedLeft, window.width - size.width - margin));
  const below = anchor.top + anchor.height + gap;
  const above = anchor.top - gap - size.height;
  const lowest = window.height - size.height - margin;
  if (below <= lowest) return { left, top: below };
  return { left, top: above >= margin ? above : Math.max(margin, lowest) };
}
