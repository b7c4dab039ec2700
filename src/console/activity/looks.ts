import type { Look } from '../kit/Status.tsx';
import type { EntryStatus } from './entry.ts';

export const entryLooks: Record<EntryStatus, Look> = {
  sending: 'changing',
  running: 'changing',
  done: 'ok',
  failed: 'bad',
  unknown: 'warn',
};
