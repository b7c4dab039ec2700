import { clock, Elapsed } from '../kit/Elapsed.tsx';
import { explain } from '../kit/explain.ts';
import type { Column } from '../kit/list/definition.ts';
import { RequestId } from '../kit/RequestId.tsx';
import { Status } from '../kit/Status.tsx';
import { formatMoment } from '../kit/when.ts';
import type { Words } from '../words/en-US/index.ts';
import { useSay, useWords } from '../words/language.tsx';
import { endSentence } from './end-sentence.ts';
import { type Entry, isOpen } from './entry.ts';
import { entryLooks } from './looks.ts';
import { operationWords } from './operation-words.ts';
import { ResourceLink } from './ResourceLink.tsx';

interface CellProps {
  item: Entry;
}

/** A step of a sequence says which of them it is. */
function operationName({ operation, sequence }: Entry, words: Words): string {
  const { name } = operationWords(words, operation);
  return sequence ? words.activity.sequence.part(name, sequence.step, sequence.of) : name;
}

function OperationCell({ item }: CellProps) {
  return operationName(item, useWords());
}

function ResourceCell({ item }: CellProps) {
  return <ResourceLink region={item.region} resource={item.resource} />;
}

function IdCell({ item }: CellProps) {
  return <span className="mono">{item.resource.id}</span>;
}

function StatusCell({ item }: CellProps) {
  const { activity } = useWords();
  return (
    <Status
      look={entryLooks[item.status]}
      extra={isOpen(item) && <Elapsed since={item.startedAt} />}
    >
      {activity.statuses[item.status]}
    </Status>
  );
}

function TookCell({ item }: CellProps) {
  if (item.endedAt === undefined) return '–';
  return <span className="mono">{clock(item.endedAt - item.startedAt)}</span>;
}

function StartedCell({ item }: CellProps) {
  return formatMoment(item.startedAt);
}

function ErrorCell({ item }: CellProps) {
  const words = useWords();
  const say = useSay();
  const { error } = item;
  const meaning = (error && explain(words, error)) || endSentence(words, say, item);
  const text = [meaning, error?.message].filter(Boolean).join(' ');
  return text ? <span title={text}>{text}</span> : '–';
}

function RequestCell({ item }: CellProps) {
  return item.requestId ? <RequestId id={item.requestId} short /> : '–';
}

/** The columns of the activity, in order. */
export const columns: readonly Column<Entry>[] = [
  {
    id: 'what',
    label: ({ activity }) => activity.columns.what,
    width: 176,
    shown: 'fixed',
    Cell: OperationCell,
    text: (entry, { words }) => operationName(entry, words),
  },
  {
    id: 'resource',
    label: ({ activity }) => activity.columns.resource,
    width: 150,
    shown: 'fixed',
    Cell: ResourceCell,
    text: (entry) => entry.resource.name,
  },
  {
    id: 'id',
    label: ({ instances }) => instances.columns.id,
    width: 112,
    shown: 'wide',
    Cell: IdCell,
    text: (entry) => entry.resource.id,
  },
  {
    id: 'status',
    label: ({ activity }) => activity.columns.status,
    width: 134,
    shown: 'fixed',
    Cell: StatusCell,
    text: (entry, { words }) => words.activity.statuses[entry.status],
  },
  {
    id: 'took',
    label: ({ activity }) => activity.columns.took,
    width: 64,
    shown: 'always',
    alignedRight: true,
    Cell: TookCell,
    text: (entry) => (entry.endedAt === undefined ? '' : clock(entry.endedAt - entry.startedAt)),
    order: (entry) => entry.endedAt && entry.endedAt - entry.startedAt,
  },
  {
    id: 'error',
    label: ({ activity }) => activity.columns.error,
    width: 140,
    shown: 'always',
    grows: true,
    Cell: ErrorCell,
    text: (entry) => entry.error?.message ?? '',
  },
  {
    id: 'region',
    label: ({ activity }) => activity.columns.region,
    width: 110,
    shown: 'asked',
    Cell: ({ item }) => item.region,
    text: (entry) => entry.region,
  },
  {
    id: 'request',
    label: ({ activity }) => activity.columns.request,
    width: 130,
    shown: 'wide',
    Cell: RequestCell,
    text: (entry) => entry.requestId ?? '',
  },
  {
    id: 'started',
    label: ({ activity }) => activity.columns.started,
    width: 158,
    shown: 'always',
    Cell: StartedCell,
    text: (entry) => formatMoment(entry.startedAt),
    order: (entry) => entry.startedAt,
  },
];
