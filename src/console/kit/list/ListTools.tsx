import { Button } from '@mantine/core';
import { IconColumns3, IconDownload } from '@tabler/icons-react';
import { useWords } from '../../words/language.tsx';
import { Checkbox } from '../Checkbox.tsx';
import { Floating, useFloating } from '../Floating.tsx';
import { Menu } from '../Menu.tsx';
import menu from '../Menu.module.css';
import { fileName, toCsv } from './export.ts';
import classes from './ListTools.module.css';
import type { List } from './use-list.ts';

/** What can be done with a list as a whole: take it away as a file, choose its columns. */
export function ListTools<T>({ list }: { list: List<T> }) {
  return (
    <>
      <ExportButton list={list} />
      <ColumnsButton list={list} />
    </>
  );
}

function ExportButton<T>({ list }: { list: List<T> }) {
  const { kit } = useWords();
  const { anchor, close, trigger } = useFloating();
  const { matches, columns, definition, setting } = list;
  const save = (kind: 'csv' | 'json') => {
    close();
    anchor?.focus();
    const text =
      kind === 'csv' ? toCsv(matches, columns.shown, setting) : JSON.stringify(matches, null, 2);
    download(
      fileName(definition.name, setting.region, new Date(), kind),
      new Blob([text], { type: kind === 'csv' ? 'text/csv' : 'application/json' }),
    );
  };
  return (
    <>
      <Button leftSection={<IconDownload size={14} stroke={1.7} />} {...trigger}>
        {kit.list.export}
      </Button>
      {anchor && (
        <Menu anchor={anchor} align="end" label={kit.list.export} onClose={close}>
          <div className={menu.head}>{kit.list.exportRows(matches.length)}</div>
          {(['csv', 'json'] as const).map((kind) => (
            <button
              key={kind}
              type="button"
              role="menuitem"
              tabIndex={-1}
              className={menu.item}
              onClick={() => save(kind)}
            >
              {kit.list[kind]}
            </button>
          ))}
        </Menu>
      )}
    </>
  );
}

function download(name: string, blob: Blob): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}

function ColumnsButton<T>({ list }: { list: List<T> }) {
  const words = useWords();
  const { kit } = words;
  const { anchor, close, trigger } = useFloating('dialog');
  const { columns, definition } = list;
  return (
    <>
      <Button leftSection={<IconColumns3 size={14} stroke={1.7} />} {...trigger}>
        {kit.list.columns}
      </Button>
      {anchor && (
        <Floating
          anchor={anchor}
          align="end"
          role="dialog"
          label={kit.list.columns}
          width={220}
          onClose={close}
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
      )}
    </>
  );
}
