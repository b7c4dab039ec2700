import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { ListDefinition } from './definition.ts';
import { type Selected, toggle, toggleAll } from './selection.ts';

export interface Selection<T> {
  ids: Selected;
  /** What is selected and still exists, whether the filters show it or not. */
  items: readonly T[];
  /** `order`: the ids on screen, when everything since the last one touched goes along. */
  set: (id: string, on: boolean, order?: readonly string[]) => void;
  setAll: (ids: readonly string[], on: boolean) => void;
  clear: () => void;
}

const none: Selected = new Set();

export function useSelection<T>(
  { idOf }: Pick<ListDefinition<T>, 'idOf'>,
  items: readonly T[] | undefined,
): Selection<T> {
  const [ids, setIds] = useState(none);
  const last = useRef<string>(undefined);
  const selected = useMemo(
    () => (ids.size === 0 ? [] : (items?.filter((item) => ids.has(idOf(item))) ?? [])),
    [ids, items, idOf],
  );
  // What is gone must not come back selected, should the id be seen again.
  useEffect(() => {
    if (items && selected.length < ids.size) setIds(new Set(selected.map(idOf)));
  }, [items, selected, ids, idOf]);
  const set = useCallback<Selection<T>['set']>((id, on, order) => {
    const from = last.current;
    last.current = id;
    setIds((now) => toggle(now, id, on, order && { from, order }));
  }, []);
  const setAll = useCallback<Selection<T>['setAll']>(
    (some, on) => setIds((now) => toggleAll(now, some, on)),
    [],
  );
  const clear = useCallback(() => setIds(none), []);
  return useMemo(
    () => ({ ids, items: selected, set, setAll, clear }),
    [ids, selected, set, setAll, clear],
  );
}
