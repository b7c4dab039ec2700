import type { ReactNode } from 'react';
import { Checkbox } from '../Checkbox.tsx';
import classes from './Field.module.css';
import { fieldId } from './faults.tsx';

interface CheckFieldProps {
  name?: string;
  label: ReactNode;
  hint?: ReactNode;
  checked: boolean;
  disabled?: boolean;
  onChange: (checked: boolean) => void;
}

/** Yes or no, with its words beside it; all of it can be pressed. */
export function CheckField({ name, label, hint, checked, disabled, onChange }: CheckFieldProps) {
  return (
    <label className={classes.check} data-disabled={disabled || undefined}>
      <Checkbox
        id={name === undefined ? undefined : fieldId(name)}
        checked={checked}
        disabled={disabled}
        onChange={(event) => onChange(event.target.checked)}
      />
      <span>
        {label}
        {hint && <span className={classes.checkHint}>{hint}</span>}
      </span>
    </label>
  );
}
