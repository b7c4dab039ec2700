import { useWords } from '../../words/language.tsx';
import type { Words } from '../../words/en-US/index.ts';
import { PlainText } from '../text.tsx';
import type { Column } from './definition.ts';

/** A column of one text, there when it is asked for unless it is said otherwise. */
export function textColumn<T>(
  id: string,
  label: Column<T>['label'],
  width: number,
  text: (item: T, words: Words) => string | undefined,
  shown: Column<T>['shown'] = 'asked',
  Text = PlainText,
): Column<T> {
  return {
    id,
    label,
    width,
    shown,
    Cell: function TextCell({ item }) {
      return <Text text={text(item, useWords())} />;
    },
    text: (item, { words }) => text(item, words) ?? '',
  };
}
