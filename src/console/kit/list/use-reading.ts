import type { UseQueryResult } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import type { ListReading } from './reading.ts';

/** How the reading of a list goes, from the query behind it. */
export function useReading(
  query: UseQueryResult,
  { total, complete }: Pick<ListReading, 'total' | 'complete'>,
): Omit<ListReading, 'watched'> & { refresh: () => void } {
  const [startedAt] = useState(() => Date.now());
  const known = query.data !== undefined;
  // While it is tried again the query knows of no error any more; on screen nothing has changed yet.
  const lastError = useRef<Error>(undefined);
  useEffect(() => {
    if (query.error || known) lastError.current = query.error ?? undefined;
  }, [query.error, known]);
  return {
    startedAt,
    fetchedAt: query.dataUpdatedAt,
    total,
    complete,
    fetching: query.isFetching,
    failed: query.isRefetchError,
    error: query.error ?? (known ? undefined : lastError.current),
    failures: query.errorUpdateCount,
    refresh: () => void query.refetch(),
  };
}
