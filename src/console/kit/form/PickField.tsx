import { IconX } from '@tabler/icons-react';
import { type ReactNode, useEffect, useState } from 'react';
import { passFocus } from '../pass-focus.ts';
import { Combobox, type Choice } from './Combobox.tsx';
import { Field, type FieldProps } from './Field.tsx';
import classes from './PickField.module.css';
import { formWords } from './words.ts';

/** Those that can be chosen come first; else the order stays. */
export function possibleFirst(choices: readonly Choice[]): Choice[] {
  return [...choices].sort((a, b) => Number(a.why !== undefined) - Number(b.why !== undefined));
}

/** What stands beside a choice, as far as it is known. */
export function noteOf(...parts: readonly (string | number | false | undefined)[]): string {
  return parts.filter(Boolean).join(' · ');
}

interface PickListProps extends FieldProps {
  /** Absent while they are being read. */
  choices: readonly Choice[] | undefined;
  /** They could not be read. */
  failed?: boolean;
  placeholder?: string;
  disabled?: boolean;
  /** Said where there are none. */
  empty?: ReactNode;
}

interface PickFieldProps extends PickListProps {
  /** Empty while nothing is chosen. */
  value: string;
  onChange: (value: string) => void;
  /** An empty choice of this name comes first. */
  none?: string;
}

/** One out of a list that may be long: a field that opens the list and searches it as one types. */
export function PickField({ value, onChange, choices, none, ...props }: PickFieldProps) {
  const all = none === undefined ? choices : [{ value: '', label: none }, ...(choices ?? [])];
  const shown = useLabels(all)(value);
  return (
    <Field {...props}>
      {(control) => (
        <Combobox
          {...{ control, choices: all, value: [value], shown }}
          label={props.label}
          placeholder={props.placeholder}
          disabled={props.disabled}
          failed={props.failed}
          empty={props.empty}
          onPick={onChange}
        />
      )}
    </Field>
  );
}

/**
 * What a choice is called. One that the list does not know any more is still what is chosen, by the name it had: a disk
 * that is about to be attached is soon no free one.
 */
function useLabels(choices: readonly Choice[] | undefined): (value: string) => string {
  const [known] = useState(() => new Map<string, string>());
  useEffect(() => choices?.forEach(({ value, label }) => known.set(value, label)));
  return (value) =>
    choices?.find((choice) => choice.value === value)?.label ?? known.get(value) ?? value;
}

export interface PickManyFieldProps extends PickListProps {
  value: readonly string[];
  onChange: (value: string[]) => void;
  /** When so many are chosen, the others wait. */
  limit?: number;
  /** Why no more can be chosen. */
  limitReached?: string;
}

/** Some out of a list: what is chosen stands below, each with a button that takes it out again. */
export function PickManyField({ value, onChange, limit = Infinity, ...props }: PickManyFieldProps) {
  const words = formWords.useWords();
  const labelOf = useLabels(props.choices);
  const full = value.length >= limit;
  const choices = props.choices?.map((choice) =>
    full && !value.includes(choice.value)
      ? { ...choice, why: choice.why ?? props.limitReached }
      : choice,
  );
  const toggle = (one: string) =>
    onChange(value.includes(one) ? value.filter((other) => other !== one) : [...value, one]);
  return (
    <div data-adds>
      <Field {...props}>
        {(control) => (
          <Combobox
            {...{ control, choices, value, many: true }}
            shown=""
            label={props.label}
            placeholder={props.placeholder}
            disabled={props.disabled}
            failed={props.failed}
            empty={props.empty}
            onPick={toggle}
          />
        )}
      </Field>
      {value.length > 0 && (
        <ul className={classes.chosen}>
          {value.map((one) => {
            const name = labelOf(one);
            return (
              <li key={one} className={classes.chip}>
                <span className={classes.chipText}>{name}</span>
                <button
                  ref={passFocus}
                  type="button"
                  aria-label={words.removeChoice(name)}
                  onClick={() => toggle(one)}
                >
                  <IconX size={12} stroke={1.8} />
                </button>
              </li>
            );
          })}
        </ul>
      )}
    </div>
  );
}
