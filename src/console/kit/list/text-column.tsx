import { PlainText } from '../text.tsx';
import type { Column } from './definition.ts';

/** A column of one text, there when it is asked for unless it is said otherwise. */
export function textColumn<T>(
  id: string,
  label: Column<T>['label'],
  width: number,
  text: (item: T) => string | undefined,
  shown: Column<T>['shown'] = 'asked',
  Text = PlainText,
): Column<T> {
  return {
    id,
    label,
    width,
    shown,
    Cell: ({ item }) => <Text text={text(item)} />,
    text: (item) => text(item) ?? '',
  };
}
