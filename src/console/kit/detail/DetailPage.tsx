import type { ReactNode } from 'react';
import classes from './detail.module.css';

interface DetailPageProps {
  /** Right of the content, below it on a narrow window. */
  aside?: ReactNode;
  children: ReactNode;
}

/** A part of the page of one thing. */
export function DetailPage({ aside, children }: DetailPageProps) {
  const page = <div className={classes.page}>{children}</div>;
  if (!aside) return page;
  return (
    <div className={classes.split}>
      {page}
      {aside}
    </div>
  );
}

/** Groups of facts, two beside each other. */
export function Groups({ children }: { children: ReactNode }) {
  return <div className={classes.groups}>{children}</div>;
}
