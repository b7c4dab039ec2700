import type { ReactNode } from 'react';
import classes from './EmptyState.module.css';

interface EmptyStateProps {
  picture?: ReactNode;
  title: string;
  /** One sentence: what to do, or where things are instead. */
  children?: ReactNode;
  /** One primary and one default button. */
  actions?: ReactNode;
}

/** In place of content: nothing there, nothing found, no such page. */
export function EmptyState({ picture, title, children, actions }: EmptyStateProps) {
  return (
    <div className={classes.root}>
      {picture}
      <h2 className={classes.title}>{title}</h2>
      {children && <div className={classes.text}>{children}</div>}
      {actions && <div className={classes.actions}>{actions}</div>}
    </div>
  );
}
