import { TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import classes from './TypeToConfirm.module.css';

interface TypeToConfirmProps {
  /** What has to be typed, to the letter. */
  expected: string;
  label: ReactNode;
  onMatch: (matches: boolean) => void;
  /** There is more to read or to fill in before it. */
  last?: boolean;
}

/** A field that opens the way to something that cannot be undone. It counts along. */
export function TypeToConfirm({ expected, label, onMatch, last = false }: TypeToConfirmProps) {
  const [typed, setTyped] = useState('');
  const right = expected.startsWith(typed);
  return (
    <TextInput
      label={label}
      value={typed}
      data-autofocus={!last || undefined}
      autoComplete="off"
      spellCheck={false}
      error={!right}
      classNames={{ label: classes.label, section: classes.count }}
      rightSectionWidth={64}
      rightSection={
        <span className="mono">
          {typed.length}/{expected.length}
        </span>
      }
      onChange={(event) => {
        setTyped(event.currentTarget.value);
        onMatch(event.currentTarget.value === expected);
      }}
    />
  );
}
