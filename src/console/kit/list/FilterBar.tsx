import { Button, TextInput } from '@mantine/core';
import { IconFilter, IconSearch } from '@tabler/icons-react';
import { Suspense, useEffect, useRef, useState } from 'react';
import { useWords } from '../../words/language.tsx';
import { useDraft } from '../draft.ts';
import { lazily } from '../lazily.ts';
import { passFocus } from '../pass-focus.ts';
import { FilterChip } from './FilterChip.tsx';
import classes from './FilterBar.module.css';
import type { FilterForm as Form } from './FilterForm.tsx';
import type { Filter } from './search.ts';
import type { List } from './use-list.ts';

const filterForm = lazily(async () => (await import('./FilterForm.tsx')).FilterForm);
// What is lazy forgets that it is generic.
const FilterForm = filterForm.component as typeof Form;

interface FilterBarProps<T> {
  list: List<T>;
  placeholder: string;
}

/** Free text, and filters as chips. `/` goes to the text from anywhere, the down arrow from there to the rows. */
export function FilterBar<T>({ list, placeholder }: FilterBarProps<T>) {
  const words = useWords();
  const { search, change, definition, setting } = list;
  const field = useRef<HTMLInputElement>(null);
  const [text, setText] = useDraft(search.text, (to) => change({ text: to }, { replace: true }));
  const [form, setForm] = useState<{ anchor: HTMLElement; filter?: Filter }>();

  useEffect(() => {
    const focus = (event: KeyboardEvent) => {
      const typing =
        event.target instanceof HTMLElement &&
        event.target.closest('input, textarea, [role=dialog]');
      if (event.key !== '/' || typing || event.ctrlKey || event.metaKey) return;
      event.preventDefault();
      field.current?.select();
    };
    document.addEventListener('keydown', focus);
    return () => document.removeEventListener('keydown', focus);
  }, []);

  const goingDown = useRef(false);
  const goDown = () => {
    if (!goingDown.current || text !== search.text || text !== list.text) return;
    document.querySelector<HTMLElement>('tr[data-row] a')?.focus();
  };
  useEffect(goDown);

  const put = (filter: Filter, instead?: Filter) => {
    const others = search.filters.filter(
      (one) => one !== instead && !(one.field === filter.field && one.operator === filter.operator),
    );
    const at = instead ? search.filters.indexOf(instead) : others.length;
    change({ filters: filter.values.length > 0 ? others.toSpliced(at, 0, filter) : others });
  };

  return (
    <div className={classes.bar}>
      <TextInput
        ref={field}
        size="xs"
        className={classes.search ?? ''}
        leftSection={<IconSearch size={14} stroke={1.7} />}
        placeholder={placeholder}
        aria-label={words.kit.list.search}
        value={text}
        onChange={({ currentTarget }) => setText(currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape' && text !== '') setText('');
          // On to what was found, once it is.
          goingDown.current = event.key === 'ArrowDown';
          if (goingDown.current) event.preventDefault();
          goDown();
        }}
        onBlur={() => (goingDown.current = false)}
      />
      <Button
        data-adds
        leftSection={<IconFilter size={14} stroke={1.7} />}
        aria-haspopup="dialog"
        onPointerEnter={filterForm.preload}
        onFocus={filterForm.preload}
        aria-expanded={form !== undefined && form.filter === undefined}
        onClick={({ currentTarget }) =>
          setForm((open) => (open ? undefined : { anchor: currentTarget }))
        }
      >
        {words.kit.list.filter}
      </Button>
      {search.filters.map((filter) => (
        <FilterChip
          key={`${filter.field}:${filter.operator}`}
          filter={filter}
          definition={definition}
          setting={setting}
          onEdit={(anchor) => setForm({ anchor, filter })}
          onRemove={() => change({ filters: search.filters.filter((one) => one !== filter) })}
        />
      ))}
      {(search.filters.length > 0 || search.text !== '') && (
        <Button ref={passFocus} variant="subtle" onClick={() => change({ filters: [], text: '' })}>
          {words.kit.clear}
        </Button>
      )}
      {form && (
        <Suspense fallback={null}>
          <FilterForm
            anchor={form.anchor}
            list={list}
            filter={form.filter}
            onApply={(filter) => put(filter, form.filter)}
            onClose={() => setForm(undefined)}
          />
        </Suspense>
      )}
    </div>
  );
}
