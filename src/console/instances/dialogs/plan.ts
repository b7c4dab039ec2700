import { operationWords } from '../../activity/operation-words.ts';
import type { WriteRequest } from '../../api/write.ts';
import { useWords } from '../../words/language.tsx';
import { changeWords } from '../change-words.ts';

/** What will be done, in order, in words; nothing where it is one thing, which the button says. */
export function usePlan(): (steps: readonly WriteRequest[]) => string | undefined {
  const words = useWords();
  const { plan } = changeWords.useWords();
  return (steps) =>
    steps.length > 1
      ? plan(steps.map(({ operation }) => operationWords(words, operation.name).name))
      : undefined;
}
