import { type MouseEvent, useCallback, useState } from 'react';
import { preloadFloats } from './floats.tsx';

/** State of something that floats: what it hangs on, and what its button needs. */
export function useFloating(popup: 'menu' | 'dialog' = 'menu') {
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const close = useCallback(() => setAnchor(null), []);
  return {
    anchor,
    close,
    trigger: {
      onPointerEnter: preloadFloats,
      onFocus: preloadFloats,
      'aria-haspopup': popup,
      'aria-expanded': anchor !== null,
      onClick: (event: MouseEvent<HTMLElement>) => {
        const { currentTarget } = event;
        setAnchor((open) => (open ? null : currentTarget));
      },
    },
  } as const;
}
