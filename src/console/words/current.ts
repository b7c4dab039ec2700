import type { Language } from '../../contract/words.ts';

let current: Language = 'en-US';
const listeners: ((language: Language) => Promise<void>)[] = [];

/** The language on screen, for those who load words before they are shown. */
export const currentLanguage = (): Language => current;

/** Says which language is on screen first. */
export function startIn(language: Language): void {
  current = language;
}

/** `prepare` is awaited before another language comes on screen. */
export function onLanguage(prepare: (language: Language) => Promise<void>): void {
  listeners.push(prepare);
}

/** Loads whatever the new language needs; what cannot be had now is asked for again where it is shown. */
export async function changeLanguage(language: Language): Promise<void> {
  await Promise.allSettled(listeners.map((prepare) => prepare(language)));
  current = language;
}
