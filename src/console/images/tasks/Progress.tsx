import classes from '../TaskPanel.module.css';

interface ProgressProps {
  percent: number;
  label: string;
  /** It has ended there, well or not. */
  ended?: boolean;
}

/** How far a task is, or got. */
export function Progress({ percent, label, ended = false }: ProgressProps) {
  const whole = Math.round(Math.min(100, Math.max(0, percent)));
  return (
    <span className={classes.bar}>
      <span
        className={classes.track}
        role="progressbar"
        aria-label={label}
        aria-valuenow={whole}
        aria-valuemin={0}
        aria-valuemax={100}
      >
        <span
          className={classes.fill}
          data-ended={ended || undefined}
          style={{ width: `${whole}%` }}
        />
      </span>
      <span className={classes.percent}>{whole}%</span>
    </span>
  );
}
