import { useEffect, useState } from 'react';
import type { Closed } from '../api/gate.ts';
import { useGate } from '../api/context.tsx';
import { useBoot } from '../boot-context.tsx';
import { Another } from './Another.tsx';
import { KeyForm } from './KeyForm.tsx';
import { LinkHint } from './LinkHint.tsx';
import { askWho } from './session.ts';

/** What to do to get in; or, when somebody else got in meanwhile, whose page this is. */
export function SignInDialog({ closed }: { closed: Closed }) {
  const { signIn } = useBoot();
  const [again, setAgain] = useState(false);
  useSignInElsewhere();
  if (closed === 'SIGNED_IN_AS_ANOTHER' && !again) {
    return <Another onBack={signIn === 'key' ? () => setAgain(true) : undefined} />;
  }
  return signIn === 'key' ? <KeyForm onDone={() => setAgain(false)} /> : <LinkHint />;
}

/** A person who comes back to this tab may have signed in in another. */
function useSignInElsewhere() {
  const gate = useGate();
  useEffect(() => {
    const look = async () => {
      const asked = await askWho();
      if ('who' in asked) gate.open(asked.who);
    };
    const come = () => void look();
    window.addEventListener('focus', come);
    return () => window.removeEventListener('focus', come);
  }, [gate]);
}
