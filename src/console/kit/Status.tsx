import type { ReactNode } from 'react';
import classes from './Status.module.css';

/** How a state looks. Each has its own silhouette: a print in grey must still be readable. */
export type Look = 'ok' | 'off' | 'changing' | 'queued' | 'bad' | 'warn' | 'unknown';

/** The sign of a state, 12 px. Turns only where it is told to: on the very thing that changes. */
export function StatusGlyph({ look, turning = false }: { look: Look; turning?: boolean }) {
  return (
    <svg
      width="12"
      height="12"
      viewBox="0 0 12 12"
      aria-hidden="true"
      className={classes.glyph}
      data-look={look}
      data-turning={turning || undefined}
    >
      {shapes[look]}
    </svg>
  );
}

const dotted = (
  <circle cx="6" cy="6" r="4.25" fill="none" strokeWidth="1.5" strokeDasharray="1.5 1.84" />
);

const shapes: Record<Look, ReactNode> = {
  ok: <circle cx="6" cy="6" r="4" className={classes.fill} />,
  off: <rect x="2.25" y="2.25" width="7.5" height="7.5" rx="1.5" fill="none" strokeWidth="1.5" />,
  changing: (
    <>
      <circle cx="6" cy="6" r="4.5" fill="none" strokeWidth="1.6" opacity="0.28" />
      <path d="M6 10.5A4.5 4.5 0 0 1 1.5 6" fill="none" strokeWidth="1.6" strokeLinecap="round" />
    </>
  ),
  queued: dotted,
  unknown: dotted,
  bad: (
    <>
      <path d="M6 .3 11.7 6 6 11.7.3 6Z" className={classes.fill} strokeLinejoin="round" />
      <path d="M6 3.3v3.1M6 8.4v.2" className={classes.mark} />
    </>
  ),
  warn: (
    <>
      <path d="M6 .9 11.8 11H.2Z" className={classes.fill} strokeLinejoin="round" />
      <path d="M6 4.4v3M6 9.1v.2" className={classes.mark} />
    </>
  ),
};

interface StatusProps {
  look: Look;
  children: ReactNode;
  /** Small and grey behind the word: the elapsed time. */
  extra?: ReactNode;
}

/** A state in a table: sign and word, never a badge. Only what needs a person is coloured. */
export function Status({ look, children, extra }: StatusProps) {
  return (
    <span className={classes.status} data-look={look}>
      <StatusGlyph look={look} turning={look === 'changing'} />
      <span className={classes.word}>{children}</span>
      {extra}
    </span>
  );
}
