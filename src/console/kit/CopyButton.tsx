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
  const { kit } = useWords();
  const [copied, setCopied] = useState(false);
  useEffect(() => {
    if (!copied) return undefined;
    const timer = setTimeout(() => setCopied(false), 1500);
    return () => clearTimeout(timer);
  }, [copied]);
  return (
    <ActionIcon
      size={20}
      aria-label={copied ? kit.copied : kit.copyThing(what)}
      title={copied ? kit.copied : kit.copyThing(what)}
      onClick={() => void copyText(text).then(() => setCopied(true))}
    >
      {copied ? <IconCheck size={14} stroke={1.7} /> : <IconCopy size={14} stroke={1.7} />}
    </ActionIcon>
  );
}
