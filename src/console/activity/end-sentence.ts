import { type Sentence, statusWords } from '../../contract/words.ts';
import type { Words } from '../words/en-US/index.ts';
import type { Entry } from './entry.ts';

/** What can be said of an end that came without an error of the cloud: where the resource is now. */
export function endSentence(
  { activity }: Words,
  say: (sentence: Sentence) => string,
  {
    endedAs,
    ...entry
  }: Partial<Pick<Entry, 'endedAs' | 'status' | 'lost' | 'leftOut'>> & { phase?: string },
): string | undefined {
  if ((entry.status ?? entry.phase) === 'unknown') return activity.unknownEnd;
  if (entry.lost) return activity.lost(entry.lost.length);
  if (entry.leftOut) return activity.leftOut(entry.leftOut);
  if (endedAs === undefined) return undefined;
  if (endedAs === 'gone') return activity.endedGone;
  const word = Object.entries(statusWords).find(([status]) => status === endedAs)?.[1];
  return activity.endedAs(word ? say(word) : endedAs);
}
