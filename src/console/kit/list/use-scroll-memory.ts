import { type RefObject, useLayoutEffect } from 'react';
import { useLocation } from 'react-router';

/** Where each entry of the browser's history was scrolled to, as long as the page lives. */
const places = new Map<string, number>();

/** Going back to a list goes back to the place in it, as it does on a page without a frame. */
export function useScrollMemory(scroller: RefObject<HTMLElement | null>): void {
  const { key } = useLocation();
  useLayoutEffect(() => {
    const element = scroller.current;
    if (!element) return undefined;
    element.scrollTop = places.get(key) ?? 0;
    const keep = () => places.set(key, element.scrollTop);
    element.addEventListener('scroll', keep, { passive: true });
    return () => element.removeEventListener('scroll', keep);
  }, [scroller, key]);
}
