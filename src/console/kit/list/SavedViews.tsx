import { ActionIcon, Button, TextInput } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { Link } from 'react-router';
import { useWords } from '../../words/language.tsx';
import { Floating } from '../Floating.tsx';
import { passFocus } from '../pass-focus.ts';
import { removeView, saveView, useViews } from './saved-views.ts';
import classes from './SavedViews.module.css';
import { writeSearch } from './search.ts';
import type { ListPanelProps } from './ListTools.tsx';

/** The searches that were given a name, as links, and a name for the one on screen. */
export function SavedViews<T>({ anchor, list, onClose }: ListPanelProps<T>) {
  const { kit } = useWords();
  const { definition, search } = list;
  const views = useViews(definition.name);
  const [name, setName] = useState('');
  const current = String(writeSearch({ ...search, page: 1 }, definition));
  const trimmed = name.trim();
  return (
    <Floating
      anchor={anchor}
      align="end"
      role="dialog"
      label={kit.list.views}
      width={280}
      onClose={onClose}
    >
      {views.length === 0 && <p className={classes.none}>{kit.list.noViews}</p>}
      <ul>
        {views.map((view) => (
          <li key={view.name} className={classes.view}>
            <Link
              className={classes.link}
              to={`?${view.search}`}
              title={view.name}
              aria-current={view.search === current || undefined}
              onClick={onClose}
            >
              {view.name}
            </Link>
            <ActionIcon
              ref={passFocus}
              aria-label={kit.list.removeView(view.name)}
              onClick={() => removeView(definition.name, view.name)}
            >
              <IconX size={14} stroke={1.7} />
            </ActionIcon>
          </li>
        ))}
      </ul>
      <form
        data-adds
        className={classes.form}
        onSubmit={(event) => {
          event.preventDefault();
          if (trimmed === '') return;
          saveView(definition.name, { name: trimmed, search: current });
          onClose();
        }}
      >
        <TextInput
          className={classes.name ?? ''}
          size="xs"
          maxLength={40}
          aria-label={kit.list.viewName}
          placeholder={kit.list.viewName}
          value={name}
          onChange={({ currentTarget }) => setName(currentTarget.value)}
        />
        <Button type="submit" disabled={trimmed === ''}>
          {kit.list.saveView}
        </Button>
      </form>
    </Floating>
  );
}
