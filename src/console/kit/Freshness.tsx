import { ActionIcon } from '@mantine/core';
import { IconRefresh } from '@tabler/icons-react';
import { useWords } from '../words/language.tsx';
import { BusyButton } from './BusyButton.tsx';
import classes from './Freshness.module.css';
import { useNow } from './now.ts';
import { StatusGlyph } from './Status.tsx';
import { formatAgo } from './when.ts';

interface FreshnessProps {
  /** When it was read, in milliseconds since 1970. */
  at: number;
  fetching: boolean;
  /** The last try to read it again failed, so that it is older than it should be. */
  failed: boolean;
  refresh: () => void;
}

/** How old what is on screen is, and a way to newer. */
export function Freshness({ at, fetching, failed, refresh }: FreshnessProps) {
  const words = useWords();
  const { kit } = words;
  const ago = formatAgo(useNow() - at, words);
  return (
    <span className={classes.root}>
      {failed && <StatusGlyph look="warn" />}
      <span className={failed ? classes.stale : undefined}>
        {failed ? kit.list.stale(ago) : kit.list.fetched(ago)}
      </span>
      {failed ? (
        <BusyButton size="xs" busy={fetching} onClick={refresh}>
          {kit.retry}
        </BusyButton>
      ) : (
        <ActionIcon
          aria-label={kit.list.refresh}
          title={kit.list.refresh}
          data-busy={fetching || undefined}
          onClick={refresh}
        >
          <IconRefresh size={14} stroke={1.7} />
        </ActionIcon>
      )}
    </span>
  );
}
