import { Link } from 'react-router';
import type { AuditEntry } from '../../contract/audit.ts';
import { operationWords } from '../activity/operation-words.ts';
import type { Column } from '../kit/list/definition.ts';
import { textColumn } from '../kit/list/text-column.tsx';
import { RequestId } from '../kit/RequestId.tsx';
import { type Look, Status } from '../kit/Status.tsx';
import { CodeText, Dash, PlainText } from '../kit/text.tsx';
import { formatMoment } from '../kit/when.ts';
import { useWords } from '../words/language.tsx';
import classes from './AuditPage.module.css';
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
export const whoOf = ({ person, who }: AuditEntry) => person ?? who;

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
  return <PlainText text={formatMoment(Date.parse(item.time))} title={item.time} />;
}

const reasonOf = ({ status, word }: AuditEntry) => (word === undefined ? '' : `${status} ${word}`);
const inputText = ({ input }: AuditEntry) => (input === undefined ? '' : JSON.stringify(input));

/** The columns of the audit log, in order. */
export function columnsFor({ columns, outcomes, ms }: AuditWords): readonly Column<AuditEntry>[] {
  const plain = (
    id: keyof typeof columns,
    width: number,
    text: (entry: AuditEntry) => string | undefined,
    shown?: Column<AuditEntry>['shown'],
    Text?: typeof PlainText,
  ) => textColumn(id, () => columns[id], width, text, shown, Text);
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
    { ...plain('reason', 150, reasonOf, 'always', CodeText), grows: true },
    {
      id: 'who',
      label: () => columns.who,
      width: 108,
      shown: 'always',
      Cell: WhoCell,
      text: (entry) => whoOf(entry) ?? '',
    },
    plain('from', 112, ({ from }) => from, 'wide', CodeText),
    {
      id: 'took',
      label: () => columns.took,
      width: 84,
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
    plain('region', 110, ({ region }) => region),
    plain('input', 320, inputText, 'asked', CodeText),
    {
      id: 'time',
      label: () => columns.time,
      width: 158,
      shown: 'fixed',
      Cell: TimeCell,
      text: ({ time }) => time,
      order: ({ at }) => at,
    },
  ];
}
