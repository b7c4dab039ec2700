import type { Filter, TagFilter } from '../contract/common.ts';
import type { FilterTable } from '../contract/operation.ts';
import type { TagRecord } from './world.ts';

/** One page of a list, as the cloud cuts it: pages count from 1 and hold 20 unless the caller says otherwise. */
export function page<T>(
  items: readonly T[],
  {
    pageNumber = 1,
    pageSize = 20,
  }: { pageNumber?: number | undefined; pageSize?: number | undefined },
): T[] {
  return items.slice((pageNumber - 1) * pageSize, pageNumber * pageSize);
}

/** A filter after its row's table was looked up, so that a long list does not look it up per item. */
interface Test {
  name: string;
  matches: (value: string) => boolean;
  /** Whether one matching value of an item lets it through (`ne` wants none to match). */
  wanted: boolean;
}

/**
 * Makes the test a list applies to each item: filters are ANDed, the values of one are ORed, and an item that has
 * several values of a name (the disks of a machine, say) passes when one of them matches.
 * @param valuesOf the item's own values for a filter's name
 */
export function passing<T, N extends string>(
  table: FilterTable & Readonly<Record<N, unknown>>,
  filters: readonly (Filter & { name: NoInfer<N> })[] | undefined,
  valuesOf: (item: T, name: N) => readonly (string | undefined)[],
): (item: T) => boolean {
  const tests = (filters ?? []).map((filter): Test & { name: N } => ({
    name: filter.name,
    ...valueTest(table[filter.name], filter),
  }));
  return (item) =>
    tests.every(
      ({ name, matches, wanted }) =>
        valuesOf(item, name).some((value) => value !== undefined && matches(value)) === wanted,
    );
}

/** The comparison one filter makes with one value of an item. */
export function valueTest(
  match: FilterTable[string] | undefined,
  { operator = 'eq', values }: Filter,
): Omit<Test, 'name'> {
  const fuzzy = operator === 'like' || (operator === 'eq' && (match ?? '').startsWith('fuzzy'));
  if (fuzzy) {
    // A pattern looks at a text without making a second one in lower case.
    const part = new RegExp(values.map(literally).join('|'), 'i');
    return { wanted: true, matches: (value) => part.test(value) };
  }
  const bound = values[0] ?? '';
  switch (operator) {
    case 'lt':
      return { wanted: true, matches: (value) => value < bound };
    case 'le':
      return { wanted: true, matches: (value) => value <= bound };
    case 'gt':
      return { wanted: true, matches: (value) => value > bound };
    case 'ge':
      return { wanted: true, matches: (value) => value >= bound };
    default: {
      const wanted = operator !== 'ne';
      if (values.length === 1) return { wanted, matches: (value) => value === bound };
      const set = new Set(values);
      return { wanted, matches: (value) => set.has(value) };
    }
  }
}

/** A pattern that matches just this text. */
function literally(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
}

/** Tag filters: the keys are ANDed, the values of one key ORed; a key without values asks for the key alone. */
export function tagged(
  filters: readonly TagFilter[] | undefined,
): (tags: readonly TagRecord[]) => boolean {
  const wanted = filters ?? [];
  return (tags) =>
    wanted.every(({ key, values }) =>
      tags.some((tag) => tag.key === key && (values.length === 0 || values.includes(tag.value))),
    );
}
