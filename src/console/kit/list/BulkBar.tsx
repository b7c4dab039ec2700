import { Button } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { type ReactNode, useMemo } from 'react';
import { useWords } from '../../words/language.tsx';
import { type Action, useWhyNot } from '../action.ts';
import { useFloating } from '../use-floating.ts';
import { Menu } from '../floats.tsx';
import menu from '../Menu.module.css';
import classes from './BulkBar.module.css';
import type { List } from './use-list.ts';

interface BulkBarProps<T> {
  list: List<T>;
  actions: readonly Action<T>[];
  open: (action: Action<T>, items: T[]) => void;
  /** How many are selected, in the words of the resource. */
  count: (n: number) => string;
  /** What they come to together. */
  sum?: ReactNode;
}

/** What is selected and what can be done with it; each action says with how many of them. */
export function BulkBar<T>({ list, actions, open, count, sum }: BulkBarProps<T>) {
  const { kit } = useWords();
  const { selection, matches, definition } = list;
  const { items } = selection;
  const ids = useMemo(() => new Set(matches.map(definition.idOf)), [matches, definition]);
  const hidden = useMemo(
    () => items.filter((item) => !ids.has(definition.idOf(item))).length,
    [items, ids, definition],
  );
  const bulk = actions.filter((action) => action.bulk);
  const direct = bulk.filter(({ group, tone }) => group === 0 && tone !== 'danger');
  const more = bulk.filter(({ group, tone }) => group !== 0 && tone !== 'danger');
  const danger = bulk.filter(({ tone }) => tone === 'danger');
  const run = (action: Action<T>) => open(action, [...items]);
  return (
    <section className={classes.bar} aria-label={kit.actions}>
      <p role="status" className={classes.what}>
        <strong>{count(items.length)}</strong>
        {sum && <span> {sum}</span>}
        {hidden > 0 && <span className={classes.hidden}> {kit.list.hiddenSelected(hidden)}</span>}
      </p>
      <Button variant="subtle" size="xs" onClick={selection.clear}>
        {kit.list.clearSelection}
      </Button>
      {items.length - hidden < matches.length &&
        items.length - hidden >= Math.min(list.rows.length, 2) && (
          <Button
            variant="subtle"
            size="xs"
            onClick={() => selection.setAll(matches.map(definition.idOf), true)}
          >
            {kit.list.selectMatching(matches.length)}
          </Button>
        )}
      <div className={classes.actions}>
        {direct.map((action) => (
          <BulkButton key={action.id} action={action} items={items} run={run} />
        ))}
        {more.length > 0 && <MoreButton actions={more} items={items} run={run} />}
        {danger.length > 0 && <span className={classes.line} />}
        {danger.map((action) => (
          <BulkButton key={action.id} action={action} items={items} run={run} />
        ))}
      </div>
    </section>
  );
}

interface BulkActionProps<T> {
  action: Action<T>;
  items: readonly T[];
  run: (action: Action<T>) => void;
}

/** With how many of the items it can be done, and why not with the first that it cannot. */
function useAble<T>(action: Action<T>, items: readonly T[]) {
  const whyNot = useWhyNot();
  // Ten thousand may be selected while somebody types in the search field.
  return useMemo(() => {
    const reasons = items.map((item) => whyNot(action, item));
    const able = reasons.filter((why) => why === undefined).length;
    return { able, why: able === 0 ? reasons[0] : undefined };
  }, [whyNot, action, items]);
}

function BulkButton<T>({ action, items, run }: BulkActionProps<T>) {
  const words = useWords();
  const { able, why } = useAble(action, items);
  const Icon = action.icon;
  return (
    <Button
      leftSection={<Icon size={14} stroke={1.7} />}
      {...(action.tone === 'danger' && { color: 'red' })}
      data-action={action.id}
      aria-disabled={able === 0}
      title={why}
      className={classes.action ?? ''}
      onPointerEnter={action.preload}
      onFocus={action.preload}
      onClick={() => able > 0 && run(action)}
    >
      {action.label(words)}
      <span className={classes.count}>{able}</span>
    </Button>
  );
}

function MoreButton<T>({
  actions,
  ...rest
}: Omit<BulkActionProps<T>, 'action'> & { actions: Action<T>[] }) {
  const { kit } = useWords();
  const { anchor, close, trigger } = useFloating();
  return (
    <>
      <Button rightSection={<IconChevronDown size={14} stroke={1.7} />} {...trigger}>
        {kit.more}
      </Button>
      {anchor && (
        <Menu anchor={anchor} align="end" width={304} label={kit.more} onClose={close}>
          {actions.map((action) => (
            <MoreItem key={action.id} action={action} {...rest} onClose={close} anchor={anchor} />
          ))}
        </Menu>
      )}
    </>
  );
}

interface MoreItemProps<T> extends BulkActionProps<T> {
  anchor: HTMLElement;
  onClose: () => void;
}

function MoreItem<T>({ action, items, run, anchor, onClose }: MoreItemProps<T>) {
  const words = useWords();
  const { able, why } = useAble(action, items);
  const Icon = action.icon;
  return (
    <button
      type="button"
      role="menuitem"
      tabIndex={-1}
      className={menu.item}
      data-action={action.id}
      aria-disabled={able === 0 || undefined}
      onClick={() => {
        if (able === 0) return;
        anchor.focus();
        onClose();
        run(action);
      }}
    >
      <Icon size={16} stroke={1.6} />
      <span className={menu.label}>
        {action.label(words)}
        {why !== undefined && <span className={menu.why}>{why}</span>}
      </span>
      <span className={classes.count}>{able}</span>
    </button>
  );
}
