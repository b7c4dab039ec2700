import type { AuditEntry } from '../../contract/audit.ts';
import { operationWords } from '../activity/operation-words.ts';
import type { Field, ListDefinition } from '../kit/list/definition.ts';
import { columnsFor, whoOf } from './columns.tsx';
import { dayMs } from './queries.ts';
import { subjectsOf } from './subjects.ts';
import type { AuditWords } from './words.ts';

function fieldsFor({ columns, outcomes }: AuditWords): readonly Field<AuditEntry>[] {
  return [
    {
      id: 'operation',
      label: () => columns.what,
      operators: ['is', 'not'],
      read: ({ operation }) => [operation],
      word: (operation, { words }) => operationWords(words, operation).name,
    },
    {
      id: 'outcome',
      label: () => columns.outcome,
      operators: ['is', 'not'],
      read: ({ outcome }) => [outcome],
      word: (outcome) => Object.entries(outcomes).find(([one]) => one === outcome)?.[1] ?? outcome,
    },
    {
      id: 'resource',
      label: () => columns.resource,
      operators: ['has', 'is', 'not'],
      read: (entry) => subjectsOf(entry).map(({ id }) => id),
    },
    {
      id: 'who',
      label: () => columns.who,
      operators: ['is', 'not'],
      read: (entry) => [whoOf(entry)],
    },
    {
      id: 'from',
      label: () => columns.from,
      operators: ['is', 'not', 'has'],
      read: ({ from }) => [from],
    },
    {
      id: 'region',
      label: () => columns.region,
      operators: ['is', 'not'],
      read: ({ region }) => [region],
    },
    {
      id: 'time',
      label: () => columns.time,
      operators: ['within'],
      read: () => [],
      offers: ['1', '7', '30', '90'],
      word: (value, { words }) => words.kit.list.days(Number(value)),
      test: ({ time }, values) =>
        values.some((days) => Date.now() - Date.parse(time) < Number(days) * dayMs),
    },
  ];
}

/** The audit log as a list: what it shows, finds and sorts by. */
export function auditListFor(words: AuditWords): ListDefinition<AuditEntry> {
  return {
    name: 'audit',
    unit: () => words.unit,
    idOf: ({ at }) => String(at),
    nameOf: ({ time }) => time,
    changing: () => false,
    columns: columnsFor(words),
    fields: fieldsFor(words),
    tabs: [],
    searched: (entry) => [JSON.stringify(entry)],
    sortedBy: '-time',
  };
}
