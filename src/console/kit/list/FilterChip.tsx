import { IconX } from '@tabler/icons-react';
import { passFocus } from '../pass-focus.ts';
import type { ListDefinition, Setting } from './definition.ts';
import classes from './FilterBar.module.css';
import type { Filter } from './search.ts';

interface FilterChipProps<T> {
  filter: Filter;
  definition: ListDefinition<T>;
  setting: Setting;
  onEdit: (anchor: HTMLElement) => void;
  onRemove: () => void;
}

/** A filter in force: field, condition and values change it, the cross takes it away. */
export function FilterChip<T>({ filter, definition, setting, ...on }: FilterChipProps<T>) {
  const { words } = setting;
  const field = definition.fields.find(({ id }) => id === filter.field);
  if (!field) return null;
  const label = field.label(words);
  const operator = words.kit.list.operators[filter.operator];
  const values = words.kit.together(
    filter.values.map((value) => field.word?.(value, setting) ?? value),
  );
  const whole = `${label} ${operator} ${values}`;
  return (
    <span className={classes.chip}>
      <button
        type="button"
        className={classes.what}
        aria-haspopup="dialog"
        title={whole}
        onClick={({ currentTarget }) => on.onEdit(currentTarget)}
      >
        <span>{label}</span>
        <span className={classes.operator}>{operator}</span>
        <span className={classes.value}>{values}</span>
      </button>
      <button
        ref={passFocus}
        type="button"
        className={classes.remove}
        aria-label={words.kit.list.removeFilter(whole)}
        onClick={on.onRemove}
      >
        <IconX size={14} stroke={1.7} />
      </button>
    </span>
  );
}
