import { expect, test } from 'vitest';
import { languages } from '../../contract/words.ts';
import { tooMany, widthOf } from '../kit/list/chosen-columns.ts';
import { columns } from './columns.tsx';

test.each(languages)(
  'all columns fit a window of 1440 px and leave the name room (%s)',
  (language) => {
    const [name] = columns;
    expect(name && widthOf(name, language)).toBeGreaterThanOrEqual(136);
    expect(tooMany(columns, 1440, language)).toBe(0);
  },
);
