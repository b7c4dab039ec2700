import type { Look } from '../kit/Status.tsx';
import type { EntryStatus } from './entry.ts';
import type { SequenceState } from './sequence.ts';

export const entryLooks: Record<EntryStatus, Look> = {
  sending: 'changing',
  running: 'changing',
  done: 'ok',
  failed: 'bad',
  unknown: 'warn',
};

export const sequenceLooks: Record<SequenceState, Look> = {
  running: 'changing',
  failed: 'bad',
  unknown: 'warn',
  needsInput: 'warn',
  done: 'ok',
  ended: 'off',
};
