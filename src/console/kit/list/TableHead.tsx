import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import { useWords } from '../../words/language.tsx';
import { Checkbox } from '../Checkbox.tsx';
import classes from './ResourceTable.module.css';
import { stateOf } from './selection.ts';
import type { List } from './use-list.ts';

interface TableHeadProps<T> {
  list: List<T>;
  /** Of the rows on this page. */
  ids: readonly string[];
  /** Nothing to select or sort yet. */
  waiting?: boolean;
}

/** Names of the columns; each sorts by it. The box selects the page. */
export function TableHead<T>({ list, ids, waiting = false }: TableHeadProps<T>) {
  const words = useWords();
  const { search, change, columns, selection } = list;
  const state = stateOf(selection.ids, ids);
  return (
    <thead>
      <tr aria-rowindex={1}>
        <th scope="col" className={classes.box}>
          <Checkbox
            aria-label={words.kit.list.selectAll}
            checked={state === 'all'}
            mixed={state === 'some'}
            disabled={waiting || ids.length === 0}
            onChange={() => selection.setAll(ids, state !== 'all')}
          />
        </th>
        {columns.shown.map((column) => {
          const sorted = search.sort.column === column.id;
          const { descending } = search.sort;
          const Arrow = descending ? IconArrowDown : IconArrowUp;
          return (
            <th
              key={column.id}
              scope="col"
              data-right={column.alignedRight}
              aria-sort={sorted ? (descending ? 'descending' : 'ascending') : undefined}
            >
              <button
                type="button"
                className={classes.sort}
                data-sorted={sorted || undefined}
                title={words.kit.list.sortBy(column.label(words))}
                onClick={() =>
                  change({ sort: { column: column.id, descending: sorted && !descending } })
                }
              >
                {column.label(words)}
                {sorted && <Arrow size={12} stroke={1.8} />}
              </button>
            </th>
          );
        })}
        <td />
      </tr>
    </thead>
  );
}
