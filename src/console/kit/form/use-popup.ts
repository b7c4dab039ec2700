import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react';
import { place } from '../place.ts';

/**
 * Shows a list of choices under its field, in the browser's top layer, while the field keeps the focus. Closes when
 * the field moves: what scrolled away takes its list with it.
 */
export function usePopup(
  open: boolean,
  field: RefObject<HTMLElement | null>,
  list: RefObject<HTMLElement | null>,
  close: () => void,
): void {
  const shown = useRef(false);
  const placedAt = useRef({ left: 0, top: 0 });
  // After every render: as one types the list grows and shrinks, and may want the other side.
  useLayoutEffect(() => {
    if (!field.current || !list.current) return;
    if (!open) {
      if (shown.current) list.current.hidePopover?.();
      shown.current = false;
      return;
    }
    const anchor = field.current.getBoundingClientRect();
    placedAt.current = anchor;
    list.current.style.width = `${anchor.width}px`;
    if (!shown.current) list.current.showPopover?.();
    shown.current = true;
    const { left, top } = place(
      anchor,
      { width: anchor.width, height: list.current.offsetHeight },
      { width: document.documentElement.clientWidth, height: window.innerHeight },
      'start',
    );
    list.current.style.left = `${left}px`;
    list.current.style.top = `${top}px`;
  });
  useEffect(() => {
    if (!open) return undefined;
    const scroll = (event: Event) => {
      if (!(event.target instanceof Node && event.target.contains(field.current))) return;
      // The browser tells of it a frame late: the field may have been scrolled to before it was opened.
      const now = field.current?.getBoundingClientRect();
      if (now?.top !== placedAt.current.top || now.left !== placedAt.current.left) close();
    };
    document.addEventListener('scroll', scroll, true);
    window.addEventListener('resize', close);
    return () => {
      document.removeEventListener('scroll', scroll, true);
      window.removeEventListener('resize', close);
    };
  }, [open, field, close]);
}
