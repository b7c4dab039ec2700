import { ActionIcon } from '@mantine/core';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useWords } from '../words/language.tsx';
import { copyText } from './copy.ts';

interface CopyButtonProps {
  text: string;
  /** What it is, for the name of the button: "Copy the request ID". */
  what: string;
}

/** Copies a text and says so with a tick, for a moment. */
export function CopyButton({ text, what }: CopyButtonProps) {
  const { actions, kit } = useWords();
  const [outcome, setOutcome] = useState<'copied' | 'refused'>();
  useEffect(() => {
    if (!outcome) return undefined;
    const timer = setTimeout(() => setOutcome(undefined), 1500);
    return () => clearTimeout(timer);
  }, [outcome]);
  const label = {
    copied: kit.copied,
    refused: actions.notCopied,
    none: kit.copyThing(what),
  }[outcome ?? 'none'];
  return (
    <ActionIcon
      size={20}
      aria-label={label}
      title={label}
      onClick={() =>
        void copyText(text).then(
          () => setOutcome('copied'),
          () => setOutcome('refused'),
        )
      }
    >
      {outcome === 'copied' ? (
        <IconCheck size={14} stroke={1.7} />
      ) : (
        <IconCopy size={14} stroke={1.7} />
      )}
    </ActionIcon>
  );
}
