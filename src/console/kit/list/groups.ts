import type { Grouping, Setting } from './definition.ts';
import { sortKey } from './match.ts';
import { groupingOf } from './search.ts';

/** Rows under one heading. */
export interface Group<T> {
  /** What they have in common; empty for those that have nothing there. */
  value: string;
  /** The same for people. */
  label: string;
  /** The place of its first among all matches. */
  start: number;
  items: readonly T[];
}

/**
 * Puts items under headings, these sorted by name, those without a value last. Within a group the order stays.
 * @param group as in the address; empty = no headings.
 */
export function groupsOf<T>(
  items: readonly T[],
  groupings: readonly Grouping<T>[],
  group: string,
  setting: Setting,
): readonly Group<T>[] {
  const { id, key } = groupingOf(group);
  const grouping = groupings.find((one) => one.id === id);
  if (!grouping) return [];
  const found = new Map<string, T[]>();
  for (const item of items) {
    const value = grouping.read(item, key) ?? '';
    const known = found.get(value);
    if (known) known.push(item);
    else found.set(value, [item]);
  }
  const { word = (value: string) => value } = grouping;
  const { compare } = new Intl.Collator(setting.language);
  const named = [...found].map(([value, own]) => ({
    value,
    label: value === '' ? setting.words.kit.list.noGroupValue : word(value, setting),
    items: own,
  }));
  named.sort(
    (a, b) =>
      Number(a.value === '') - Number(b.value === '') ||
      compare(sortKey(a.label), sortKey(b.label)),
  );
  let start = 0;
  return named.map((one) => {
    const from = start;
    start += one.items.length;
    return { ...one, start: from };
  });
}

/** A line of the table: a heading, or a row. */
type Line<T> = { group: Group<T> } | { item: T; row: number };

/**
 * The lines of one page: its rows, each group's under its heading, but for the groups that are folded.
 * @param first the place of the page's first row among all matches.
 */
export function linesOf<T>(
  rows: readonly T[],
  first: number,
  groups: readonly Group<T>[],
  folded: ReadonlySet<string>,
): Line<T>[] {
  if (groups.length === 0) return rows.map((item, row) => ({ item, row }));
  const lines: Line<T>[] = [];
  let row = 0;
  for (const group of groups) {
    const from = Math.max(0, group.start - first);
    const to = Math.min(rows.length, group.start + group.items.length - first);
    if (to <= from) continue;
    lines.push({ group });
    if (folded.has(group.value)) continue;
    for (const item of rows.slice(from, to)) {
      lines.push({ item, row });
      row += 1;
    }
  }
  return lines;
}
