import type { ReactNode } from 'react';
import { Elapsed } from './Elapsed.tsx';
import classes from './Pill.module.css';
import { type Look, StatusGlyph } from './Status.tsx';

interface PillProps {
  look: Look;
  /** From when it has been changing, in milliseconds. */
  since?: number | undefined;
  children: ReactNode;
}

/** A state in a tint. Once on a page, in its header; tables have sign and word alone. */
export function Pill({ look, since, children }: PillProps) {
  return (
    <span className={classes.pill} data-look={look}>
      <StatusGlyph look={look} turning={look === 'changing'} />
      {children}
      {since !== undefined && <Elapsed since={since} />}
    </span>
  );
}
