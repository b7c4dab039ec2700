import { type QueryClient, queryOptions } from '@tanstack/react-query';
import type * as z from 'zod/mini';
import type { InputOf, OutputOf, ReadOperation } from '../../contract/operation.ts';
import type { Call } from './client.ts';

/** The cache key of a read: the operation's name and its input. Writes name the operations they touch. */
export function keyOf<O extends ReadOperation>(operation: O, input: InputOf<O>) {
  return [operation.name, input] as const;
}

/** Options for one read, for hooks and for prefetching alike. Data is the operation's result. */
export function readOptions<O extends ReadOperation>(call: Call, operation: O, input: InputOf<O>) {
  return queryOptions<OutputOf<O>>({
    queryKey: keyOf(operation, input),
    queryFn: async ({ signal }) => (await call(operation, input, { signal })).result,
  });
}

/**
 * Puts fresh facts into what a list has brought. The rest of it has not become fresher by this: it goes on saying when it
 * was read, what a write has made stale stays so until it is read again, and what could not be read again is tried again.
 */
export function amend<T>(
  client: QueryClient,
  queryKey: readonly unknown[],
  change: (known: T) => T,
): void {
  const query = client.getQueryCache().find<T>({ queryKey });
  // setQueryData would count as a read, which ends all of that.
  if (query?.state.data !== undefined) query.setState({ data: change(query.state.data) });
}

const pagesAtOnce = 4;

/** The pages of a list from the second to the last, a few at a time, in order. */
export async function* pagesAfterFirst<R>(
  last: number,
  readPage: (pageNumber: number) => Promise<R>,
): AsyncGenerator<R[]> {
  for (let page = 2; page <= last; page += pagesAtOnce) {
    const length = Math.min(pagesAtOnce, last - page + 1);
    yield await Promise.all(Array.from({ length }, (_, index) => readPage(page + index)));
  }
}

/** A list read to its end, or to the limit given. */
export interface Whole<T> {
  items: T[];
  /** How many the cloud says there are. */
  total: number;
}

/** Reads that come in pages. */
type PagedRead = ReadOperation<
  string,
  z.ZodMiniObject,
  z.ZodMiniType<{ totalCount?: number | undefined }>
>;

/**
 * Options for the whole of a paged list: the cloud neither sorts nor searches, so whoever shows it needs all of it.
 * @param itemsOf the list in the operation's result.
 * @param bounds `limit`: where reading ends; `total` tells that there is more.
 */
export function wholeOptions<O extends PagedRead, T>(
  call: Call,
  operation: O,
  input: Omit<InputOf<O>, 'pageNumber' | 'pageSize'>,
  itemsOf: (result: OutputOf<O>) => readonly T[] | undefined,
  { limit = 10_000, pageSize = 100 }: { limit?: number; pageSize?: number } = {},
) {
  return queryOptions<Whole<T>>({
    queryKey: [operation.name, input],
    queryFn: async ({ signal }) => {
      const readPage = async (pageNumber: number) => {
        // The page fields are back, which the compiler cannot see through the generic.
        const paged = { ...input, pageNumber, pageSize } as InputOf<O>;
        return (await call(operation, paged, { signal })).result;
      };
      const first = await readPage(1);
      const items = [...(itemsOf(first) ?? [])];
      const total = first.totalCount ?? items.length;
      const last = Math.ceil(Math.min(total, limit) / pageSize);
      for await (const results of pagesAfterFirst(last, readPage)) {
        for (const result of results) items.push(...(itemsOf(result) ?? []));
      }
      return { items, total: Math.max(total, items.length) };
    },
  });
}
