import { type ErrorBody, refusal } from './errors.ts';
import type { Sentence } from './words.ts';

/** What stands in the way of something: what to tell people, what the cloud answers. */
export interface Obstacle {
  why: Sentence;
  refusal: ErrorBody;
}

/** An obstacle in the cloud's most common word. */
export function obstacle(zh: string, en: string, message: string): Obstacle {
  return { why: { 'zh-CN': zh, 'en-US': en }, refusal: refusal('FAILED_PRECONDITION', message) };
}
