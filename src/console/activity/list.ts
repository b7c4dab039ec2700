import type { ListDefinition } from '../kit/list/definition.ts';
import { columns } from './columns.tsx';
import { type Entry, isOpen } from './entry.ts';
import { operationWords } from './operation-words.ts';

/** The activity as a list: what it shows, finds and sorts by. */
export const activityList: ListDefinition<Entry> = {
  name: 'activity',
  idOf: ({ id }) => id,
  nameOf: (entry) => entry.resource.name,
  changing: isOpen,
  columns,
  fields: [
    {
      id: 'operation',
      label: ({ activity }) => activity.columns.what,
      operators: ['is', 'not'],
      read: (entry) => [entry.operation],
      word: (operation, { words }) => operationWords(words, operation).name,
    },
    {
      id: 'region',
      label: ({ activity }) => activity.columns.region,
      operators: ['is', 'not'],
      read: (entry) => [entry.region],
    },
  ],
  groupings: [
    {
      id: 'what',
      label: ({ activity }) => activity.columns.what,
      read: ({ operation }) => operation,
      word: (operation, { words }) => operationWords(words, operation).name,
    },
    {
      id: 'region',
      label: ({ activity }) => activity.columns.region,
      read: ({ region }) => region,
    },
  ],
  tabs: [
    {
      id: 'running',
      label: ({ activity }) => activity.statuses.running,
      look: 'changing',
      test: isOpen,
    },
    {
      id: 'failed',
      label: ({ activity }) => activity.statuses.failed,
      look: 'bad',
      test: ({ status }) => status === 'failed',
    },
    {
      id: 'unknown',
      label: ({ activity }) => activity.statuses.unknown,
      look: 'warn',
      test: ({ status }) => status === 'unknown',
    },
  ],
  searched: (entry) => [
    entry.resource.name,
    entry.resource.id,
    entry.requestId,
    entry.operation,
    entry.error?.message,
  ],
  sortedBy: '-started',
};
