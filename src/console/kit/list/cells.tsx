import { Link } from 'react-router';
import classes from './cells.module.css';

/** What a row is called, and the way to its page. */
export function NameLink({ to, name }: { to: string; name: string }) {
  return (
    <Link to={to} className={classes.name} title={name}>
      {name}
    </Link>
  );
}

export function IdText({ id }: { id: string }) {
  return <span className={`mono ${classes.id}`}>{id}</span>;
}
