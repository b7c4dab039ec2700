import { type KeyboardEvent, type RefObject, useEffect } from 'react';
import { flushSync } from 'react-dom';
import type { Action } from '../action.ts';
import { useStable } from '../stable.ts';
import type { List } from './use-list.ts';

interface RowKeys<T> {
  list: Pick<List<T>, 'definition' | 'selection'>;
  /** In the order on screen. */
  rows: readonly T[];
  scroller: RefObject<HTMLElement | null>;
  reveal: (row: number, headHeight: number) => void;
  select: (item: T, on: boolean, range: boolean) => void;
  showMenu: (item: T, anchor: HTMLElement) => void;
  actions: readonly Action<T>[];
  /** Where those may be only some of them at first: all, as soon as they are there. */
  allActions: (() => Promise<readonly Action<T>[]>) | undefined;
  open: (action: Action<T>, items: T[]) => void;
}

const headHeight = 30;

/**
 * The keyboard of a table. Where we are is where the focus is: on the first link of a row, so that Enter opens it
 * without our doing. `j`/`k` work from anywhere on the page that has no use for letters.
 */
export function useRowKeys<T>(keys: RowKeys<T>) {
  const { list, rows, scroller, reveal, select, showMenu, actions, allActions, open } = keys;
  const { definition, selection } = list;

  const goTo = (at: number) => {
    const row = Math.max(0, Math.min(at, rows.length - 1));
    // The row must exist before it can take the focus.
    flushSync(() => reveal(row, headHeight));
    const element = scroller.current?.querySelector(`tr[data-row="${row}"]`);
    element?.querySelector<HTMLElement>('a, button, input:not([type=checkbox])')?.focus();
  };

  const onKeyDown = useStable((event: KeyboardEvent | globalThis.KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
    const target = event.target instanceof HTMLElement ? event.target : undefined;
    if (target?.matches('input:not([type=checkbox]), textarea, select')) return;
    const row = target?.closest<HTMLElement>('tr[data-row]');
    const at = row ? Number(row.dataset['row']) : -1;
    const item = rows[at];
    const done = () => event.preventDefault();
    if (event.key === 'j' || (event.key === 'ArrowDown' && row)) {
      done();
      goTo(at + 1);
    } else if (event.key === 'k' || (event.key === 'ArrowUp' && row)) {
      done();
      goTo(at - 1);
    } else if (!item || !row) {
      return;
    } else if (event.key === 'Home' || event.key === 'End') {
      done();
      goTo(event.key === 'Home' ? 0 : rows.length - 1);
    } else if (event.key === ' ' && !target?.matches('button, input')) {
      done();
      select(item, !selection.ids.has(definition.idOf(item)), event.shiftKey);
    } else if (event.key === '.' || event.key === 'ContextMenu') {
      const button = row.querySelector<HTMLElement>('[data-menu-button]');
      if (!button) return;
      done();
      showMenu(item, button);
    } else {
      const start = (among: readonly Action<T>[]) => {
        const action = among.find(({ hotkey }) => hotkey === event.key);
        if (action) open(action, [item]);
        return action !== undefined;
      };
      if (start(actions)) done();
      else void allActions?.().then(start);
    }
  });

  useEffect(() => {
    const anywhere = (event: globalThis.KeyboardEvent) => {
      const at = event.target;
      if (!(at instanceof Node) || scroller.current?.contains(at)) return;
      const page = document.getElementById('content');
      if (at === document.body || page?.contains(at)) onKeyDown(event);
    };
    document.addEventListener('keydown', anywhere);
    return () => document.removeEventListener('keydown', anywhere);
  }, [onKeyDown, scroller]);

  return onKeyDown;
}
