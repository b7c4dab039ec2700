import { ActionIcon, Button } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { Field } from '../kit/form/Field.tsx';
import { TextField } from '../kit/form/TextField.tsx';
import { newToken } from '../kit/token.ts';
import classes from './launch.module.css';
import type { Pair } from './values.ts';
import { launchWords } from './words.ts';

interface PairsFieldProps {
  name: string;
  label: string;
  /** What the button says that adds one. */
  add: string;
  pairs: readonly Pair[];
  onChange: (pairs: Pair[]) => void;
}

/** Keys and their values, as many as one likes. */
export function PairsField({ name, label, add, pairs, onChange }: PairsFieldProps) {
  const say = launchWords.useWords();
  const change = (id: string, part: Partial<Pair>) =>
    onChange(pairs.map((pair) => (pair.id === id ? { ...pair, ...part } : pair)));
  return (
    <Field name={name} label={label} optional group>
      {({ id: fieldId }) => (
        <div id={fieldId} className={classes.pairs} role="group" aria-label={label}>
          {pairs.map(({ id, key, value }, at) => (
            <div key={id} className={classes.pair}>
              <TextField
                name={`${id}-key`}
                label={say.keyOf(at + 1, label)}
                labelHidden
                placeholder={say.key}
                value={key}
                onChange={(next) => change(id, { key: next })}
              />
              <TextField
                name={`${id}-value`}
                label={say.valueOf(at + 1, label)}
                labelHidden
                placeholder={say.value}
                value={value}
                onChange={(next) => change(id, { value: next })}
              />
              <ActionIcon
                className={classes.bin}
                aria-label={say.removePair(key || say.keyOf(at + 1, label))}
                onClick={() => onChange(pairs.filter((pair) => pair.id !== id))}
              >
                <IconTrash size={16} stroke={1.6} />
              </ActionIcon>
            </div>
          ))}
          <div>
            <Button
              leftSection={<IconPlus size={14} stroke={1.7} />}
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
