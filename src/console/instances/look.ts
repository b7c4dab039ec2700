import type { Instance } from '../../contract/instances.ts';
import { type Sentence, statusWords } from '../../contract/words.ts';
import type { Setting } from '../kit/list/definition.ts';
import type { Look } from '../kit/Status.tsx';
import { lookOfStatus } from '../kit/status-look.ts';

/** How an instance stands: its status, unless an unpaid bill has stopped it, which is what people must know. */
export function lookOf(instance: Pick<Instance, 'status' | 'charge'>): Look {
  if (owes(instance)) return 'warn';
  return lookOfStatus(instance.status);
}

/** Whether it is stopped for money. */
export function owes({ status, charge }: Pick<Instance, 'status' | 'charge'>): boolean {
  const { chargeStatus = 'normal' } = charge ?? {};
  return status === 'stopped' && (chargeStatus === 'overdue' || chargeStatus === 'arrear');
}

/** How it stands, in words: why it is stopped, if that is for money. */
export function stateWord(
  instance: Pick<Instance, 'status' | 'charge'>,
  { words, language }: Pick<Setting, 'words' | 'language'>,
): string {
  if (!owes(instance)) return statusSentence(instance.status)[language];
  return instance.charge?.chargeStatus === 'arrear'
    ? words.instances.arrear
    : words.instances.overdue;
}

/** The status in words; one that is not documented stays as it came. */
export function statusSentence(status: string | undefined): Sentence {
  const known = Object.entries(statusWords).find(([name]) => name === status)?.[1];
  return known ?? { 'zh-CN': status ?? '', 'en-US': status ?? '' };
}
