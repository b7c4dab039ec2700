import { createContext } from 'react';
import type { References } from './references.ts';

/** What the templates of a list name, as far as it is known. */
export const ReferencesContext = createContext<References>(() => ({ state: 'unknown' }));
