import { useEffect, useRef, useState } from 'react';

/**
 * Text being typed, ahead of where it is kept: it is handed on when the keys rest. When it changes elsewhere (Back,
 * a link), the field follows.
 */
export function useDraft(kept: string, keep: (text: string) => void, restMs = 120) {
  const [draft, setDraft] = useState(kept);
  const sent = useRef(kept);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => {
    if (kept === sent.current) return;
    sent.current = kept;
    setDraft(kept);
  }, [kept]);
  useEffect(() => () => clearTimeout(timer.current), []);
  return [
    draft,
    (text: string) => {
      setDraft(text);
      clearTimeout(timer.current);
      timer.current = setTimeout(() => {
        sent.current = text;
        keep(text);
      }, restMs);
    },
  ] as const;
}
