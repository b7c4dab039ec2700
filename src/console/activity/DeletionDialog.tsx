import { IconTrash } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import type { ActionDialogProps } from '../kit/action.ts';
import { StatusGlyph } from '../kit/Status.tsx';
import { TypeToConfirm } from '../kit/TypeToConfirm.tsx';
import classes from './AskDialog.module.css';
import { OneOrManyDialog, type OneOrManyDialogProps } from './OneOrManyDialog.tsx';

interface DeletionDialogProps<T>
  extends
    ActionDialogProps<T>,
    Pick<OneOrManyDialogProps<T>, 'operation' | 'split' | 'stepsFor' | 'rowOf' | 'why'> {
  /** What to call one of them. */
  nameOf: (item: T) => string;
  idOf?: (item: T) => string;
  say: {
    title: (name: string) => string;
    verb: string;
    final: string;
    typeName: string;
    typeNumber: (n: number) => string;
  };
  /** What will be lost, and what stays. */
  children: ReactNode;
}

/** Deleting one or several: says what that means, and has to be meant. */
export function DeletionDialog<T>(props: DeletionDialogProps<T>) {
  const { items, split, nameOf, idOf, say, children, ...frame } = props;
  const [confirmed, setConfirmed] = useState(false);
  const [only] = items;
  const count = split.able.length;
  const asked =
    items.length === 1
      ? { expected: nameOf(only), label: say.typeName }
      : { expected: String(count), label: say.typeNumber(count) };
  return (
    <OneOrManyDialog
      {...frame}
      {...{ items, split }}
      icon={IconTrash}
      tone="danger"
      sign={<StatusGlyph look="bad" />}
      ready={confirmed}
      title={say.title(nameOf(only))}
      id={idOf?.(only)}
      verb={say.verb}
      note={say.final}
      confirm={
        <div className={classes.body}>
          {children}
          <TypeToConfirm {...asked} onMatch={setConfirmed} />
        </div>
      }
    />
  );
}
