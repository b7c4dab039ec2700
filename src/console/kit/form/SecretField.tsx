import { ActionIcon } from '@mantine/core';
import { IconEye, IconEyeOff } from '@tabler/icons-react';
import { useState } from 'react';
import { Field, type FieldProps } from './Field.tsx';
import classes from './Field.module.css';
import { formWords } from './words.ts';

interface SecretFieldProps extends FieldProps {
  value: string;
  onChange: (value: string) => void;
  /** Tells the browser's own password store what this is; `off` for what it must not keep. */
  autoComplete?: 'new-password' | 'current-password' | 'one-time-code' | 'off';
  autofocus?: boolean;
  /** Whether it can be read, where something outside must know; else it is for the field to decide. */
  shown?: boolean;
  onShow?: (shown: boolean) => void;
}

/** Something that is not to be read over the shoulder, unless its owner wants to. */
export function SecretField({ value, onChange, autofocus, ...props }: SecretFieldProps) {
  const words = formWords.useWords();
  const [own, setOwn] = useState(false);
  const shown = props.shown ?? own;
  const Icon = shown ? IconEyeOff : IconEye;
  return (
    <Field {...props}>
      {(control) => (
        <div className={classes.wrap}>
          <input
            {...control}
            type={shown ? 'text' : 'password'}
            autoComplete={props.autoComplete ?? 'new-password'}
            spellCheck={false}
            data-autofocus={autofocus || undefined}
            className={`${classes.input} ${classes.secret}`}
            value={value}
            onChange={(event) => onChange(event.target.value)}
          />
          <span className={classes.inside}>
            <ActionIcon
              aria-label={(shown ? words.hide : words.show)(props.label)}
              aria-pressed={shown}
              onClick={() => {
                setOwn(!shown);
                props.onShow?.(!shown);
              }}
            >
              <Icon size={16} stroke={1.6} />
            </ActionIcon>
          </span>
        </div>
      )}
    </Field>
  );
}
