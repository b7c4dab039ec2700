import { useNow } from './now.ts';
import classes from './Elapsed.module.css';

/** As `0:09`, `12:04`, `1:02:03`. */
export function clock(milliseconds: number): string {
  const seconds = Math.max(0, Math.floor(milliseconds / 1000));
  const two = (n: number) => String(n).padStart(2, '0');
  const minutes = Math.floor(seconds / 60);
  return minutes < 60
    ? `${minutes}:${two(seconds % 60)}`
    : `${Math.floor(minutes / 60)}:${two(minutes % 60)}:${two(seconds % 60)}`;
}

/** Longer than this is worth a look. */
const long = 10 * 60_000;

/** How long something has been going on since `since` (milliseconds), ticking. */
export function Elapsed({ since }: { since: number }) {
  const elapsed = useNow() - since;
  return (
    <span className={classes.root} data-long={elapsed > long || undefined}>
      {clock(elapsed)}
    </span>
  );
}
