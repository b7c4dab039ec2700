import { Button } from '@mantine/core';
import { IconHistory } from '@tabler/icons-react';
import { useWords } from '../words/language.tsx';
import { useEntries } from './context.tsx';
import { isOpen } from './entry.ts';

/** What is under way, in the top bar: a count while work runs, plain otherwise. */
export function TrayButton() {
  const words = useWords();
  const running = useEntries().filter(isOpen).length;
  return (
    <Button
      variant={running > 0 ? 'light' : 'subtle'}
      leftSection={<IconHistory size={14} stroke={1.7} />}
    >
      {running > 0 ? words.activity.inProgress(running) : words.activity.short}
    </Button>
  );
}
