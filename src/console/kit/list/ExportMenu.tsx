import { useWords } from '../../words/language.tsx';
import { Menu } from '../Menu.tsx';
import classes from '../Menu.module.css';
import { saveFile } from '../save-file.ts';
import { fileName, toCsv } from './export.ts';
import type { ListPanelProps } from './ListTools.tsx';

/** What the list shows, all pages of it, as a file. */
export function ExportMenu<T>({ anchor, list, onClose }: ListPanelProps<T>) {
  const { kit } = useWords();
  const { matches, columns, definition, setting } = list;
  const save = (kind: 'csv' | 'json') => {
    onClose();
    anchor.focus();
    const text =
      kind === 'csv' ? toCsv(matches, columns.shown, setting) : JSON.stringify(matches, null, 2);
    saveFile(
      fileName(definition.name, setting.region, new Date(), kind),
      text,
      kind === 'csv' ? 'text/csv' : 'application/json',
    );
  };
  return (
    <Menu anchor={anchor} align="end" label={kit.list.export} onClose={onClose}>
      <div className={classes.head}>{kit.list.exportRows(matches.length)}</div>
      {(['csv', 'json'] as const).map((kind) => (
        <button
          key={kind}
          type="button"
          role="menuitem"
          tabIndex={-1}
          className={classes.item}
          onClick={() => save(kind)}
        >
          {kit.list[kind]}
        </button>
      ))}
    </Menu>
  );
}
