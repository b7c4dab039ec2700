import { Button } from '@mantine/core';
import { IconDice5 } from '@tabler/icons-react';
import { useState } from 'react';
import { generatePassword } from '../../../contract/generate-password.ts';
import { passwordProblems } from '../../../contract/rules.ts';
import { CopyButton } from '../CopyButton.tsx';
import type { FieldProps } from './Field.tsx';
import classes from './PasswordField.module.css';
import { SecretField } from './SecretField.tsx';
import { formWords } from './words.ts';

interface PasswordFieldProps extends FieldProps {
  value: string;
  onChange: (value: string) => void;
  /** The login name, which the password must not contain, or those of several machines; see `loginUser`. */
  user: string | readonly string[];
  autofocus?: boolean;
}

/**
 * A password for an instance: says while it is typed which of the cloud's rules it breaks (the cloud itself only
 * says "Invalid password"), and can make one that breaks none. One that was made is shown, so that it can be kept.
 */
export function PasswordField({ value, onChange, user, ...props }: PasswordFieldProps) {
  const words = formWords.useWords();
  const [shown, setShown] = useState(false);
  const users = [user].flat();
  const problems = value === '' ? [] : passwordProblems(value, ...users);
  // What is said by the form after a submit says no more than this does.
  const said = problems.map((problem) => words.password.problems[problem]).join(' ');
  const hint = props.hint ?? words.password.rule;
  return (
    <div className={classes.row}>
      <div className={classes.field}>
        <SecretField
          {...props}
          value={value}
          onChange={onChange}
          shown={shown}
          onShow={setShown}
          hint={
            value === ''
              ? hint
              : said || <span className={classes.good}>{words.password.good}</span>
          }
        />
      </div>
      <div className={classes.tools}>
        <Button
          size="md"
          leftSection={<IconDice5 size={14} stroke={1.7} />}
          onClick={() => {
            onChange(generatePassword(users, randomBelow));
            setShown(true);
          }}
        >
          {words.generate}
        </Button>
        {shown && value !== '' && <CopyButton text={value} what={words.copyPassword} />}
      </div>
    </div>
  );
}

/** An even choice among `n`, from the browser's source for keys. */
function randomBelow(n: number): number {
  const fair = Math.floor(2 ** 32 / n) * n;
  for (;;) {
    const [drawn = 0] = crypto.getRandomValues(new Uint32Array(1));
    if (drawn < fair) return drawn % n;
  }
}
