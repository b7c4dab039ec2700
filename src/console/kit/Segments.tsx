import { useId } from 'react';
import classes from './Segments.module.css';

interface SegmentsProps<V extends string> {
  label: string;
  value: V;
  onChange: (value: V) => void;
  choices: readonly { value: V; label: string; disabled?: boolean }[];
  size?: 'small' | 'normal';
  /** The id of what is said about it. */
  describedBy?: string | undefined;
}

/** One of at most five choices, side by side: native radio buttons in the clothes of a switch. */
export function Segments<V extends string>(props: SegmentsProps<V>) {
  const { label, value, onChange, choices, size = 'normal' } = props;
  const name = useId();
  return (
    <div
      role="radiogroup"
      aria-label={label}
      aria-describedby={props.describedBy}
      className={classes.track}
      data-size={size}
    >
      {choices.map((choice) => (
        <label key={choice.value} className={classes.segment}>
          <input
            type="radio"
            name={name}
            className="visually-hidden"
            checked={choice.value === value}
            disabled={choice.disabled}
            onChange={() => onChange(choice.value)}
          />
          {choice.label}
        </label>
      ))}
    </div>
  );
}
