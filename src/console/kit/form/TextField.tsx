import type { ComponentProps, ReactNode } from 'react';
import { Field, type FieldProps } from './Field.tsx';
import classes from './Field.module.css';

type Native<T extends 'input' | 'textarea'> = Pick<
  ComponentProps<T>,
  'autoComplete' | 'placeholder' | 'readOnly' | 'disabled' | 'maxLength' | 'spellCheck'
>;

interface TextProps extends FieldProps, Native<'input'> {
  value: string;
  onChange: (value: string) => void;
  /** Read as code: ids, addresses. */
  code?: boolean;
  /** Has the focus when its dialog opens. */
  autofocus?: boolean;
  /** Inside, at the right end. */
  unit?: ReactNode;
}

/** One line of text. */
export function TextField({ value, onChange, code, autofocus, unit, ...props }: TextProps) {
  const { autoComplete = 'off', spellCheck = false, placeholder, readOnly, disabled } = props;
  return (
    <Field {...props}>
      {(control) => (
        <div className={classes.wrap}>
          <input
            {...control}
            {...{ autoComplete, spellCheck, placeholder, readOnly, disabled }}
            maxLength={props.maxLength}
            data-autofocus={autofocus || undefined}
            className={`${classes.input} ${code ? classes.mono : ''}`}
            value={value}
            onChange={(event) => onChange(event.target.value)}
          />
          {unit && <span className={classes.unit}>{unit}</span>}
        </div>
      )}
    </Field>
  );
}

interface AreaProps extends FieldProps, Native<'textarea'> {
  value: string;
  onChange: (value: string) => void;
  code?: boolean;
  rows?: number;
  autofocus?: boolean;
}

/** Several lines of text. */
export function TextArea({ value, onChange, code, rows = 3, autofocus, ...props }: AreaProps) {
  const { placeholder, readOnly, disabled, spellCheck = !code } = props;
  return (
    <Field {...props}>
      {(control) => (
        <textarea
          {...control}
          {...{ placeholder, readOnly, disabled, spellCheck, rows }}
          data-autofocus={autofocus || undefined}
          className={`${classes.input} ${code ? classes.mono : ''}`}
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  );
}

interface NumberProps extends FieldProps, Pick<Native<'input'>, 'placeholder' | 'disabled'> {
  /** As typed, so that nothing is swallowed while it is typed. `numberOf` reads it. */
  value: string;
  onChange: (value: string) => void;
  /** Arrow keys change it by so much. */
  step?: number;
  min?: number;
  max?: number;
  unit?: ReactNode;
}

/** A whole number: a text field that brings up digits, and that arrow keys count up and down. */
export function NumberField({ value, onChange, step = 1, min, max, unit, ...props }: NumberProps) {
  const count = (by: number) => {
    const next = (numberOf(value) ?? min ?? 0) + by;
    onChange(String(Math.min(max ?? Infinity, Math.max(min ?? -Infinity, next))));
  };
  return (
    <Field {...props}>
      {(control) => (
        <div className={classes.wrap}>
          <input
            {...control}
            inputMode="numeric"
            autoComplete="off"
            placeholder={props.placeholder}
            disabled={props.disabled}
            className={classes.input}
            value={value}
            onChange={(event) => onChange(event.target.value.trim())}
            onKeyDown={(event) => {
              const by = { ArrowUp: step, ArrowDown: -step }[event.key];
              if (by === undefined) return;
              event.preventDefault();
              count(by);
            }}
          />
          {unit && <span className={classes.unit}>{unit}</span>}
        </div>
      )}
    </Field>
  );
}

/** The whole number that was typed; nothing when it is none. */
export function numberOf(typed: string): number | undefined {
  return /^-?\d{1,15}$/.test(typed) ? Number(typed) : undefined;
}
