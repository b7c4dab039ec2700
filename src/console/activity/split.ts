import type { Sentence } from '../../contract/words.ts';
import { useWhyNotWrite } from '../kit/action.ts';
import type { Skipped } from './batches.ts';
import { inNameOrder } from './plan.ts';

export interface Split<T> {
  able: T[];
  skipped: Skipped[];
}

/**
 * Those something can be done to, and the others with the reason.
 * @param rule why it cannot be done to one of them.
 * @param show who it is, where it is skipped.
 */
export function useSplit<T>(
  items: readonly T[],
  rule: (item: T) => Sentence | undefined,
  show: (item: T) => Omit<Skipped, 'why'>,
): Split<T> {
  const whyNotWrite = useWhyNotWrite();
  const able: T[] = [];
  const skipped: Skipped[] = [];
  for (const item of items) {
    const why = whyNotWrite(rule(item));
    if (why === undefined) able.push(item);
    else skipped.push({ ...show(item), why });
  }
  return { able, skipped: inNameOrder(skipped) };
}
