import { ActionIcon } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import { useWords } from '../words/language.tsx';
import { useOpenAction } from './ActionHost.tsx';
import type { Action } from './action.ts';
import { ActionMenu } from './floats.tsx';
import { useFloating } from './use-floating.ts';

interface RowMenuProps<T> {
  item: T;
  name: string;
  /** How it stands, in words. */
  state?: string;
  actions: readonly Action<T>[];
}

/** The dots at the end of a row, and what can be done to it behind them. */
export function RowMenu<T>({ item, name, state, actions }: RowMenuProps<T>) {
  const { kit } = useWords();
  const open = useOpenAction();
  const { anchor, trigger, close } = useFloating();
  return (
    <>
      <ActionIcon {...trigger} aria-label={kit.actionsOf(name)} title={kit.actions}>
        <IconDots size={16} stroke={1.6} />
      </ActionIcon>
      {anchor && (
        <ActionMenu
          anchor={anchor}
          item={item}
          name={name}
          {...(state !== undefined && { state })}
          actions={actions}
          open={(action, items) => open(action, items)}
          onClose={close}
        />
      )}
    </>
  );
}
