import type { Filter, Sort, TagFilter } from '../contract/common.ts';
import type { FilterTable } from '../contract/operation.ts';
import type * as columns from './columns.ts';
import { tagged, valueTest } from './filters.ts';
import type { RegionWorld, TagRecord } from './world.ts';

/** The paging, filtering and sorting part of a list's input. */
interface ListQuery<N extends string> {
  pageNumber?: number | undefined;
  pageSize?: number | undefined;
  filters?: (Filter & { name: N })[] | undefined;
  tags?: readonly TagFilter[] | undefined;
  orders?: readonly Sort[] | undefined;
}

interface Listed<T> {
  page: T[];
  totalCount: number;
}

/** What a filter compares: of several values one has to match. */
type Value = string | readonly (string | undefined)[] | undefined;

export type Field<T, V = Value> = columns.Field<T, RegionWorld, V>;

interface ListerOptions<T, N extends string> {
  table: FilterTable & Readonly<Record<N, unknown>>;
  /** What each filter looks at. */
  fields: Readonly<Record<N, Field<T>>>;
  /** The filter on the map's own key, which need not look at every item. */
  key?: NoInfer<N>;
  tags?: Field<T, readonly TagRecord[]>;
  /** What `orders` asks for; no list has a choice. */
  order?: Field<T, number>;
  /** vpc lists: a page beyond the last one answers with the last one. */
  lastPage?: true;
  /** Page size when none is asked for; 20 unless told. */
  size?: number;
}

/** One of the conditions that are ANDed. */
interface Condition<T> {
  holds: (item: T) => boolean;
  /** The same for the items of the whole map by their place in it. */
  byRow: () => (row: number) => boolean;
}

/**
 * Makes the listing of one resource from its row's filter table. Of a map of any size it looks at no more than it
 * must: without filters at the items up to the page asked for, by key at the items named, else at the columns that
 * are asked about.
 */
export function lister<T extends object, N extends string>(options: ListerOptions<T, N>) {
  const { table, fields, key, tags, order, lastPage, size = 20 } = options;
  return (region: RegionWorld, items: ReadonlyMap<string, T>, query: ListQuery<N>): Listed<T> => {
    const { filters = [], tags: tagFilters = [], orders = [] } = query;
    const { pageNumber = 1, pageSize = size } = query;
    const column = <V>(field: Field<T, V>) => region.columns.of(items, field);

    const condition = <V>(field: Field<T, V>, passes: (value: V) => boolean): Condition<T> => ({
      holds: (item) => passes(field(item, region)),
      byRow() {
        const values = column(field);
        return (row) => passes(values[row] as V); // a column has every row
      },
    });
    const byKey = filters.find(
      ({ name, operator = 'eq' }) => name === key && (operator === 'eq' || operator === 'in'),
    );
    const conditions = filters
      .filter((filter) => filter !== byKey)
      .map((filter) => condition(fields[filter.name], fieldTest(table[filter.name], filter)));
    if (tags && tagFilters.length > 0) conditions.push(condition(tags, tagTest(tagFilters)));

    const cut = (totalCount: number, from: (first: number) => T[]): Listed<T> => {
      const last = Math.max(1, Math.ceil(totalCount / pageSize));
      const number = lastPage ? Math.min(pageNumber, last) : pageNumber;
      return { page: from((number - 1) * pageSize), totalCount };
    };
    if (byKey) {
      const found = named(items, byKey.values).filter((item) =>
        conditions.every(({ holds }) => holds(item)),
      );
      return cut(found.length, (first) => found.slice(first, first + pageSize));
    }
    const [sort] = order ? orders : [];
    if (!sort && conditions.length === 0)
      return cut(items.size, (first) => stretch(items.values(), first, pageSize));
    const tests = conditions.map(({ byRow }) => byRow());
    const all = region.columns.items(items);
    const rows =
      order && sort
        ? rowsAmong(inOrder(column(order), sort.direction), tests)
        : rowsWhere(tests, all.length);
    return cut(rows.length, (first) =>
      rows.slice(first, first + pageSize).flatMap((row) => all[row] ?? []),
    );
  };
}

type Test = (row: number) => boolean;

function rowsWhere(tests: readonly Test[], length: number): number[] {
  const rows: number[] = [];
  for (let row = 0; row < length; row++) if (tests.every((test) => test(row))) rows.push(row);
  return rows;
}

function rowsAmong(rows: readonly number[], tests: readonly Test[]): readonly number[] {
  return tests.length === 0 ? rows : rows.filter((row) => tests.every((test) => test(row)));
}

const orders = new WeakMap<
  readonly number[],
  { ascending: readonly number[]; descending: readonly number[] }
>();

/** The rows of a column in the order of its values. To sort them all takes a while, so that is kept. */
function inOrder(column: readonly number[], direction: Sort['direction']): readonly number[] {
  let known = orders.get(column);
  if (!known) {
    const ascending = [...column.keys()].sort((a, b) => (column[a] ?? 0) - (column[b] ?? 0));
    orders.set(column, (known = { ascending, descending: ascending.toReversed() }));
  }
  return direction === 0 ? known.ascending : known.descending;
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

function fieldTest(match: FilterTable[string] | undefined, filter: Filter) {
  const { matches, wanted } = valueTest(match, filter);
  return (value: Value): boolean => {
    if (value === undefined) return !wanted;
    if (typeof value === 'string') return matches(value) === wanted;
    return value.some((one) => one !== undefined && matches(one)) === wanted;
  };
}

/** Many machines share one list of tags, so each list is looked at once. */
function tagTest(filters: readonly TagFilter[]): (tags: readonly TagRecord[]) => boolean {
  const isTagged = tagged(filters);
  const known = new Map<readonly TagRecord[], boolean>();
  return (list) => {
    let fits = known.get(list);
    if (fits === undefined) known.set(list, (fits = isTagged(list)));
    return fits;
  };
}

function named<T>(items: ReadonlyMap<string, T>, ids: readonly string[]): T[] {
  return [...new Set(ids)].flatMap((id) => items.get(id) ?? []);
}
