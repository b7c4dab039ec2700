import type { ComponentType } from 'react';
import type { Sentence } from '../../contract/words.ts';
import type { Words } from '../words/en-US/index.ts';

/** What a dialog of an action is given. It calls `onClose` when it is through. */
export interface ActionDialogProps<T> {
  /** What the action was asked for, allowed or not; never empty. */
  items: T[];
  onClose: () => void;
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
  /** Offered for a selection of several, too. */
  bulk: boolean;
  /** Why it cannot be done to this item, made from the rule itself. */
  whyNot: (item: T) => Sentence | undefined;
  /** A link instead of a dialog: a real `<a>`, in a new tab when `newTab`. */
  link?: { to: (item: T) => string; newTab: boolean };
  /** The dialog, a chunk of its own. It takes a list; a row is a list of one. */
  dialog?: ComponentType<ActionDialogProps<T>>;
  /** Done at once, without a dialog. */
  run?: (item: T) => void | Promise<void>;
}
