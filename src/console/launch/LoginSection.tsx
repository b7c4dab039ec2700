import { loginUser, whyNoKey, whyNotInherit } from '../../contract/logins.ts';
import { CheckField } from '../kit/form/CheckField.tsx';
import { Section } from '../kit/form/FormPage.tsx';
import { PasswordField } from '../kit/form/PasswordField.tsx';
import { PickField } from '../kit/form/PickField.tsx';
import { SegmentsField } from '../kit/form/SegmentsField.tsx';
import { useSay } from '../words/language.tsx';
import type { LaunchFacts } from './facts.ts';
import { type LaunchValues, logins, type SetLaunch } from './values.ts';
import { launchWords } from './words.ts';

interface LoginSectionProps {
  values: LaunchValues;
  facts: LaunchFacts;
  set: SetLaunch;
  /** A template holds a password, which can be left as it is. */
  mayKeep?: boolean;
}

/** How somebody gets in: a key pair, a password, what the image has, or a password the cloud sends. */
export function LoginSection({ values, facts, set, mayKeep = false }: LoginSectionProps) {
  const say = launchWords.useWords();
  const speak = useSay();
  const { image, keypairs } = facts;
  const { login } = values;
  const whyNot = { key: whyNoKey(image), image: whyNotInherit(image) };
  const hint =
    login === 'image' || login === 'later' || login === 'kept' ? say.loginHints[login] : undefined;
  // Why something cannot be chosen is said where it would be looked for.
  const closed = whyNot.key ?? whyNot.image;
  return (
    <Section title={say.login} note={say.loginNote}>
      <SegmentsField
        name="login"
        label={say.method}
        value={login}
        hint={hint ?? (closed && speak(closed))}
        onChange={(next) => set({ login: next })}
        choices={logins
          .filter((value) => value !== 'kept' || mayKeep)
          .map((value) => ({
            value,
            label: say.logins[value],
            disabled:
              value !== login && (value === 'key' || value === 'image')
                ? whyNot[value] !== undefined
                : false,
          }))}
      />
      {login === 'key' && (
        <>
          <PickField
            name="keyName"
            label={say.keyPair}
            width={320}
            placeholder={keypairs ? say.pickKey : say.loading}
            value={values.keyName}
            onChange={(keyName) => set({ keyName })}
            choices={keypairs?.map(({ keyName, keyFingerprint }) => ({
              value: keyName,
              label: keyName,
              note: keyFingerprint?.slice(0, 23),
            }))}
            failed={facts.failed.keypairs}
            empty={say.noKeys}
          />
          <CheckField
            label={say.passwordToo}
            hint={
              values.passwordToo ? (mayKeep ? say.loginHints.kept : say.passwordTooHint) : undefined
            }
            checked={values.passwordToo}
            onChange={(passwordToo) => set({ passwordToo })}
          />
        </>
      )}
      {login === 'password' && (
        <PasswordField
          name="password"
          label={say.password}
          aside={say.passwordFor(loginUser(image?.osType))}
          value={values.password}
          user={loginUser(image?.osType)}
          onChange={(password) => set({ password })}
        />
      )}
    </Section>
  );
}
