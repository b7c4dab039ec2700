import { useMemo, useState } from 'react';
import { useLocation } from 'react-router';
import { SignIn } from '../../contract/session.ts';
import { useGate } from '../api/context.tsx';
import { BusyButton } from '../kit/BusyButton.tsx';
import { Dialog } from '../kit/Dialog.tsx';
import { FailureNote } from '../kit/FailureNote.tsx';
import { type Fault, FaultsProvider, useFaults } from '../kit/form/faults.tsx';
import { SecretField } from '../kit/form/SecretField.tsx';
import { TextField } from '../kit/form/TextField.tsx';
import { isRegion, lastRegion } from '../region.ts';
import { OtherLanguage } from './OtherLanguage.tsx';
import { type Asked, signIn } from './session.ts';
import classes from './SignIn.module.css';
import { signInWords } from './words.ts';

const nothing = { accessKey: '', secretKey: '', sessionToken: '' };
type Typed = typeof nothing;
type SignInWords = ReturnType<typeof signInWords.useWords>;

/** Asks for a key pair of the cloud. @param onDone it was the right one, whosever it is */
export function KeyForm({ onDone }: { onDone: () => void }) {
  const words = signInWords.useWords();
  const gate = useGate();
  const [region = ''] = useLocation().pathname.split('/').filter(Boolean);
  const [typed, setTyped] = useState<Typed>(nothing);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Extract<Asked, { failure: unknown }>['failure']>();
  const faults = useFaults(useMemo(() => faultsOf(typed, words), [typed, words]));
  const field = (name: keyof Typed) => ({
    name,
    label: words[name],
    value: typed[name],
    onChange: (value: string) => setTyped({ ...typed, [name]: value }),
  });
  const isFirst = !gate.answered();

  const submit = async () => {
    if (busy || !faults.check()) return;
    setBusy(true);
    setFailure(undefined);
    const { sessionToken, ...pair } = trimmed(typed);
    const asked = await signIn({
      ...pair,
      ...(sessionToken && { sessionToken }),
      regionId: isRegion(region) ? region : lastRegion(),
    });
    setBusy(false);
    if ('failure' in asked) {
      setFailure(asked.failure);
      return;
    }
    onDone();
    gate.open(asked);
  };

  return (
    <Dialog
      locked
      title={isFirst ? words.title : words.again}
      aside={isFirst ? undefined : gate.session()?.account}
      solid={isFirst}
      note={<OtherLanguage />}
      onSubmit={() => void submit()}
      buttons={
        <BusyButton size="md" type="submit" variant="filled" busy={busy}>
          {words.submit}
        </BusyButton>
      }
    >
      <FaultsProvider faults={faults}>
        <div className={classes.body}>
          <p>{isFirst ? words.keyHint : words.endedHint}</p>
          <TextField {...field('accessKey')} autoComplete="username" code autofocus />
          <SecretField {...field('secretKey')} autoComplete="current-password" />
          <SecretField
            {...field('sessionToken')}
            hint={words.sessionTokenHint}
            autoComplete="off"
            optional
          />
          {failure && <FailureNote failure={failure} meaning={meaningOf(words, failure.status)} />}
          <p className={classes.where}>{words.where}</p>
        </div>
      </FaultsProvider>
    </Dialog>
  );
}

function trimmed({ accessKey, secretKey, sessionToken }: Typed): Typed {
  return {
    accessKey: accessKey.trim(),
    secretKey: secretKey.trim(),
    sessionToken: sessionToken.trim(),
  };
}

/** What is wrong with what was typed, by the schema the proxy uses. */
function faultsOf(typed: Typed, words: SignInWords): Fault[] {
  const { shape } = SignIn;
  return Object.entries(trimmed(typed)).flatMap(([field, value]) => {
    // The entries of an object of this type, by its own names.
    const name = field as keyof Typed;
    const isLeftOut = name === 'sessionToken' && value === '';
    if (isLeftOut || shape[name].safeParse(value).success) return [];
    return { field, label: words[name], message: value === '' ? words.missing : words.notAKey };
  });
}

function meaningOf(words: SignInWords, status: string) {
  if (status === 'UNAUTHENTICATED' || status === 'ACCESS_ERROR') return words.wrong;
  return status === 'TOO_MANY_ATTEMPTS' ? words.tooMany : undefined;
}
