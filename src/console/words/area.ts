import { use } from 'react';
import { type Language, languages } from '../../contract/words.ts';
import { useLanguage } from './language.tsx';
import { currentLanguage, onLanguage } from './current.ts';

/** The words of a part of the console that is not in the first load: a page, a form, a dialog. */
export interface WordArea<W> {
  /** The words in the language on screen. Suspends only where nobody called `ready` before. */
  useWords: () => W;
  /** Resolves when the words in the language on screen are there. */
  ready: () => Promise<void>;
}

/**
 * Words that come with the chunk that needs them, per language. Name the area where the component is made lazy
 * (see `lazily`), and nothing is ever shown without its words; a change of language waits for every
 * area that has been used.
 * @param load one `import()` per language, which the bundler sees.
 */
export function wordArea<W>(load: Record<Language, () => Promise<W>>): WordArea<W> {
  const loading = new Map<Language, Promise<W>>();
  const loaded = new Map<Language, W>();
  const fetch = (language: Language): Promise<W> => {
    const found = loading.get(language);
    if (found) return found;
    const coming = load[language]().then(
      (words) => {
        loaded.set(language, words);
        return words;
      },
      (error: unknown) => {
        // The next try may find the network again.
        loading.delete(language);
        throw error;
      },
    );
    loading.set(language, coming);
    return coming;
  };
  onLanguage(async (language) => {
    if (languages.some((other) => loading.has(other))) await fetch(language);
  });
  return {
    useWords: () => {
      const { language } = useLanguage();
      return loaded.get(language) ?? use(fetch(language));
    },
    ready: async () => {
      await fetch(currentLanguage());
    },
  };
}
