import { useEntries } from '../../activity/context.tsx';
import type { Entry } from '../../activity/entry.ts';

/** What was sent under a token and is remembered: the latest try first. */
export function useTries(token: string): Entry[] {
  return useEntries().filter(
    ({ resource }) => resource.kind === 'newInstances' && resource.id === token,
  );
}

/** The tries that got no answer: any of them may have made the instances. */
export function useUnanswered(token: string): Entry[] {
  return useTries(token).filter(({ status }) => status === 'unknown');
}
