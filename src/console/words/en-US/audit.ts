import { count, plural } from './kit.ts';

export const audit = {
  title: 'Audit log',
  note: 'Writes made with your access key, as this replica of the console noted them',
  columns: {
    what: 'Operation',
    resource: 'Resource',
    outcome: 'Outcome',
    who: 'Who',
    from: 'From',
    reason: 'Reason',
    request: 'Request ID',
    took: 'Took',
    input: 'What was asked for',
    region: 'Region',
    time: 'Time',
  },
  outcomes: { done: 'Done', refused: 'Refused', unknown: 'Unknown' },
  ms: (n: number) => `${count(n)} ms`,
  unit: '',
  search: 'Resource, request ID, content',
  loading: 'Reading the audit log…',
  failed: 'The audit log could not be read',
  empty: 'Nothing has been written yet',
  emptyHint:
    'Every write made with your access key is noted here, also one that is refused or whose end is unknown. Reads are not noted.',
  off: 'No audit file is kept here',
  offHint:
    'Whoever runs this console starts it with --audit FILE; from then on every write is noted there and can be read here.',
  shown: (n: number) =>
    `The newest ${plural(n, 'entry', 'entries')} found; there may be older ones.`,
  noneYet: 'Nothing found so far; there may be older entries.',
  older: 'Look further back',
  selected: (n: number) => `${count(n)} selected`,
  copyEntry: 'Copy entry as JSON',
};
