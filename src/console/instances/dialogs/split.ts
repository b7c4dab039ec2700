import type { Instance } from '../../../contract/instances.ts';
import { type InstanceAction, whyNot } from '../../../contract/lifecycle.ts';
import type { Skipped } from '../../activity/batches.ts';
import { useBoot } from '../../boot-context.tsx';
import { useSay, useWords } from '../../words/language.tsx';
import { lookOf } from '../look.ts';
import { nameOf } from '../resource.ts';

/** Those an action can be done to, and the others with the reason. */
export interface Split {
  able: Instance[];
  skipped: Skipped[];
}

export function useSplit(action: InstanceAction, items: readonly Instance[]): Split {
  const { actions } = useWords();
  const { readOnly } = useBoot();
  const say = useSay();
  const able: Instance[] = [];
  const skipped: Skipped[] = [];
  for (const instance of items) {
    const sentence = whyNot(action, instance);
    const why = readOnly ? actions.readOnly : sentence && say(sentence);
    if (why === undefined) able.push(instance);
    else {
      const { instanceId: id } = instance;
      skipped.push({ id, name: nameOf(instance), look: lookOf(instance), why });
    }
  }
  return { able, skipped };
}
