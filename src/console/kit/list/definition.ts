import type { ComponentType } from 'react';
import type { Language } from '../../../contract/words.ts';
import type { Words } from '../../words/en-US/index.ts';
import type { Look } from '../Status.tsx';

/** What the texts of a list depend on. */
export interface Setting {
  words: Words;
  language: Language;
  region: string;
}

export interface Column<T> {
  /** In the address and in storage. */
  id: string;
  label: (words: Words) => string;
  /** In px with its padding; of the one that grows, the least. */
  width: number | Readonly<Record<Language, number>>;
  /**
   * `fixed` columns cannot be put away. `wide` ones make room, one after the other, when the window is narrow.
   * `asked` ones are not there until asked for.
   */
  shown: 'fixed' | 'always' | 'wide' | 'asked';
  /** Takes the width that is left. */
  grows?: true;
  /** Numbers are. */
  alignedRight?: true;
  /** What the cell shows. */
  Cell: ComponentType<{ item: T }>;
  /** What it says, as text; for files, and for sorting unless `order` is there. Empty when nothing is known. */
  text: (item: T, setting: Setting) => string;
  order?: (item: T) => string | number | undefined;
}

/** `has`: contains the text. `key`, `noKey`: a tag of that name. `within`: in so many days. */
export type Operator = 'is' | 'not' | 'has' | 'key' | 'noKey' | 'within';

/** Something the list can be filtered by. */
export interface Field<T> {
  id: string;
  label: (words: Words) => string;
  operators: readonly [Operator, ...Operator[]];
  /** What an item offers to an operator; several are ORed. */
  read: (item: T, operator: Operator) => readonly (string | undefined)[];
  /** A value for people, where it is not shown as it is. */
  word?: (value: string, setting: Setting) => string;
  /** Offered beside what the items hold, or instead: numbers of days. */
  offers?: readonly string[];
  /** Instead of comparing what is read. */
  test?: (item: T, values: readonly string[]) => boolean;
}

/** A way to put rows under headings. */
export interface Grouping<T> {
  id: string;
  label: (words: Words) => string;
  /** What one item could be grouped by, where there is a choice: the keys of its tags. */
  keys?: (item: T) => readonly string[];
  /** Under which heading an item comes; nothing = under the last one. */
  read: (item: T, key: string) => string | undefined;
  /** The heading for people, where the value is not shown as it is. */
  word?: (value: string, setting: Setting) => string;
}

/** A filter with a count of its own, above the others. */
interface Tab<T> {
  id: string;
  label: (words: Words) => string;
  look: Look;
  test: (item: T) => boolean;
}

/** Everything a list of a resource is made of. */
export interface ListDefinition<T> {
  /** Under this name the chosen columns are remembered. */
  name: string;
  /** What one counts them in, where a language has a word for it. */
  unit?: (words: Words) => string;
  idOf: (item: T) => string;
  nameOf: (item: T) => string;
  /** What state it is in, for the head of its menu. */
  stateOf?: (item: T, setting: Setting) => string;
  /** Whether it is changing by itself; a row that stops changing says so with a flash. */
  changing: (item: T) => boolean;
  columns: readonly Column<T>[];
  fields: readonly Field<T>[];
  tabs: readonly Tab<T>[];
  groupings?: readonly Grouping<T>[];
  /** What free text looks through. */
  searched: (item: T) => readonly (string | undefined)[];
  /** A column's id, behind a minus for the last first. */
  sortedBy: string;
}
