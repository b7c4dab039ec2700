import type { Field, Operator } from './definition.ts';

interface Offer {
  value: string;
  /** How many items have it. */
  count: number | undefined;
}

/** The values worth choosing for a field: what the items hold, most frequent first, and what the field adds. */
export function offersFor<T>(
  field: Field<T>,
  operator: Operator,
  items: readonly T[],
  chosen: readonly string[],
): Offer[] {
  const counts = new Map<string, number>();
  for (const item of items) {
    for (const value of new Set(field.read(item, operator))) {
      if (value) counts.set(value, (counts.get(value) ?? 0) + 1);
    }
  }
  const held = [...counts].map(([value, count]) => ({ value, count }));
  held.sort((a, b) => b.count - a.count || a.value.localeCompare(b.value));
  const extra = [...(field.offers ?? []), ...chosen].filter((value) => !counts.has(value));
  return [...new Set(extra)].map<Offer>((value) => ({ value, count: undefined })).concat(held);
}
