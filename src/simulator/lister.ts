import type { Filter, TagFilter } from '../contract/common.ts';
import type { FilterTable } from '../contract/operation.ts';
import { passing, tagged } from './filters.ts';
import type { RegionWorld, TagRecord } from './world.ts';

/** The paging and filtering part of a list's input. */
export interface ListQuery<N extends string> {
  pageNumber?: number | undefined;
  pageSize?: number | undefined;
  filters?: (Filter & { name: N })[] | undefined;
  tags?: readonly TagFilter[] | undefined;
}

export interface Listed<T> {
  page: T[];
  totalCount: number;
}

interface ListerOptions<T, N extends string> {
  table: FilterTable & Readonly<Record<N, unknown>>;
  /** What each filter looks at. */
  fields: Readonly<Record<N, (item: T, region: RegionWorld) => readonly (string | undefined)[]>>;
  /** The filter on the map's own key, which need not look at every item. */
  key?: NoInfer<N>;
  tags?: (item: T) => readonly TagRecord[];
  /** vpc lists: a page beyond the last one answers with the last one. */
  lastPage?: true;
  /** Page size when none is asked for; 20 unless told. */
  size?: number;
}

/**
 * Makes the listing of one resource from its row's filter table. It walks a map of any size without copying it:
 * without filters only as far as the page asked for, by id only to the items named.
 */
export function lister<T, N extends string>(options: ListerOptions<T, N>) {
  const { table, fields, key, tags, lastPage, size = 20 } = options;
  return (
    region: RegionWorld,
    items: ReadonlyMap<string, T>,
    { filters = [], tags: tagFilters = [], pageNumber = 1, pageSize = size }: ListQuery<N>,
  ): Listed<T> => {
    const byKey = filters.find(
      ({ name, operator = 'eq' }) => name === key && (operator === 'eq' || operator === 'in'),
    );
    const others = filters.filter((filter) => filter !== byKey);
    const source = byKey ? lookUp(items, byKey.values) : items.values();
    const passes = passing<T, N>(table, others, (item, name) => fields[name](item, region));
    const isTagged = tagged(tagFilters);
    const everything = !byKey && others.length === 0 && tagFilters.length === 0;

    const found: T[] = [];
    const from = (pageNumber - 1) * pageSize;
    let count = 0;
    for (const item of source) {
      if (everything && found.length >= pageSize) break;
      if (!everything && (!passes(item) || !(tags === undefined || isTagged(tags(item))))) continue;
      if (count >= from && count < from + pageSize) found.push(item);
      count++;
    }
    const totalCount = everything ? items.size : count;
    if (lastPage && pageNumber > 1 && totalCount > 0 && found.length === 0) {
      const page = Math.ceil(totalCount / pageSize);
      const query = { filters, tags: tagFilters, pageNumber: page, pageSize };
      return lister(options)(region, items, query);
    }
    return { page: found, totalCount };
  };
}

function* lookUp<T>(items: ReadonlyMap<string, T>, ids: readonly string[]): Generator<T> {
  for (const id of new Set(ids)) {
    const item = items.get(id);
    if (item !== undefined) yield item;
  }
}
