import { useCallback, useDeferredValue, useMemo } from 'react';
import { useSearchParams } from 'react-router';
import { useRegion } from '../../region.ts';
import { useLanguage, useWords } from '../../words/language.tsx';
import { type ChosenColumns, useChosenColumns } from './chosen-columns.ts';
import type { ListDefinition, Setting } from './definition.ts';
import { type Group, groupsOf } from './groups.ts';
import { createSort, createTextMatch, filterMatch } from './match.ts';
import { type ListSearch, readSearch, writeSearch } from './search.ts';
import { type Selection, useSelection } from './use-selection.ts';

export const pageSize = 100;

/** A list as it is on screen: what the address asks for, applied to the items that are known. */
export interface List<T> {
  definition: ListDefinition<T>;
  setting: Setting;
  search: ListSearch;
  /** Changes the address. Anything but turning the page goes back to the first one. */
  change: (to: Partial<ListSearch>, how?: { replace?: boolean }) => void;
  /** Everything known; undefined while nothing is. */
  items: readonly T[] | undefined;
  /** How many match text and filters, by tab; '' is all of them. */
  counts: ReadonlyMap<string, number>;
  /** The text that what matches was looked for by, a moment behind what the address asks for. */
  text: string;
  /** What matches, sorted, all pages. */
  matches: readonly T[];
  /** The same under its headings; empty unless the address asks for them. */
  groups: readonly Group<T>[];
  /** What is on this page, and the index of its first. */
  rows: readonly T[];
  first: number;
  pages: number;
  page: ListSearch['page'];
  columns: ChosenColumns<T>;
  selection: Selection<T>;
  /** Text or a filter or a tab keeps something out. */
  narrowed: boolean;
}

export function useList<T extends object>(
  definition: ListDefinition<T>,
  items: readonly T[] | undefined,
): List<T> {
  const words = useWords();
  const { language } = useLanguage();
  const region = useRegion();
  const setting = useMemo(() => ({ words, language, region }), [words, language, region]);
  const [params, setParams] = useSearchParams();
  const search = useMemo(() => readSearch(params, definition), [params, definition]);
  const change = useCallback<List<T>['change']>(
    (to, { replace = false } = {}) => {
      setParams(
        (now) => writeSearch({ ...readSearch(now, definition), page: 1, ...to }, definition, now),
        { replace },
      );
    },
    [setParams, definition],
  );

  const match = useMemo(() => createTextMatch(definition), [definition]);
  const text = useDeferredValue(search.text);
  const { filters, tab, sort } = search;
  const found = useMemo(() => {
    const hasText = match(text);
    const passes = filterMatch(definition.fields, filters);
    return items?.filter((item) => passes(item) && hasText(item)) ?? [];
  }, [items, match, text, filters, definition]);
  const counts = useMemo(
    () =>
      new Map([
        ['', found.length],
        ...definition.tabs.map(({ id, test }) => [id, found.filter(test).length] as const),
      ]),
    [found, definition],
  );
  const { column, descending } = sort;
  const sorted = useMemo(() => {
    const by = definition.columns.find(({ id }) => id === column);
    return by && createSort(by, setting);
  }, [definition, column, setting]);
  const ordered = useMemo(() => {
    const test = definition.tabs.find(({ id }) => id === tab)?.test;
    const kept = test ? found.filter(test) : found;
    return sorted ? sorted(kept, descending) : kept;
  }, [found, tab, descending, definition, sorted]);
  const { group } = search;
  const groups = useMemo(
    () => groupsOf(ordered, definition.groupings ?? [], group, setting),
    [ordered, definition, group, setting],
  );
  const matches = useMemo(
    () => (groups.length > 0 ? groups.flatMap((one) => one.items) : ordered),
    [groups, ordered],
  );

  const pages = Math.max(1, Math.ceil(matches.length / pageSize));
  const page = search.page === 'all' ? search.page : Math.min(search.page, pages);
  const first = page === 'all' ? 0 : (page - 1) * pageSize;
  const rows = useMemo(
    () => (page === 'all' ? matches : matches.slice(first, first + pageSize)),
    [matches, page, first],
  );
  return {
    definition,
    setting,
    search,
    change,
    items,
    counts,
    text,
    matches,
    groups,
    rows,
    first,
    pages,
    page,
    columns: useChosenColumns(definition),
    selection: useSelection(definition, items),
    narrowed: search.text !== '' || filters.length > 0 || tab !== '',
  };
}
