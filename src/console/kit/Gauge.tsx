import classes from './Gauge.module.css';

interface GaugePart {
  /** From 0 to 1. */
  share: number;
  tone?: 'near' | 'full' | 'asked' | 'tooMuch' | undefined;
}

/** How much of something is taken, part after part. The numbers are said in words beside it. */
export function Gauge({ parts }: { parts: readonly GaugePart[] }) {
  return (
    <span className={classes.track} aria-hidden="true">
      {parts.map(({ share, tone }, at) => (
        // The parts are told apart by nothing but their place.
        <span key={at} data-tone={tone} style={{ width: `${share * 100}%` }} />
      ))}
    </span>
  );
}
