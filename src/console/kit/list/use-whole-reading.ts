import type { UseQueryResult } from '@tanstack/react-query';
import { useReading } from './use-reading.ts';

/** How the reading of a list goes whose pages are all read one after the other. */
export function useWholeReading(
  query: UseQueryResult<{ items: readonly unknown[]; total: number }>,
) {
  const { items, total = 0 } = query.data ?? {};
  return useReading(query, { total, complete: items !== undefined && items.length >= total });
}
