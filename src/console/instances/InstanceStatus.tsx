import { memo } from 'react';
import type { Instance } from '../../contract/instances.ts';
import { Elapsed } from '../kit/Elapsed.tsx';
import { Status } from '../kit/Status.tsx';
import { useLanguage, useWords } from '../words/language.tsx';
import { lookOf, stateWord } from './look.ts';
import { useWatch } from './watch.tsx';

/** An instance's status in a row: sign, word, and how long it has been changing. */
export const InstanceStatus = memo(function InstanceStatus({ instance }: { instance: Instance }) {
  const look = lookOf(instance);
  const word = useStatusWord()(instance);
  return (
    <Status
      look={look}
      extra={look === 'changing' && <ChangingSince instanceId={instance.instanceId} />}
    >
      {word}
    </Status>
  );
});

function ChangingSince({ instanceId }: { instanceId: string }) {
  const since = useWatch().since(instanceId);
  return since === undefined ? null : <Elapsed since={since} />;
}

/** The word for how an instance stands, in the language on screen. */
export function useStatusWord(): (instance: Pick<Instance, 'status' | 'charge'>) => string {
  const words = useWords();
  const { language } = useLanguage();
  return (instance) => stateWord(instance, { words, language });
}
