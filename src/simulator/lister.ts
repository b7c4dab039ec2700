import type { Filter, TagFilter } from '../contract/common.ts';
import type { FilterTable } from '../contract/operation.ts';
import { tagged, valueTest } from './filters.ts';
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

/** A single value needs no array, which counts when a hundred thousand machines are looked at. */
export type Field<T> = (
  item: T,
  region: RegionWorld,
) => string | readonly (string | undefined)[] | undefined;

interface ListerOptions<T, N extends string> {
  table: FilterTable & Readonly<Record<N, unknown>>;
  /** What each filter looks at. An item with several values matches when one of them does. */
  fields: Readonly<Record<N, Field<T>>>;
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
 * without filters only as far as the page asked for, by id only to the items named, and with the same filters once
 * for all pages.
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
    const tests = others.map((filter) => itemTest(table[filter.name], filter, fields, region));
    if (tags && tagFilters.length > 0) tests.push(tagTest(tagFilters, tags));

    const cut = (totalCount: number, from: (first: number) => T[]): Listed<T> => {
      const last = Math.max(1, Math.ceil(totalCount / pageSize));
      const number = lastPage ? Math.min(pageNumber, last) : pageNumber;
      return { page: from((number - 1) * pageSize), totalCount };
    };
    if (!byKey && tests.length === 0)
      return cut(items.size, (first) => stretch(items.values(), first, pageSize));
    const look = (): T[] => passing(byKey ? lookUp(items, byKey.values) : items.values(), tests);
    const found = byKey
      ? look()
      : region.findings.find(options, items, JSON.stringify([filters, tagFilters]), look);
    return cut(found.length, (first) => found.slice(first, first + pageSize));
  };
}

function stretch<T>(items: Iterable<T>, first: number, length: number): T[] {
  const found: T[] = [];
  let place = 0;
  for (const item of items) {
    if (found.length >= length) break;
    if (place++ >= first) found.push(item);
  }
  return found;
}

function passing<T>(items: Iterable<T>, tests: readonly Test<T>[]): T[] {
  const found: T[] = [];
  for (const item of items) if (passesAll(tests, item)) found.push(item);
  return found;
}

type Test<T> = (item: T) => boolean;

function passesAll<T>(tests: readonly Test<T>[], item: T): boolean {
  for (const test of tests) if (!test(item)) return false;
  return true;
}

function itemTest<T, N extends string>(
  match: FilterTable[string] | undefined,
  filter: Filter & { name: N },
  fields: Readonly<Record<N, Field<T>>>,
  region: RegionWorld,
): Test<T> {
  const { matches, wanted } = valueTest(match, filter);
  const field = fields[filter.name];
  return (item) => {
    const found = field(item, region);
    if (found === undefined) return !wanted;
    if (typeof found === 'string') return matches(found) === wanted;
    return found.some((value) => value !== undefined && matches(value)) === wanted;
  };
}

/** Many machines share one list of tags, so each list is looked at once. */
function tagTest<T>(
  filters: readonly TagFilter[],
  tags: (item: T) => readonly TagRecord[],
): Test<T> {
  const isTagged = tagged(filters);
  const known = new Map<readonly TagRecord[], boolean>();
  return (item) => {
    const list = tags(item);
    let fits = known.get(list);
    if (fits === undefined) known.set(list, (fits = isTagged(list)));
    return fits;
  };
}

function* lookUp<T>(items: ReadonlyMap<string, T>, ids: readonly string[]): Generator<T> {
  for (const id of new Set(ids)) {
    const item = items.get(id);
    if (item !== undefined) yield item;
  }
}
