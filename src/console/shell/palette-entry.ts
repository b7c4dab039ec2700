import type { ComponentType } from 'react';
import type { Instance } from '../../contract/instances.ts';
import type { Setting } from '../kit/list/definition.ts';
import type { Scope } from '../kit/scope.tsx';
import type { Look } from '../kit/Status.tsx';
import type { languageNames } from '../words/language.tsx';
import type { PaletteWords } from './palette-words.ts';

/** A line of the palette. */
export interface Entry {
  id: string;
  label: string;
  icon?: ComponentType<{ size?: number; stroke?: number }>;
  look?: Look;
  /** Behind the label, read as code and searched as well. */
  codes?: readonly string[];
  /** Searched without being shown: what it is called in no language or in the other. */
  also?: string;
  /** At the right end: a count. */
  count?: number;
  /** It cannot be chosen, and why. */
  why?: string | undefined;
  danger?: boolean;
  preload?: (() => void) | undefined;
  /** Where it leads; one that leads nowhere does something. */
  to?: string | undefined;
  newTab?: boolean;
  run?: () => void;
  /** What could be taken in hand instead of being opened. */
  instance?: Instance;
}

/** What the palette draws from. */
export interface Sources {
  scope: Scope | undefined;
  instances: readonly Instance[];
  setting: Setting;
  palette: PaletteWords;
  /** Of the address, so that another region shows the same. */
  section: string;
  /** There is an audit log to be read. */
  audit: boolean;
  setScheme: (scheme: 'auto' | 'light' | 'dark') => void;
  speak: (language: keyof typeof languageNames) => void;
}
