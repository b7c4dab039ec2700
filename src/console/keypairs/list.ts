import type { ListDefinition } from '../kit/list/definition.ts';
import { columnsFor } from './columns.tsx';
import type { KeypairInUse } from './users.ts';
import type { KeypairWords } from './words.ts';

/** The list of key pairs: what it shows, finds and sorts by. */
export function keypairListFor(words: KeypairWords): ListDefinition<KeypairInUse> {
  return {
    name: 'keypairs',
    unit: () => words.unit,
    idOf: ({ keyName }) => keyName,
    nameOf: ({ keyName }) => keyName,
    changing: () => false,
    columns: columnsFor(words),
    fields: [
      {
        id: 'use',
        label: () => words.use,
        operators: ['is'],
        read: ({ instanceIds = [], templates = [] }) => [
          instanceIds.length > 0 ? 'instances' : undefined,
          templates.length > 0 ? 'templates' : undefined,
          instanceIds.length + templates.length === 0 ? 'nothing' : undefined,
        ],
        offers: ['instances', 'templates', 'nothing'],
        word: (value) => words.uses(value),
      },
      {
        id: 'template',
        label: () => words.columns.templates,
        operators: ['is', 'not', 'has'],
        read: ({ templates = [] }) => templates.map(({ name }) => name),
      },
      {
        id: 'name',
        label: () => words.columns.name,
        operators: ['has', 'is', 'not'],
        read: ({ keyName }) => [keyName],
      },
    ],
    tabs: [],
    searched: ({ keyName, keyFingerprint, instanceIds = [] }) => [
      keyName,
      keyFingerprint,
      ...instanceIds,
    ],
    sortedBy: 'name',
  };
}
