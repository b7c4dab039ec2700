import { IconMinus, IconPlus } from '@tabler/icons-react';
import classes from './Stepper.module.css';

interface StepperProps {
  label: string;
  value: number;
  min: number;
  max: number;
  onChange: (value: number) => void;
  /** Names of the two buttons. */
  fewer: string;
  more: string;
}

/** A small number between two buttons. Arrow keys change it too. */
export function Stepper({ label, value, min, max, onChange, fewer, more }: StepperProps) {
  const to = (next: number) => onChange(Math.min(max, Math.max(min, next)));
  return (
    <span className={classes.root}>
      {label}
      <span className={classes.box}>
        <button
          type="button"
          aria-label={fewer}
          disabled={value <= min}
          onClick={() => to(value - 1)}
        >
          <IconMinus size={14} stroke={1.7} />
        </button>
        <span
          role="spinbutton"
          tabIndex={0}
          aria-label={label}
          aria-valuenow={value}
          aria-valuemin={min}
          aria-valuemax={max}
          className={classes.value}
          onKeyDown={(event) => {
            const step = { ArrowUp: 1, ArrowDown: -1 }[event.key];
            if (step === undefined) return;
            event.preventDefault();
            to(value + step);
          }}
        >
          {value}
        </span>
        <button
          type="button"
          aria-label={more}
          disabled={value >= max}
          onClick={() => to(value + 1)}
        >
          <IconPlus size={14} stroke={1.7} />
        </button>
      </span>
    </span>
  );
}
