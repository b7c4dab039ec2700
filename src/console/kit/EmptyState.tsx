import type { ReactNode } from 'react';
import classes from './EmptyState.module.css';

interface EmptyStateProps {
  picture?: ReactNode;
  title: string;
  /** One sentence: what to do, or where things are instead. */
  children?: ReactNode;
  /** One primary and one default button. */
  actions?: ReactNode;
  /** It stands for the whole page, which has no other title. */
  page?: boolean;
}

/** In place of content: nothing there, nothing found, no such page. */
export function EmptyState({ picture, title, children, actions, page }: EmptyStateProps) {
  const Title = page ? 'h1' : 'h2';
  return (
    <div className={classes.root}>
      {picture}
      <Title className={classes.title}>{title}</Title>
      {children && <div className={classes.text}>{children}</div>}
      {actions && <div className={classes.actions}>{actions}</div>}
    </div>
  );
}
