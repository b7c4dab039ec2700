import { useWords } from '../../words/language.tsx';
import { StatusGlyph } from '../Status.tsx';
import classes from './StatusTabs.module.css';
import type { List } from './use-list.ts';

/** Filters by state, with how many there are of each. The number says it all, so none is shown before it is known. */
export function StatusTabs<T>({ list }: { list: List<T> }) {
  const words = useWords();
  const { definition, search, change, counts, items } = list;
  const tabs = [
    { id: '', label: words.kit.all, look: undefined },
    ...definition.tabs.map(({ id, label, look }) => ({ id, label: label(words), look })),
  ];
  return (
    <div role="group" aria-label={words.kit.list.states} className={classes.tabs}>
      {tabs.map(({ id, label, look }) => (
        <button
          key={id}
          type="button"
          className={classes.tab}
          aria-pressed={search.tab === id}
          onClick={() => change({ tab: id })}
        >
          {look && <StatusGlyph look={look} />}
          {label}
          {items && (
            <span className={classes.count}>
              {counts.get(id)?.toLocaleString(list.setting.language)}
            </span>
          )}
        </button>
      ))}
    </div>
  );
}
