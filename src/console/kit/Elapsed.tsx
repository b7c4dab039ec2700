import { useEffect, useState } from 'react';
import classes from './Elapsed.module.css';
import { formatElapsed } from './elapsed.ts';

/** Longer than this is worth a second look. */
const longMs = 10 * 60_000;

/** How long something has been going on, ticking. The API gives no percentages, but time can be told. */
export function Elapsed({ since }: { since: number }) {
  const now = useNow();
  const ms = now - since;
  return (
    <span className={`mono ${classes.elapsed}`} data-long={ms > longMs || undefined}>
      {formatElapsed(ms)}
    </span>
  );
}

/** The time, a little after each full second. */
export function useNow(everyMs = 1000): number {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), everyMs);
    return () => clearInterval(timer);
  }, [everyMs]);
  return now;
}
