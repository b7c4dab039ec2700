import { useEffect, useState } from 'react';
import type { Closed } from '../api/gate.ts';
import { useGate } from '../api/context.tsx';
import { useBoot } from '../boot-context.tsx';
import { Another } from './Another.tsx';
import { KeyForm } from './KeyForm.tsx';
import { LinkHint } from './LinkHint.tsx';
import { ProviderHint } from './ProviderHint.tsx';
import { askWho, switchAccount } from './session.ts';

/** What to do to get in; or, when somebody else got in meanwhile, whose page this is. */
export function SignInDialog({ closed }: { closed: Closed }) {
  const { signIn } = useBoot();
  const gate = useGate();
  const [again, setAgain] = useState(false);
  useSignInElsewhere();
  const goBack = async (account: string) => {
    const asked = await switchAccount(account);
    if ('who' in asked) gate.open(asked);
  };
  if (closed === 'SIGNED_IN_AS_ANOTHER' && !again) {
    const { account = '', accounts = [] } = gate.session() ?? {};
    const isProfile = accounts.length > 1;
    if (isProfile) return <Another onBack={() => void goBack(account)} />;
    return <Another onBack={signIn === 'key' ? () => setAgain(true) : undefined} />;
  }
  if (signIn === 'identity') return <ProviderHint />;
  return signIn === 'key' ? <KeyForm onDone={() => setAgain(false)} /> : <LinkHint />;
}

/** A person who comes back to this tab may have signed in in another. */
function useSignInElsewhere() {
  const gate = useGate();
  useEffect(() => {
    const look = async () => {
      const asked = await askWho();
      if ('who' in asked) gate.open(asked);
    };
    const come = () => void look();
    window.addEventListener('focus', come);
    return () => window.removeEventListener('focus', come);
  }, [gate]);
}
