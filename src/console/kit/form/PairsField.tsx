import { ActionIcon, Button } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { newToken } from '../token.ts';
import { passFocus } from '../pass-focus.ts';
import { Field, type FieldProps } from './Field.tsx';
import classes from './PairsField.module.css';
import { TextArea, TextField } from './TextField.tsx';
import { formWords } from './words.ts';

/** A key and its value, as typed; the id keeps its row apart from the others. */
export interface Pair {
  id: string;
  key: string;
  value: string;
}

interface PairsFieldProps extends FieldProps {
  /** What the button says that adds one. */
  add: string;
  pairs: readonly Pair[];
  /** How many there may be. */
  most?: number;
  /** Read as code; a value may have several lines. */
  code?: boolean;
  /** What is wrong with one, where no form knows. */
  errorsOf?: (pair: Pair) => { key?: string | undefined; value?: string | undefined };
  onChange: (pairs: Pair[]) => void;
}

/** Keys and their values, as many as one likes. */
export function PairsField({ add, pairs, most = Infinity, onChange, ...props }: PairsFieldProps) {
  const { pair: say } = formWords.useWords();
  const { label, code, errorsOf } = props;
  const change = (id: string, part: Partial<Pair>) =>
    onChange(pairs.map((pair) => (pair.id === id ? { ...pair, ...part } : pair)));
  return (
    <Field {...props} optional group>
      {({ id: fieldId }) => (
        <div id={fieldId} className={classes.pairs} role="group" aria-label={label}>
          {pairs.map((pair, at) => {
            const { id, key, value } = pair;
            const error = errorsOf?.(pair);
            const valueProps = {
              name: `${id}-value`,
              label: say.valueOf(at + 1, label),
              labelHidden: true,
              placeholder: say.value,
              value,
              error: error?.value,
              onChange: (next: string) => change(id, { value: next }),
            };
            return (
              <div key={id} className={classes.pair}>
                <TextField
                  name={`${id}-key`}
                  label={say.keyOf(at + 1, label)}
                  labelHidden
                  placeholder={say.key}
                  code={code}
                  value={key}
                  error={error?.key}
                  onChange={(next) => change(id, { key: next })}
                />
                {code ? <TextArea {...valueProps} code rows={1} /> : <TextField {...valueProps} />}
                <ActionIcon
                  ref={passFocus}
                  className={classes.bin}
                  aria-label={say.remove(key || say.keyOf(at + 1, label))}
                  onClick={() => onChange(pairs.filter((other) => other.id !== id))}
                >
                  <IconTrash size={16} stroke={1.6} />
                </ActionIcon>
              </div>
            );
          })}
          <div>
            <Button
              data-adds
              leftSection={<IconPlus size={14} stroke={1.7} />}
              disabled={pairs.length >= most}
              onClick={() => onChange([...pairs, { id: newToken(), key: '', value: '' }])}
            >
              {add}
            </Button>
          </div>
        </div>
      )}
    </Field>
  );
}
