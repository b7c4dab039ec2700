import { Suspense, useSyncExternalStore } from 'react';
import { useGate } from '../api/context.tsx';
import { formWords } from '../kit/form/words.ts';
import { lazily } from '../kit/lazily.ts';
import { signInWords } from './words.ts';

const dialog = lazily(
  async () => (await import('./SignInDialog.tsx')).SignInDialog,
  signInWords,
  formWords,
);

/** Over everything, while calls wait for somebody to sign in. */
export function SignInGate() {
  const gate = useGate();
  const closed = useSyncExternalStore(gate.subscribe, gate.closed);
  return (
    closed && (
      <Suspense fallback={null}>
        <dialog.component closed={closed} />
      </Suspense>
    )
  );
}
