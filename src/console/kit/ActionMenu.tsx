import { Fragment } from 'react';
import { Link } from 'react-router';
import { useRegion } from '../region.ts';
import { useWords } from '../words/language.tsx';
import { type Action, asks, useWhyNot } from './action.ts';
import classes from './Menu.module.css';
import { Menu } from './Menu.tsx';

interface ActionMenuProps<T> {
  anchor: HTMLElement;
  item: T;
  name: string;
  /** Behind the name in the head of the menu: what state it is in. */
  state?: string;
  actions: readonly Action<T>[];
  open: (action: Action<T>, items: T[]) => void;
  onClose: () => void;
}

/**
 * Everything that can be done to one item, always in the same order. What cannot be done stays where it is, can be
 * read and reached, and says why.
 */
export function ActionMenu<T>({ anchor, item, name, state, actions, ...rest }: ActionMenuProps<T>) {
  const words = useWords();
  const { open, onClose } = rest;
  const whyNot = useWhyNot();
  const region = useRegion();
  const firstAble = actions.find((action) => whyNot(action, item) === undefined);
  return (
    <Menu
      anchor={anchor}
      align="end"
      width={304}
      label={words.kit.actionsOf(name)}
      onClose={onClose}
    >
      <div className={classes.head}>{state ? `${name} · ${state}` : name}</div>
      {actions.map((action, at) => {
        const why = whyNot(action, item);
        const Icon = action.icon;
        const content = (
          <>
            <Icon size={16} stroke={1.6} />
            <span className={classes.label}>
              {action.label(words)}
              {asks(action) && '…'}
              {why !== undefined && <span className={classes.why}>{why}</span>}
            </span>
            {action.hotkey && <kbd className={classes.key}>{action.hotkey}</kbd>}
          </>
        );
        const common = {
          role: 'menuitem',
          tabIndex: -1,
          className: classes.item,
          'data-danger': action.tone === 'danger' || undefined,
          'data-action': action.id,
        };
        return (
          <Fragment key={action.id}>
            {at > 0 && actions[at - 1]?.group !== action.group && (
              <div role="separator" className={classes.line} />
            )}
            {why === undefined && action.link ? (
              <Link
                {...common}
                data-autofocus={action === firstAble || undefined}
                to={action.link.to(item, region)}
                {...(action.link.newTab && { target: '_blank', rel: 'noopener noreferrer' })}
                onClick={onClose}
              >
                {content}
              </Link>
            ) : (
              <button
                {...common}
                type="button"
                aria-disabled={why !== undefined || undefined}
                data-autofocus={action === firstAble || undefined}
                onPointerEnter={action.preload}
                onFocus={action.preload}
                onClick={() => {
                  if (why !== undefined) return;
                  // A dialog that opens now gives the focus back to where it was.
                  anchor.focus();
                  onClose();
                  open(action, [item]);
                }}
              >
                {content}
              </button>
            )}
          </Fragment>
        );
      })}
    </Menu>
  );
}
