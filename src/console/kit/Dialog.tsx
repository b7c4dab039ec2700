import { ActionIcon } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import {
  type FormEvent,
  type PointerEvent,
  type ReactNode,
  useEffect,
  useId,
  useLayoutEffect,
  useRef,
} from 'react';
import { useWords } from '../words/language.tsx';
import classes from './Dialog.module.css';

interface DialogProps {
  title: ReactNode;
  /** Beside the title: an id, a count. */
  aside?: ReactNode;
  /** Before the title: the sign of what kind of thing this is. */
  sign?: ReactNode;
  /** 560, or 720 for lists. */
  width?: 560 | 720;
  /** Under the head, above what scrolls. */
  bar?: ReactNode;
  children: ReactNode;
  /** Left in the foot: one sentence. */
  note?: ReactNode;
  /** Right in the foot: cancel first, the one that does it last. */
  buttons: ReactNode;
  /** Not needed where it is locked. */
  onClose?: () => void;
  /** Hides the page behind it. */
  solid?: boolean;
  /** Enter in a field, or a press on the submit button. */
  onSubmit?: () => void;
  /** What it shows would be lost: neither Escape nor a press beside it closes, only its own buttons do. */
  locked?: boolean;
}

/**
 * A modal dialog: the browser's own, which keeps the focus inside, makes the rest inert and gives the focus back.
 * Whatever is marked `data-autofocus` gets it first, else the first field, rather than the cross. Escape closes, and so
 * does a press beside it, until something has been typed that a slip of the hand would lose.
 */
export function Dialog({ width = 560, onClose, onSubmit, locked, solid, ...props }: DialogProps) {
  const { actions } = useWords();
  const root = useRef<HTMLDialogElement>(null);
  const pressedOutside = useRef(false);
  const typed = useRef(false);
  const titleId = useId();

  useLayoutEffect(() => {
    const dialog = root.current;
    if (!dialog) return undefined;
    dialog.showModal();
    const first =
      dialog.querySelector<HTMLElement>('[data-autofocus]') ??
      (document.activeElement?.closest('header') &&
        dialog.querySelector<HTMLElement>(':is(input, textarea, select):enabled'));
    first?.focus();
    // Closing before it is taken away is what makes the browser give the focus back.
    return () => dialog.close();
  }, []);

  useEffect(() => {
    const dialog = root.current;
    const cancel = (event: Event) => {
      // It goes when whoever showed it takes it away, so that work can be finished first.
      event.preventDefault();
      if (!locked) onClose?.();
    };
    dialog?.addEventListener('cancel', cancel);
    return () => dialog?.removeEventListener('cancel', cancel);
  }, [onClose, locked]);

  const isOutside = (event: PointerEvent) => event.target === event.currentTarget;
  return (
    // A press beside it closes; Escape does the same for the keyboard.
    <dialog
      ref={root}
      className={`raised ${classes.root}`}
      style={{ width }}
      data-wide={width === 720 || undefined}
      data-solid={solid || undefined}
      aria-labelledby={titleId}
      // Pressed twice, Escape would close it whatever `cancel` says.
      closedby={locked ? 'none' : undefined}
      onPointerDown={(event) => {
        pressedOutside.current = isOutside(event);
      }}
      onPointerUp={(event) => {
        const meant = pressedOutside.current && isOutside(event) && !typed.current;
        if (meant && !locked) onClose?.();
      }}
      onKeyDown={(event) => event.stopPropagation()}
    >
      <form
        className={classes.form}
        noValidate
        onInput={() => {
          typed.current = true;
        }}
        onSubmit={(event: FormEvent) => {
          event.preventDefault();
          onSubmit?.();
        }}
      >
        <header className={classes.head}>
          {props.sign}
          <h2 id={titleId} className={classes.title}>
            {props.title}
          </h2>
          {props.aside && <span className={classes.aside}>{props.aside}</span>}
          {!locked && (
            <ActionIcon className={classes.close} aria-label={actions.close} onClick={onClose}>
              <IconX size={16} stroke={1.6} />
            </ActionIcon>
          )}
        </header>
        {props.bar}
        {/* What is long has to be scrolled by keyboard, too, when nothing in it takes the focus. */}
        {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
        <div className={classes.body} tabIndex={width === 720 ? 0 : undefined}>
          {props.children}
        </div>
        <footer className={classes.foot}>
          <div className={classes.note}>{props.note}</div>
          <div className={classes.buttons}>{props.buttons}</div>
        </footer>
      </form>
    </dialog>
  );
}
