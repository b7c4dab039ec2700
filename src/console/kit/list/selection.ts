/** Ids of what is selected. It outlives paging and filtering. */
export type Selected = ReadonlySet<string>;

/**
 * Turns one id on or off, or with `from` (the one touched before) everything between the two as well, in the order
 * on screen. When `from` is not on screen any more, it is the one alone.
 */
export function toggle(
  selected: Selected,
  id: string,
  on: boolean,
  range?: { from: string | undefined; order: readonly string[] },
): Selected {
  const next = new Set(selected);
  for (const one of range ? between(range.order, range.from, id) : [id]) {
    if (on) next.add(one);
    else next.delete(one);
  }
  return next;
}

function between(
  order: readonly string[],
  from: string | undefined,
  to: string,
): readonly string[] {
  const a = from === undefined ? -1 : order.indexOf(from);
  const b = order.indexOf(to);
  return a < 0 || b < 0 ? [to] : order.slice(Math.min(a, b), Math.max(a, b) + 1);
}

/** Turns many on or off. */
export function toggleAll(selected: Selected, ids: readonly string[], on: boolean): Selected {
  return on
    ? new Set([...selected, ...ids])
    : new Set([...selected].filter((id) => !ids.includes(id)));
}

/** What a checkbox over several rows shows. */
export function stateOf(selected: Selected, ids: readonly string[]): 'none' | 'some' | 'all' {
  const count = ids.filter((id) => selected.has(id)).length;
  if (count === 0) return 'none';
  return count === ids.length ? 'all' : 'some';
}
