import { ActionIcon, Button } from '@mantine/core';
import { IconDots, IconPencil } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useWords } from '../../words/language.tsx';
import { useOpenAction } from '../ActionHost.tsx';
import { type Action, useWhyNot } from '../action.ts';
import { ActionMenu } from '../floats.tsx';
import { useFloating } from '../use-floating.ts';
import { Pill } from '../Pill.tsx';
import { useOfferScope, useScopeOf } from '../scope.tsx';
import type { Look } from '../Status.tsx';
import { ActionButton } from './ActionButton.tsx';
import { Crumbs, type Parent } from './Crumbs.tsx';
import classes from './detail.module.css';

interface DetailHeaderProps<T> {
  item: T;
  id: string;
  name: string;
  parent: Parent;
  /** How it stands, of what has a state. */
  look?: Look;
  /** The same in words. */
  state?: string;
  /** From when it has been changing, in milliseconds. */
  since?: number | undefined;
  actions: readonly Action<T>[];
  /** Ids of the few everybody looks for, which are buttons; all of them are behind the dots. */
  shown: readonly string[];
  /** The id of the action behind the pencil beside the name, where it can be renamed. */
  renamedBy?: string;
  facts: ReactNode;
  tabs: ReactNode;
}

/** The top of the page of one thing: what it is and how it stands, what can be done, and the parts of its page. */
export function DetailHeader<T>(props: DetailHeaderProps<T>) {
  const { item, id, name, look, actions } = props;
  const { kit } = useWords();
  const openAction = useOpenAction();
  const whyNot = useWhyNot();
  const scopeOf = useScopeOf();
  useOfferScope(() => scopeOf(name, [item], actions, openAction));
  const rename = actions.find((action) => action.id === props.renamedBy);
  const why = rename && whyNot(rename, item);
  return (
    <header className={classes.header}>
      <Crumbs parent={props.parent} id={id} />
      <div className={classes.titleRow}>
        <h1 className={classes.title} title={name}>
          {name}
        </h1>
        {rename && (
          <ActionIcon
            aria-label={kit.detail.rename(name)}
            title={why ?? kit.detail.rename(name)}
            aria-disabled={why !== undefined || undefined}
            onPointerEnter={rename.preload}
            onClick={() => {
              if (why === undefined) openAction(rename, [item]);
            }}
          >
            <IconPencil size={16} stroke={1.6} />
          </ActionIcon>
        )}
        {look && (
          <Pill look={look} since={look === 'changing' ? props.since : undefined}>
            {props.state}
          </Pill>
        )}
        <Buttons {...props} />
      </div>
      {props.facts}
      {props.tabs}
    </header>
  );
}

function Buttons<T>({ item, name, state, actions, shown }: DetailHeaderProps<T>) {
  const { kit } = useWords();
  const openAction = useOpenAction();
  const { anchor, trigger, close } = useFloating();
  return (
    <div className={classes.buttons}>
      {shown
        .flatMap((id) => actions.filter((action) => action.id === id))
        .map((action) => (
          <ActionButton key={action.id} action={action} item={item} />
        ))}
      <Button
        {...trigger}
        className={classes.more}
        aria-label={kit.detail.more(name)}
        title={kit.more}
      >
        <IconDots size={16} stroke={1.7} />
      </Button>
      {anchor && (
        <ActionMenu
          anchor={anchor}
          item={item}
          name={name}
          {...(state && { state })}
          actions={actions}
          open={(action, items) => openAction(action, items)}
          onClose={close}
        />
      )}
    </div>
  );
}
