import { Button } from '@mantine/core';
import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { CloudError } from '../../../contract/envelope.ts';
import { EmptyState } from '../EmptyState.tsx';
import { ErrorPanel } from '../ErrorPanel.tsx';
import type { Parent } from './Crumbs.tsx';
import { DetailLoading } from './DetailLoading.tsx';

interface DetailReadingProps<T> {
  query: UseQueryResult;
  /** What was read; nothing while it is not, or when there is no such thing. */
  item: T | undefined;
  id: string;
  region: string;
  /** The list it is in. */
  parent: Parent;
  words: {
    missing: (id: string) => string;
    missingHint: string;
    toList: string;
    failed: string;
  };
  children: (item: T) => ReactNode;
}

/** The page of one thing in every state its reading may be in. */
export function DetailReading<T>(props: DetailReadingProps<T>) {
  const { query, item, id, parent, words } = props;
  const isMissing = query.error instanceof CloudError && query.error.code === 404;
  if (isMissing || (query.isSuccess && !item)) {
    return (
      <EmptyState
        page
        title={words.missing(id)}
        actions={
          <Button variant="filled" size="md" component={Link} to={parent.to}>
            {words.toList}
          </Button>
        }
      >
        {words.missingHint}
      </EmptyState>
    );
  }
  if (item) return props.children(item);
  if (!query.error) return <DetailLoading parent={parent} id={id} />;
  return (
    <ErrorPanel
      title={words.failed}
      error={query.error}
      region={props.region}
      failures={query.errorUpdateCount}
      retrying={query.isFetching}
      onRetry={() => void query.refetch()}
    />
  );
}
