import { Button, TextInput } from '@mantine/core';
import { type FormEvent, useMemo, useState } from 'react';
import { useWords } from '../../words/language.tsx';
import { Checkbox } from '../Checkbox.tsx';
import { Floating } from '../Floating.tsx';
import type { Operator } from './definition.ts';
import classes from './FilterForm.module.css';
import { offersFor } from './offers.ts';
import type { Filter } from './search.ts';
import type { List } from './use-list.ts';

/** More than these are found by typing. */
const mostOffers = 200;

interface FilterFormProps<T> {
  anchor: HTMLElement;
  list: List<T>;
  /** The one to change; absent = a new one. */
  filter: Filter | undefined;
  onApply: (filter: Filter) => void;
  onClose: () => void;
}

/** Field, condition, values. Values are picked from what the items hold, or typed where part of one is enough. */
export function FilterForm<T>({ anchor, list, filter, onApply, onClose }: FilterFormProps<T>) {
  const { kit } = useWords();
  const { definition, setting, items = [] } = list;
  const { words } = setting;
  const [fieldId, setFieldId] = useState(filter?.field ?? definition.fields[0]?.id ?? '');
  const field = definition.fields.find(({ id }) => id === fieldId);
  const [asked, setOperator] = useState<Operator | undefined>(filter?.operator);
  const operator = field?.operators.find((one) => one === asked) ?? field?.operators[0] ?? 'is';
  const [values, setValues] = useState<readonly string[]>(filter?.values ?? []);
  const [text, setText] = useState('');
  const offers = useMemo(
    () => (field && operator !== 'has' ? offersFor(field, operator, items, values) : []),
    [field, operator, items, values],
  );
  if (!field) return null;
  const wordOf = (value: string) => field.word?.(value, setting) ?? value;
  const found = offers.filter(({ value }) =>
    `${value}\n${wordOf(value)}`.toLowerCase().includes(text.trim().toLowerCase()),
  );
  const typed = operator === 'has' && text.trim() !== '' ? [text.trim()] : [];
  const all = [...new Set([...values, ...typed])];

  const submit = (event: FormEvent) => {
    event.preventDefault();
    // Enter in the field picks the one value that is left.
    const [only] = found;
    const picked = text !== '' && found.length === 1 && only ? [only.value] : [];
    onApply({ field: fieldId, operator, values: [...new Set([...all, ...picked])] });
    onClose();
  };

  return (
    <Floating anchor={anchor} role="dialog" label={kit.list.addFilter} onClose={onClose}>
      <form className={classes.form} onSubmit={submit}>
        <ul className={classes.fields} aria-label={kit.list.field}>
          {definition.fields.map(({ id, label }) => (
            <li key={id}>
              <button
                type="button"
                className={classes.field}
                aria-pressed={id === fieldId}
                data-autofocus={id === fieldId || undefined}
                onClick={() => {
                  setFieldId(id);
                  setOperator(undefined);
                  setValues([]);
                  setText('');
                }}
              >
                {label(words)}
              </button>
            </li>
          ))}
        </ul>
        <div className={classes.side}>
          {field.operators.length > 1 && (
            <div role="group" aria-label={kit.list.operator} className={classes.operators}>
              {field.operators.map((one) => (
                <button
                  key={one}
                  type="button"
                  aria-pressed={one === operator}
                  onClick={() => {
                    // Values of another kind do not carry over: a key is no pair.
                    if (isNegation(one, operator)) setValues(values);
                    else setValues([]);
                    setOperator(one);
                  }}
                >
                  {kit.list.operators[one]}
                </button>
              ))}
            </div>
          )}
          <TextInput
            size="xs"
            value={text}
            placeholder={operator === 'has' ? kit.list.typeValue : kit.list.findValue}
            aria-label={operator === 'has' ? kit.list.values : kit.list.findValue}
            onChange={({ currentTarget }) => setText(currentTarget.value)}
          />
          <ul className={classes.values} aria-label={kit.list.values}>
            {(operator === 'has' ? values.map((value) => ({ value, count: undefined })) : found)
              .slice(0, mostOffers)
              .map(({ value, count }) => (
                <li key={value}>
                  <label className={classes.value}>
                    <Checkbox
                      checked={values.includes(value)}
                      onChange={({ currentTarget }) =>
                        setValues(
                          currentTarget.checked
                            ? [...values, value]
                            : values.filter((one) => one !== value),
                        )
                      }
                    />
                    <span title={value}>{wordOf(value)}</span>
                    {count !== undefined && <span className={classes.count}>{count}</span>}
                  </label>
                </li>
              ))}
            {operator !== 'has' && found.length === 0 && (
              <li className={classes.nothing}>{kit.list.noValues}</li>
            )}
          </ul>
          <div className={classes.foot}>
            <Button onClick={onClose}>{kit.cancel}</Button>
            <Button
              type="submit"
              variant="filled"
              disabled={all.length === 0 && !filter && found.length !== 1}
            >
              {kit.apply}
            </Button>
          </div>
        </div>
      </form>
    </Floating>
  );
}

const negations: readonly (readonly Operator[])[] = [
  ['is', 'not'],
  ['key', 'noKey'],
];

function isNegation(a: Operator, b: Operator): boolean {
  return negations.some((pair) => pair.includes(a) && pair.includes(b));
}
