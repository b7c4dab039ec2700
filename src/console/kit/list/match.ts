import type { Column, Field, ListDefinition, Operator, Setting } from './definition.ts';
import type { Filter } from './search.ts';

/**
 * Free text: every word must be somewhere in the item. What an item is searched by is put together once and kept as
 * long as the item, so that a key press costs one pass over strings.
 */
export function createTextMatch<T extends object>(list: Pick<ListDefinition<T>, 'searched'>) {
  const known = new WeakMap<T, string>();
  const hayOf = (item: T) => {
    let hay = known.get(item);
    if (hay === undefined) {
      // Words do not match across the fields of an item.
      hay = list.searched(item).filter(Boolean).join('\n').toLowerCase();
      known.set(item, hay);
    }
    return hay;
  };
  return (text: string): ((item: T) => boolean) => {
    const words = text.toLowerCase().split(/\s+/).filter(Boolean);
    return (item) => words.every((word) => hayOf(item).includes(word));
  };
}

const negative: ReadonlySet<Operator> = new Set(['not', 'noKey']);

/** Whether an item passes all filters. Values of one filter are ORed, filters ANDed. */
export function filterMatch<T>(
  fields: readonly Field<T>[],
  filters: readonly Filter[],
): (item: T) => boolean {
  const tests = filters.flatMap(({ field: id, operator, values }) => {
    const field = fields.find((one) => one.id === id);
    return field ? [testOf(field, operator, values)] : [];
  });
  return (item) => tests.every((passes) => passes(item));
}

function testOf<T>(
  field: Field<T>,
  operator: Operator,
  values: readonly string[],
): (item: T) => boolean {
  const { test, read } = field;
  if (test) return (item) => test(item, values);
  if (operator === 'has') {
    const parts = values.map((value) => value.toLowerCase());
    return (item) =>
      read(item, operator).some((own) => {
        const text = own?.toLowerCase();
        return text !== undefined && parts.some((part) => text.includes(part));
      });
  }
  const wanted = new Set<string | undefined>(values);
  const wants = !negative.has(operator);
  return (item) => read(item, operator).some((own) => wanted.has(own)) === wants;
}

/** Text that sorts as people count: `web-2` before `web-10`. */
export function sortKey(text: string): string {
  return text.toLowerCase().replace(/\d+/g, (digits) => digits.padStart(12, '0'));
}

const isPlain = (text: string) => /^[\x20-\x7e]*$/.test(text);

interface Keyed<T> {
  item: T;
  key: string | number | undefined;
  /** Comparing as it is will do. */
  plain: boolean;
}

/**
 * Sorts by one column; what has no value comes last in either direction. The key of an item is made once and kept
 * with it: a fleet arrives in many pieces. Comparing plain strings is some twenty times as quick as asking a
 * collator, which only names in other scripts need.
 * @returns a function that sorts a copy.
 */
export function createSort<T extends object>(column: Column<T>, setting: Setting) {
  const collator = new Intl.Collator(setting.language);
  const known = new WeakMap<T, Keyed<T>>();
  const keyedOf = (item: T): Keyed<T> => {
    let keyed = known.get(item);
    if (!keyed) {
      const value = column.order ? column.order(item) : column.text(item, setting);
      const key = typeof value === 'string' ? sortKey(value) : value;
      keyed = { item, key, plain: typeof key !== 'string' || isPlain(key) };
      known.set(item, keyed);
    }
    return keyed;
  };
  return (items: readonly T[], descending: boolean): T[] => {
    const sign = descending ? -1 : 1;
    return items
      .map(keyedOf)
      .sort((a, b) => {
        const missing = Number(isMissing(a.key)) - Number(isMissing(b.key));
        if (missing !== 0) return missing;
        if (a.key === b.key || a.key === undefined || b.key === undefined) return 0;
        if (a.plain !== b.plain) return a.plain ? -sign : sign;
        if (!a.plain) return sign * collator.compare(String(a.key), String(b.key));
        return a.key < b.key ? -sign : sign;
      })
      .map(({ item }) => item);
  };
}

const isMissing = (key: string | number | undefined) => key === undefined || key === '';
