import classes from './Bones.module.css';
import { useLater } from './later.ts';

/** Lines that are not there yet, fading downwards. */
export function Bones({ rows }: { rows: number }) {
  const shown = useLater();
  return (
    <div className={classes.root} style={{ height: rows * 32 }} aria-hidden="true">
      {shown &&
        Array.from({ length: rows }, (_, row) => (
          // Bars end raggedly, as text does, but the same way every time.
          <span
            key={row}
            className={classes.bone}
            style={{ width: `${45 + ((row * 7) % 11) * 4}%`, opacity: 1 - row / rows }}
          />
        ))}
    </div>
  );
}
