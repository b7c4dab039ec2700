import type { ReactNode } from 'react';
import classes from './Note.module.css';
import { StatusGlyph } from './Status.tsx';

interface NoteProps {
  tone: 'warn' | 'bad';
  children: ReactNode;
  /** Read out at once: for what has just happened, not for what was there from the start. */
  alert?: boolean;
}

/** Something to read before going on. */
export function Note({ tone, children, alert = false }: NoteProps) {
  return (
    <div className={classes.note} data-tone={tone} role={alert ? 'alert' : undefined}>
      <span className={classes.sign}>
        <StatusGlyph look={tone} />
      </span>
      <div className={classes.text}>{children}</div>
    </div>
  );
}
