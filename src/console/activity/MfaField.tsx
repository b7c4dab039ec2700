import { TextInput } from '@mantine/core';
import { useWords } from '../words/language.tsx';

interface MfaFieldProps {
  value: string;
  onChange: (value: string) => void;
}

/** For a write the account protects: a token of the person's MFA device, sent once and kept nowhere. */
export function MfaField({ value, onChange }: MfaFieldProps) {
  const { mfa } = useWords().activity;
  return (
    <TextInput
      label={mfa.label}
      description={mfa.hint}
      value={value}
      autoComplete="one-time-code"
      spellCheck={false}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
