import { ActionIcon } from '@mantine/core';
import { IconRefresh } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { formatAgo } from '../kit/when.ts';
import { useNow } from '../kit/now.ts';
import { StatusGlyph } from '../kit/Status.tsx';
import { useWords } from '../words/language.tsx';
import classes from './OverviewPage.module.css';

interface FetchedProps {
  query: {
    /** Milliseconds since 1970; 0 before the first answer. */
    dataUpdatedAt: number;
    isFetching: boolean;
    isRefetchError: boolean;
  };
}

/** How old the numbers are, and new ones. */
export function Fetched({ query }: FetchedProps) {
  const words = useWords();
  const { list } = words.kit;
  const client = useQueryClient();
  const now = useNow();
  if (query.dataUpdatedAt === 0) return null;
  const ago = formatAgo(now - query.dataUpdatedAt, words);
  const failed = query.isRefetchError;
  return (
    <span className={classes.fetched}>
      {failed && <StatusGlyph look="warn" />}
      <span className={failed ? classes.stale : undefined}>
        {failed ? list.stale(ago) : list.fetched(ago)}
      </span>
      <ActionIcon
        aria-label={list.refresh}
        title={list.refresh}
        data-busy={query.isFetching || undefined}
        onClick={() => void client.refetchQueries({ type: 'active' })}
      >
        <IconRefresh size={14} stroke={1.7} />
      </ActionIcon>
    </span>
  );
}
