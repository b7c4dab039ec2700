import { count } from './kit.ts';

export const overview = {
  title: 'Overview',
  instances: 'Instances',
  all: 'All',
  reading: (known: number, total: number) => `${count(known)} of ${count(total)} read so far`,
  changing: 'Changing now',
  nothingChanging: 'Nothing is changing.',
  attention: 'Needs attention',
  error: 'In error',
  overdue: 'Shut down for payment',
  within: (days: number) => `Term ends within ${days} days`,
  number: count,
  failedOperations: 'Failed operations',
  failedTasks: 'Failed imports, exports',
  failedHere: 'Failed here',
  startedHere: 'Recent activity',
  zones: 'By zone',
  nothingWrong: 'Nothing needs attention.',
  more: (n: number) => `${count(n)} more`,
};
