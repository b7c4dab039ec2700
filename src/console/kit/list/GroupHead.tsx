import { IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import { useMemo } from 'react';
import { useWords } from '../../words/language.tsx';
import { Checkbox } from '../Checkbox.tsx';
import type { Group } from './groups.ts';
import classes from './ResourceTable.module.css';
import { stateOf } from './selection.ts';
import type { List } from './use-list.ts';

interface GroupHeadProps<T> {
  list: List<T>;
  group: Group<T>;
  /** How many columns the table has. */
  span: number;
  rowIndex: number;
  folded: boolean;
  onFold: (fold: boolean) => void;
}

/** The heading of a group. Its box selects all of it, on whatever page; a press on it folds it. */
export function GroupHead<T>({ list, group, span, rowIndex, folded, onFold }: GroupHeadProps<T>) {
  const { kit } = useWords();
  const { selection, definition } = list;
  const ids = useMemo(() => group.items.map(definition.idOf), [group, definition]);
  const state = stateOf(selection.ids, ids);
  const Chevron = folded ? IconChevronRight : IconChevronDown;
  return (
    <tr className={classes.group} aria-rowindex={rowIndex}>
      <td className={classes.box}>
        <Checkbox
          aria-label={kit.list.selectGroup(group.label)}
          checked={state === 'all'}
          mixed={state === 'some'}
          onChange={() => selection.setAll(ids, state !== 'all')}
        />
      </td>
      <td colSpan={span - 1}>
        <button
          type="button"
          className={classes.fold}
          aria-expanded={!folded}
          onClick={() => onFold(!folded)}
        >
          <Chevron size={14} stroke={1.7} />
          <strong>{group.label}</strong>
          <span className={classes.groupCount}>
            {group.items.length.toLocaleString(list.setting.language)}
          </span>
        </button>
      </td>
    </tr>
  );
}
