import { type RefObject, useCallback, useLayoutEffect, useState } from 'react';

/** Every row of every list is this high, in px; that is what makes thousands of them simple. */
export const rowHeight = 32;

/** Rows rendered beyond the edges, so that scrolling shows no gap. */
const spare = 12;
/** Up to so many rows all are rendered: find-in-page and screen readers get the whole. */
const few = 200;

/**
 * Which rows to render of `count`, given where `scroller` stands.
 * @returns the first and one past the last, and a way to bring a row into view.
 */
export function useVisibleRows(scroller: RefObject<HTMLElement | null>, count: number) {
  const [range, setRange] = useState({ start: 0, end: 60 });
  const many = count > few;
  useLayoutEffect(() => {
    const element = scroller.current;
    if (!element || !many) return undefined;
    const look = () => {
      const at = Math.floor(element.scrollTop / rowHeight);
      const seen = Math.ceil(element.clientHeight / rowHeight);
      // In steps, so that not every pixel renders anew.
      const start = Math.max(0, Math.floor((at - spare) / 6) * 6);
      const end = at + seen + spare + 6;
      setRange((now) => (now.start === start && now.end >= end - 6 ? now : { start, end }));
    };
    look();
    element.addEventListener('scroll', look, { passive: true });
    const sizes = new ResizeObserver(look);
    sizes.observe(element);
    return () => {
      element.removeEventListener('scroll', look);
      sizes.disconnect();
    };
  }, [scroller, many]);
  const reveal = useCallback(
    (row: number, headHeight: number) => {
      const element = scroller.current;
      if (!element) return;
      const top = row * rowHeight;
      const bottom = top + rowHeight - (element.clientHeight - headHeight);
      if (element.scrollTop > top) element.scrollTop = top;
      else if (element.scrollTop < bottom) element.scrollTop = bottom;
      if (many) setRange({ start: Math.max(0, row - 40), end: row + 60 });
    },
    [scroller, many],
  );
  return many
    ? { start: Math.min(range.start, count), end: Math.min(range.end, count), reveal }
    : { start: 0, end: count, reveal };
}
