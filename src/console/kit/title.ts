import { useEffect } from 'react';
import { useWords } from '../words/language.tsx';

/** Names the tab after the page, most particular word first. */
export function useTitle(...parts: (string | undefined)[]): void {
  const words = useWords();
  const title = [...parts, words.shell.product].filter(Boolean).join(' · ');
  useEffect(() => {
    document.title = title;
  }, [title]);
}
