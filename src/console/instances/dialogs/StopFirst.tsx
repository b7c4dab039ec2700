import type { Instance } from '../../../contract/instances.ts';
import { localDataDisks } from '../../../contract/resize-rules.ts';
import { CheckField } from '../../kit/form/CheckField.tsx';
import { Note } from '../../kit/Note.tsx';
import { useWords } from '../../words/language.tsx';
import { changeWords } from '../change-words.ts';
import { frees } from './charging.ts';

interface StopFirstProps {
  /** Those that run. */
  instances: readonly Instance[];
  /** Why it has to be off, where that is not plain. */
  why?: string;
  start: boolean;
  onStart: (start: boolean) => void;
}

/** That what runs is stopped first, what that brings with it, and whether it is to run again afterwards. */
export function StopFirst({ instances, why, start, onStart }: StopFirstProps) {
  const say = changeWords.useWords();
  const { warningLocal } = useWords().actions.stopInstance;
  if (instances.length === 0) return null;
  const freed = instances.filter((instance) => frees(instance, 'asSet'));
  const losesData = freed.some((instance) => localDataDisks(instance).length > 0);
  return (
    <>
      <Note tone="warn">
        <p>{why ?? say.stopsFirst(instances.length)}</p>
        {losesData && <p>{warningLocal}</p>}
        {freed.length > 0 && !losesData && start && <p>{say.mayLackStock}</p>}
      </Note>
      <CheckField label={say.startAfter} checked={start} onChange={onStart} />
    </>
  );
}
