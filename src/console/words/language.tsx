import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react';
import { type Language, languages, type Sentence } from '../../contract/words.ts';
import { changeLanguage, startIn } from './current.ts';
import type { Words } from './en-US/index.ts';

const storageKey = 'vm-console.language';

/** The languages by their own names. */
export const languageNames: Record<Language, string> = { 'zh-CN': '中文', 'en-US': 'English' };

/** The catalogues, each a chunk of its own: a page loads only the language it shows. */
const catalogues: Record<Language, () => Promise<{ words: Words }>> = {
  'en-US': () => import('./en-US/index.ts'),
  'zh-CN': () => import('./zh-CN/index.ts'),
};

/** What the user chose, else the first language of the browser that the product speaks, else English. */
export function initialLanguage(): Language {
  const found = wantedLanguage();
  startIn(found);
  return found;
}

function wantedLanguage(): Language {
  const stored = localStorage.getItem(storageKey);
  const wanted = [stored ?? '', ...navigator.languages];
  for (const tag of wanted) {
    const found = languages.find((language) => language.slice(0, 2) === tag.slice(0, 2));
    if (found) return found;
  }
  return 'en-US';
}

export async function loadWords(language: Language): Promise<Words> {
  return (await catalogues[language]()).words;
}

interface Speech {
  language: Language;
  words: Words;
  /** Resolves once the other catalogue is there; nothing is reloaded and nothing typed is lost. */
  speak: (language: Language) => Promise<void>;
}

const SpeechContext = createContext<Speech | undefined>(undefined);

interface LanguageProviderProps {
  language: Language;
  words: Words;
  children: ReactNode;
}

export function LanguageProvider(props: LanguageProviderProps) {
  const [current, setCurrent] = useState({ language: props.language, words: props.words });
  const speech = useMemo<Speech>(
    () => ({
      ...current,
      speak: async (language) => {
        const words = await loadWords(language);
        await changeLanguage(language);
        localStorage.setItem(storageKey, language);
        setCurrent({ language, words });
      },
    }),
    [current],
  );
  useEffect(() => {
    document.documentElement.lang = current.language;
  }, [current.language]);
  return <SpeechContext.Provider value={speech}>{props.children}</SpeechContext.Provider>;
}

function useSpeech(): Speech {
  const speech = useContext(SpeechContext);
  if (!speech) throw new Error('words need a LanguageProvider above them');
  return speech;
}

/** The catalogue of the language on screen. */
export function useWords(): Words {
  return useSpeech().words;
}

/** The language on screen, and how to change it. */
export function useLanguage(): Pick<Speech, 'language' | 'speak'> {
  return useSpeech();
}

/** Reads sentences that the contract gives in every language. */
export function useSay(): (sentence: Sentence) => string {
  const { language } = useSpeech();
  return (sentence) => sentence[language];
}
