import * as z from 'zod/mini';
import type { Operator } from './definition.ts';

export interface Filter {
  field: string;
  operator: Operator;
  values: readonly string[];
}

/** What a list shows, as far as its address says so. */
export interface ListSearch {
  text: string;
  /** Empty = all. */
  tab: string;
  filters: readonly Filter[];
  sort: { column: string; descending: boolean };
  /** Under which headings: the id of a grouping, and behind a colon what it needs to know. Empty = none. */
  group: string;
  /** From 1. */
  page: number | 'all';
}

/** As much of a list's definition as its address needs. */
interface Shape {
  columns: readonly { id: string }[];
  fields: readonly { id: string; operators: readonly Operator[] }[];
  tabs: readonly { id: string }[];
  groupings?: readonly { id: string }[];
  sortedBy: string;
}

/**
 * Reads the address. Whatever does not make sense is left out, so that an old or mistyped link still shows a list.
 * A filter is `f=field:operator:value`, repeated for several values: nothing in a value needs escaping twice.
 */
export function readSearch(params: URLSearchParams, shape: Shape): ListSearch {
  const columns = shape.columns.flatMap(({ id }) => [id, `-${id}`]);
  const sort = z.catch(z.enum(columns), shape.sortedBy).parse(params.get('sort'));
  const Page = z.catch(z.union([z.literal('all'), z.coerce.number().check(z.int(), z.gte(1))]), 1);
  const tabs = shape.tabs.map(({ id }) => id);
  return {
    text: params.get('q') ?? '',
    tab: z.catch(z.enum(['', ...tabs]), '').parse(params.get('tab')),
    filters: readFilters(params.getAll('f'), shape),
    sort: { column: sort.replace(/^-/, ''), descending: sort.startsWith('-') },
    group: readGroup(params.get('group') ?? '', shape),
    page: Page.parse(params.get('page')),
  };
}

function readGroup(written: string, { groupings = [] }: Shape): string {
  const { id } = groupingOf(written);
  return groupings.some((one) => one.id === id) ? written : '';
}

/** The two parts of a list's `group`. */
export function groupingOf(group: string): { id: string; key: string } {
  const [, id = '', key = ''] = /^([^:]*):?(.*)$/s.exec(group) ?? [];
  return { id, key };
}

function readFilters(written: readonly string[], shape: Shape): Filter[] {
  const found = new Map<string, Filter & { values: string[] }>();
  for (const text of written) {
    const [, id = '', asked = '', value = ''] = /^([^:]*):([^:]*):(.*)$/s.exec(text) ?? [];
    const field = shape.fields.find((one) => one.id === id);
    const operator = field?.operators.find((one) => one === asked);
    if (!operator || value === '') continue;
    const key = `${id}:${operator}`;
    const filter = found.get(key) ?? { field: id, operator, values: [] };
    if (!filter.values.includes(value)) filter.values.push(value);
    found.set(key, filter);
  }
  return [...found.values()];
}

/** The address of a search; what is the default is left out. Other parameters are kept. */
export function writeSearch(
  search: ListSearch,
  shape: Shape,
  kept?: URLSearchParams,
): URLSearchParams {
  const params = new URLSearchParams(kept);
  for (const name of ['q', 'tab', 'f', 'sort', 'group', 'page']) params.delete(name);
  if (search.text) params.set('q', search.text);
  if (search.tab) params.set('tab', search.tab);
  for (const { field, operator, values } of search.filters)
    for (const value of values) params.append('f', `${field}:${operator}:${value}`);
  const { column, descending } = search.sort;
  const sort = `${descending ? '-' : ''}${column}`;
  if (sort !== shape.sortedBy) params.set('sort', sort);
  if (search.group) params.set('group', search.group);
  if (search.page !== 1) params.set('page', String(search.page));
  return params;
}
