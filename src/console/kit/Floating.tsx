import {
  type KeyboardEvent,
  type PointerEventHandler,
  type ReactNode,
  useEffect,
  useLayoutEffect,
  useRef,
} from 'react';
import classes from './Floating.module.css';
import { place } from './place.ts';

interface FloatingProps {
  /** What it belongs to; focus goes back there. */
  anchor: HTMLElement;
  align?: 'start' | 'end';
  role: 'menu' | 'dialog';
  label: string;
  /** In px; else as wide as its content. */
  width?: number;
  onClose: () => void;
  onKeyDown?: (event: KeyboardEvent<HTMLDivElement>) => void;
  onPointerMove?: PointerEventHandler;
  children: ReactNode;
}

/**
 * Floats beside its anchor, in the browser's top layer. Closes on Escape, on a press elsewhere, and when what it
 * belongs to moves. The first thing inside that can take focus gets it (or the one marked `data-autofocus`).
 */
export function Floating({ anchor, align = 'start', role, label, width, ...props }: FloatingProps) {
  const root = useRef<HTMLDivElement>(null);
  const { onClose, onKeyDown, onPointerMove, children } = props;

  useLayoutEffect(() => {
    const element = root.current;
    if (!element) return undefined;
    element.showPopover?.();
    const put = () => {
      const { left, top } = place(
        anchor.getBoundingClientRect(),
        { width: element.offsetWidth, height: element.offsetHeight },
        { width: document.documentElement.clientWidth, height: window.innerHeight },
        align,
      );
      element.style.left = `${left}px`;
      element.style.top = `${top}px`;
    };
    put();
    firstFocusable(element)?.focus({ preventScroll: true });
    // The rest of a menu may come later than its first item, and would reach beyond the window.
    const size = new ResizeObserver(put);
    size.observe(element);
    return () => {
      size.disconnect();
      // Only if nobody else has taken the focus meanwhile: a dialog that an item opened, say.
      if (!document.activeElement || document.activeElement === document.body) {
        anchor.focus({ preventScroll: true });
      }
    };
  }, [anchor, align]);

  useEffect(() => {
    const press = (event: PointerEvent) => {
      const at = event.target instanceof Node ? event.target : null;
      if (!root.current?.contains(at) && !anchor.contains(at)) onClose();
    };
    const scroll = (event: Event) => {
      if (event.target instanceof Node && event.target.contains(anchor)) onClose();
    };
    document.addEventListener('pointerdown', press, true);
    document.addEventListener('scroll', scroll, true);
    window.addEventListener('resize', onClose);
    return () => {
      document.removeEventListener('pointerdown', press, true);
      document.removeEventListener('scroll', scroll, true);
      window.removeEventListener('resize', onClose);
    };
  }, [anchor, onClose]);

  return (
    // It has a role, which lint cannot see.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div
      ref={root}
      popover="manual"
      role={role}
      aria-label={label}
      tabIndex={-1}
      className={`raised ${classes.root}`}
      style={{ width }}
      onPointerMove={onPointerMove}
      onKeyDown={(event) => {
        // What happens in here is no business of the page below.
        event.stopPropagation();
        if (event.key === 'Escape') {
          event.preventDefault();
          anchor.focus({ preventScroll: true });
          onClose();
        } else onKeyDown?.(event);
      }}
    >
      {children}
    </div>
  );
}

function firstFocusable(element: HTMLElement): HTMLElement {
  return (
    element.querySelector<HTMLElement>('[data-autofocus]') ??
    element.querySelector<HTMLElement>('input, button, a[href], [tabindex="0"]') ??
    element
  );
}
