import { IconCopy } from '@tabler/icons-react';
import type { Sentence } from '../../contract/words.ts';
import type { Action } from './action.ts';

type Facts<T> = Pick<Action<T>, 'id' | 'label' | 'group'>;

/**
 * An action that puts something of one item onto the clipboard.
 * @param missing what to say of an item that has no such thing.
 */
export function copyAction<T>(
  facts: Facts<T>,
  textOf: (item: T) => string | undefined,
  missing?: Sentence,
): Action<T> {
  return {
    ...facts,
    icon: IconCopy,
    bulk: false,
    writes: false,
    whyNot: (item) => (textOf(item) ? undefined : missing),
    run: (item, { copy }) => copy(textOf(item) ?? ''),
  };
}
