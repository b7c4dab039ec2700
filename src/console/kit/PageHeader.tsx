import type { ReactNode } from 'react';
import classes from './PageHeader.module.css';

interface PageHeaderProps {
  title: string;
  /** Beside the title, quiet: a quota, a count. */
  note?: ReactNode;
  /** Buttons, the primary one last. */
  children?: ReactNode;
}

/** The top of a page: what it is, and what can be done with all of it. */
export function PageHeader({ title, note, children }: PageHeaderProps) {
  return (
    <header className={classes.root}>
      <h1 className={classes.title}>{title}</h1>
      {note && <span className={classes.note}>{note}</span>}
      <div className={classes.actions}>{children}</div>
    </header>
  );
}
