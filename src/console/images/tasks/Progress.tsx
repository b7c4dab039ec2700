import classes from '../TaskPanel.module.css';

/** How far a task is. */
export function Progress({ percent, label }: { percent: number; label: string }) {
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
        <span className={classes.fill} style={{ width: `${whole}%` }} />
      </span>
      <span className={classes.percent}>{whole}%</span>
    </span>
  );
}
