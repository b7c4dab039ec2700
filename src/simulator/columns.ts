/** What a list looks at in an item. */
export type Field<T, R, V> = (item: T, region: R) => V;

/** All items of a map in its order, and what of them was looked at. */
interface Table {
  /** How many changes it has seen. */
  asOf: number;
  items: readonly unknown[];
  columns: Map<unknown, Column>;
}

/** One field of all items. */
interface Column extends Contents {
  asOf: number;
}

interface Contents {
  items: readonly unknown[];
  /** As the items hold it. */
  found: unknown[];
  /** The same, with texts copied to lie side by side. */
  values: readonly unknown[];
}

/**
 * What lists look at, field by field. The records of a large fleet are all over the memory and their texts elsewhere
 * again: to compare a field of a hundred thousand there takes ten times as long as in a column of copies. After a
 * change a column is compared with the records by identity, which need not reach for the texts.
 */
export class Columns<R> {
  readonly #region: R;
  readonly #tables = new WeakMap<object, Table>();
  #changes = 0;

  constructor(region: R) {
    this.#region = region;
  }

  /** To be called whenever something in the region may have changed. */
  doubt(): void {
    this.#changes++;
  }

  /** All items, in their order. */
  items<T>(items: ReadonlyMap<string, T>): readonly T[] {
    return this.#table(items).items as readonly T[]; // kept under the map that gave them
  }

  /** A field of all items, in their order: the very same array as long as nothing in it has changed. */
  of<T, V>(items: ReadonlyMap<string, T>, field: Field<T, R, V>): readonly V[] {
    const { columns } = this.#table(items);
    let column = columns.get(field);
    if (column?.asOf !== this.#changes) {
      const all = this.items(items);
      const look = (item: T) => field(item, this.#region);
      const contents = column ? renewed(column, all, look) : gathered(all, look);
      columns.set(field, (column = { asOf: this.#changes, ...contents }));
    }
    return column.values as readonly V[]; // kept under the field that gave them
  }

  #table(items: ReadonlyMap<string, unknown>): Table {
    let table = this.#tables.get(items);
    if (!table) this.#tables.set(items, (table = { asOf: NaN, items: [], columns: new Map() }));
    if (table.asOf !== this.#changes) {
      table.asOf = this.#changes;
      if (!holds(table.items, items)) table.items = [...items.values()];
    }
    return table;
  }
}

function holds(list: readonly unknown[], items: ReadonlyMap<string, unknown>): boolean {
  if (list.length !== items.size) return false;
  let row = 0;
  for (const item of items.values()) if (!Object.is(list[row++], item)) return false;
  return true;
}

function gathered<T>(items: readonly T[], look: (item: T) => unknown): Contents {
  const found = items.map(look);
  return { items, found, values: sideBySide(found) };
}

/** What of a column is as it was keeps its copy; a change concerns a few items, and those go without. */
function renewed<T>(
  { items: before, found, values }: Contents,
  items: readonly T[],
  look: (item: T) => unknown,
): Contents {
  if (before === items) {
    let changed: unknown[] | undefined;
    for (const [row, item] of items.entries()) {
      const now = look(item);
      if (isSame(found[row], now)) continue;
      changed ??= [...values];
      changed[row] = found[row] = now;
    }
    return { items, found, values: changed ?? values };
  }
  const now = items.map(look);
  let was = 0;
  const kept = items.map((item, row) => {
    // Items leave from anywhere and come at the end, so those of before are met in the same order.
    while (was < before.length && before[was] !== item) was++;
    return isSame(found[was], now[row]) ? values[was] : now[row];
  });
  return { items, found: now, values: kept };
}

/** Some fields make a new array each time. (Unlike `===`, `Object.is` of one text with itself reads nothing of it.) */
function isSame(one: unknown, other: unknown): boolean {
  if (Object.is(one, other)) return true;
  if (!Array.isArray(one) || !Array.isArray(other)) return false;
  return one.length === other.length && one.every((value, index) => value === other[index]);
}

/** A text that is cut up gives texts that lie in it one after the other. */
function sideBySide(values: readonly unknown[]): readonly unknown[] {
  const texts = values.filter((value) => typeof value === 'string');
  const copies = texts.join('\n').split('\n');
  if (copies.length !== texts.length) return values; // one of them has a line break
  let next = 0;
  return values.map((value) => (typeof value === 'string' ? copies[next++] : value));
}
