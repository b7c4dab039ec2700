import type { ReactNode } from 'react';
import classes from './PropertyList.module.css';

interface PropertyListProps {
  title: string;
  children: ReactNode;
}

/** A group of facts: label left, value right, one line each where it fits. */
export function PropertyList({ title, children }: PropertyListProps) {
  return (
    <section className={classes.group}>
      <h2 className={classes.title}>{title}</h2>
      <dl className={classes.list}>{children}</dl>
    </section>
  );
}

interface PropertyProps {
  label: string;
  /** For links that lead to this very line. */
  id?: string;
  /** Leaves the whole line out when there is no value, for what few things have. */
  rare?: boolean;
  children: ReactNode;
}

/** One fact; what is not known is a dash. */
export function Property({ label, id, rare = false, children }: PropertyProps) {
  const empty =
    children === undefined || children === null || children === '' || children === false;
  if (rare && empty) return null;
  return (
    <div className={classes.row} {...(id !== undefined && { id, tabIndex: -1 })}>
      <dt>{label}</dt>
      <dd>{empty ? <span className={classes.none}>–</span> : children}</dd>
    </div>
  );
}
