import { queryOptions } from '@tanstack/react-query';
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
