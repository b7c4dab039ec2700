import { Button } from '@mantine/core';
import { useWords } from '../../words/language.tsx';
import { Checkbox } from '../Checkbox.tsx';
import { Floating } from '../Floating.tsx';
import classes from './ColumnsPanel.module.css';
import type { ListPanelProps } from './ListTools.tsx';

/** Which columns are shown. */
export function ColumnsPanel<T>({ anchor, list, onClose }: ListPanelProps<T>) {
  const words = useWords();
  const { kit } = words;
  const { columns, definition } = list;
  return (
    <Floating
      anchor={anchor}
      align="end"
      role="dialog"
      label={kit.list.columns}
      width={220}
      onClose={onClose}
    >
      <ul>
        {definition.columns.map(({ id, label, shown }) => (
          <li key={id}>
            <label className={classes.column}>
              <Checkbox
                checked={columns.isChosen(id)}
                disabled={shown === 'fixed'}
                onChange={({ currentTarget }) => columns.choose(id, currentTarget.checked)}
              />
              {label(words)}
            </label>
          </li>
        ))}
      </ul>
      <div className={classes.foot}>
        <Button size="xs" variant="subtle" onClick={columns.reset}>
          {kit.list.resetColumns}
        </Button>
      </div>
    </Floating>
  );
}
