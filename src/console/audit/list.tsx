import { Link } from 'react-router';
import type { AuditEntry } from '../../contract/audit.ts';
import { operationWords } from '../activity/operation-words.ts';
import type { Column, Field, ListDefinition } from '../kit/list/definition.ts';
import { RequestId } from '../kit/RequestId.tsx';
import { type Look, Status } from '../kit/Status.tsx';
import { CodeText, Dash, PlainText } from '../kit/text.tsx';
import { formatMoment } from '../kit/when.ts';
import { useLanguage, useWords } from '../words/language.tsx';
import classes from './AuditPage.module.css';
import { dayMs } from './queries.ts';
import { subjectsOf } from './subjects.ts';
import { type AuditWords, auditWords } from './words.ts';

interface CellProps {
  item: AuditEntry;
}

const looks: Record<AuditEntry['outcome'], Look> = { done: 'ok', refused: 'bad', unknown: 'warn' };

function OperationCell({ item }: CellProps) {
  const { name } = operationWords(useWords(), item.operation);
  return <PlainText text={name} title={item.operation} />;
}

function ResourceCell({ item }: CellProps) {
  const subjects = subjectsOf(item);
  if (subjects.length === 0) return <Dash />;
  return (
    <span title={subjects.map(({ id }) => id).join(' ')}>
      {subjects.map(({ id, to }) =>
        to === undefined ? (
          <span key={id} className={classes.subject}>
            {id}
          </span>
        ) : (
          <Link key={id} className={`${classes.subject} ${classes.link}`} to={to}>
            {id}
          </Link>
        ),
      )}
    </span>
  );
}

/** A person where an identity provider knows one: they share the key pair. */
const whoOf = ({ person, who }: AuditEntry) => person ?? who;

function WhoCell({ item }: CellProps) {
  if (item.person === undefined) return <CodeText text={item.who} />;
  return <PlainText text={item.person} title={item.who} />;
}

function OutcomeCell({ item }: CellProps) {
  const { outcomes } = auditWords.useWords();
  return <Status look={looks[item.outcome]}>{outcomes[item.outcome]}</Status>;
}

function RequestCell({ item }: CellProps) {
  return item.requestId ? <RequestId id={item.requestId} short /> : <Dash />;
}

function TimeCell({ item }: CellProps) {
  const { language } = useLanguage();
  return <PlainText text={formatMoment(Date.parse(item.time), language)} title={item.time} />;
}

const reasonOf = ({ status, word }: AuditEntry) => (word === undefined ? '' : `${status} ${word}`);
const inputText = ({ input }: AuditEntry) => (input === undefined ? '' : JSON.stringify(input));

function columnsIn({ columns, outcomes, ms }: AuditWords): readonly Column<AuditEntry>[] {
  return [
    {
      id: 'what',
      label: () => columns.what,
      width: 160,
      shown: 'fixed',
      Cell: OperationCell,
      text: ({ operation }, { words }) => operationWords(words, operation).name,
    },
    {
      id: 'resource',
      label: () => columns.resource,
      width: 116,
      shown: 'fixed',
      Cell: ResourceCell,
      text: (entry) =>
        subjectsOf(entry)
          .map(({ id }) => id)
          .join(' '),
    },
    {
      id: 'outcome',
      label: () => columns.outcome,
      width: 92,
      shown: 'fixed',
      Cell: OutcomeCell,
      text: ({ outcome }) => outcomes[outcome],
    },
    {
      id: 'reason',
      label: () => columns.reason,
      width: 150,
      shown: 'always',
      grows: true,
      Cell: ({ item }) => <CodeText text={reasonOf(item)} />,
      text: reasonOf,
    },
    {
      id: 'who',
      label: () => columns.who,
      width: 108,
      shown: 'always',
      Cell: WhoCell,
      text: (entry) => whoOf(entry) ?? '',
    },
    {
      id: 'from',
      label: () => columns.from,
      width: 112,
      shown: 'wide',
      Cell: ({ item }) => <CodeText text={item.from} />,
      text: ({ from }) => from,
    },
    {
      id: 'took',
      label: () => columns.took,
      width: 76,
      shown: 'wide',
      alignedRight: true,
      Cell: ({ item }) => ms(item.ms),
      text: (entry) => String(entry.ms),
      order: (entry) => entry.ms,
    },
    {
      id: 'request',
      label: () => columns.request,
      width: 130,
      shown: 'wide',
      Cell: RequestCell,
      text: ({ requestId = '' }) => requestId,
    },
    {
      id: 'region',
      label: () => columns.region,
      width: 110,
      shown: 'asked',
      Cell: ({ item }) => <PlainText text={item.region} />,
      text: ({ region = '' }) => region,
    },
    {
      id: 'input',
      label: () => columns.input,
      width: 320,
      shown: 'asked',
      Cell: ({ item }) => <CodeText text={inputText(item)} />,
      text: inputText,
    },
    {
      id: 'time',
      label: () => columns.time,
      width: 178,
      shown: 'fixed',
      Cell: TimeCell,
      text: ({ time }) => time,
      order: ({ at }) => at,
    },
  ];
}

function fieldsIn({ columns, outcomes }: AuditWords): readonly Field<AuditEntry>[] {
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
export function auditListIn(words: AuditWords): ListDefinition<AuditEntry> {
  return {
    name: 'audit',
    unit: () => words.unit,
    idOf: ({ at }) => String(at),
    nameOf: ({ time }) => time,
    changing: () => false,
    columns: columnsIn(words),
    fields: fieldsIn(words),
    tabs: [],
    searched: (entry) => [JSON.stringify(entry)],
    sortedBy: '-time',
  };
}
