import { IconChevronDown } from '@tabler/icons-react';
import { Field, type FieldProps } from './Field.tsx';
import classes from './Field.module.css';

interface SelectFieldProps<V extends string> extends FieldProps {
  /** Empty while nothing is chosen. */
  value: V | '';
  onChange: (value: V) => void;
  choices: readonly { value: V; label: string; disabled?: boolean }[];
  /** Shown while nothing is chosen. */
  placeholder?: string;
  disabled?: boolean;
  /** Has the focus when its dialog opens. */
  autofocus?: boolean;
}

/** One of a handful of choices; the browser's own list. Where there are many, `PickField` searches. */
export function SelectField<V extends string>(props: SelectFieldProps<V>) {
  const { value, onChange, choices, placeholder, disabled, autofocus, ...field } = props;
  return (
    <Field {...field}>
      {(control) => (
        <div className={classes.wrap}>
          <select
            {...control}
            data-autofocus={autofocus || undefined}
            className={`${classes.input} ${classes.select}`}
            value={value}
            disabled={disabled}
            onChange={(event) => {
              const chosen = choices.find((choice) => choice.value === event.target.value);
              if (chosen) onChange(chosen.value);
            }}
          >
            {value === '' && <option value="">{placeholder}</option>}
            {choices.map((choice) => (
              <option key={choice.value} value={choice.value} disabled={choice.disabled}>
                {choice.label}
              </option>
            ))}
          </select>
          <IconChevronDown size={14} stroke={1.7} className={classes.chevron} aria-hidden="true" />
        </div>
      )}
    </Field>
  );
}
