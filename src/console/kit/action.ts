import { type ComponentType, useCallback } from 'react';
import type { WriteOperation } from '../../contract/operation.ts';
import type { Sentence } from '../../contract/words.ts';
import type { WriteRequest } from '../api/write.ts';
import { useBoot } from '../boot-context.tsx';
import type { Words } from '../words/en-US/index.ts';
import { useLanguage, useWords } from '../words/language.tsx';

/** What a dialog of an action is given. It calls `onClose` when it is through. */
export interface ActionDialogProps<T> {
  /** What the action was asked for, allowed or not. */
  items: [T, ...T[]];
  /** Where they are. */
  region: string;
  onClose: () => void;
  /** The work has begun: a selection it was started from has served its purpose. */
  onStarted: () => void;
  /** Both at once. */
  onDone: () => void;
}

/** What an action without a dialog may use. */
export interface ActionTools {
  /** Sends a write and remembers it in the activity. Resolves when the cloud has answered; never rejects. */
  send: <O extends WriteOperation>(request: WriteRequest<O>) => Promise<unknown>;
  copy: (text: string) => Promise<void>;
}

/**
 * Something that can be done to one item or several. Row menu, detail header, bulk bar and command palette all
 * render the same array of these.
 */
export interface Action<T> {
  /** The vendor's operation name where there is one. */
  id: string;
  label: (words: Words) => string;
  /** A key that triggers it on the focused row, such as `F2`. */
  hotkey?: string;
  icon: ComponentType<{ size?: number; stroke?: number }>;
  tone?: 'danger';
  /** Menu sections are split by lines between groups, in this order. */
  group: number;
  /** Wanted so seldom that a row's menu leaves it out: it is on the page of the item, and in the bulk bar. */
  rare?: true;
  /** Offered for a selection of several, too. */
  bulk: boolean;
  /** Changes something in the cloud or hands over what can, so that a read-only console does not offer it. */
  writes: boolean;
  /** Why it cannot be done to this item, made from the rule itself. */
  whyNot: (item: T) => Sentence | undefined;
  /** A link instead of a dialog: a real `<a>`, in a new tab when `newTab`. */
  link?: { to: (item: T, region: string) => string; newTab: boolean };
  /** The dialog, a chunk of its own. It takes a list; a row is a list of one. */
  dialog?: ComponentType<ActionDialogProps<T>>;
  /** Starts fetching the dialog's chunk, on the first sign that it will be wanted. */
  preload?: () => void;
  /** Done at once, without a dialog. With a dialog beside it, the dialog is for several items. */
  run?: (item: T, tools: ActionTools, region: string) => void | Promise<void>;
}

/** Whether choosing the action for one item asks something first, which a menu says with an ellipsis. */
export function asks<T>(action: Pick<Action<T>, 'dialog' | 'run'>): boolean {
  return action.dialog !== undefined && action.run === undefined;
}

/** Why an action cannot be done to an item, in the language on screen; nothing when it can. */
export function useWhyNot(): <T>(action: Action<T>, item: T) => string | undefined {
  const { language } = useLanguage();
  const whyNotWrite = useWhyNotWrite();
  return useCallback(
    ({ writes, whyNot }, item) => (writes ? whyNotWrite(whyNot(item)) : whyNot(item)?.[language]),
    [whyNotWrite, language],
  );
}

/** Why something cannot be changed, in the language on screen: the console may not, or the rule given says so. */
export function useWhyNotWrite(): (rule: Sentence | undefined) => string | undefined {
  const { readOnly } = useBoot();
  const { actions } = useWords();
  const { language } = useLanguage();
  return useCallback(
    (rule) => (readOnly ? actions.readOnly : rule?.[language]),
    [readOnly, actions, language],
  );
}
