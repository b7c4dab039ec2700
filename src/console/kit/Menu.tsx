import { IconCheck } from '@tabler/icons-react';
import type { ComponentType, KeyboardEvent, PointerEvent, ReactNode } from 'react';
import { Floating } from './Floating.tsx';
import classes from './Menu.module.css';

interface MenuProps {
  anchor: HTMLElement;
  align?: 'start' | 'end';
  label: string;
  width?: number;
  onClose: () => void;
  children: ReactNode;
}

/** A menu by the book: arrows, Home, End and first letters move, Tab leaves, Escape closes. */
export function Menu({ onClose, ...props }: MenuProps) {
  const move = (event: KeyboardEvent<HTMLDivElement>) => {
    const items = [...event.currentTarget.querySelectorAll<HTMLElement>('[role^="menuitem"]')];
    const at = items.findIndex((item) => item === document.activeElement);
    const goTo = (index: number) => {
      event.preventDefault();
      items.at(index % items.length)?.focus();
    };
    if (event.key === 'ArrowDown') goTo(at + 1);
    else if (event.key === 'ArrowUp') goTo(at <= 0 ? -1 : at - 1);
    else if (event.key === 'Home') goTo(0);
    else if (event.key === 'End') goTo(-1);
    else if (event.key === 'Tab') {
      event.preventDefault();
      props.anchor.focus();
      onClose();
    } else if (event.key.length === 1 && event.key !== ' ' && !event.ctrlKey && !event.metaKey) {
      const letter = event.key.toLowerCase();
      const found = [...items.slice(at + 1), ...items.slice(0, at + 1)].find((item) =>
        item.textContent.trim().toLowerCase().startsWith(letter),
      );
      found?.focus();
    }
  };
  return (
    <Floating role="menu" {...props} onClose={onClose} onKeyDown={move} onPointerMove={follow} />
  );
}

/** The pointer and the keyboard share one highlight. */
function follow({ target }: PointerEvent): void {
  const item =
    target instanceof Element && target.closest<HTMLElement>('[role^="menuitem"]:not(:focus)');
  if (item) item.focus({ preventScroll: true });
}

interface Choice<V extends string> {
  value: V;
  label: ReactNode;
  icon?: ComponentType<{ size: number; stroke: number }>;
}

interface MenuChoiceProps extends Omit<Choice<string>, 'value'> {
  isChosen: boolean;
  title?: string;
  onChoose: () => void;
}

/** One of a few in a menu, with a tick beside the one that is chosen. */
export function MenuChoice({ isChosen, label, icon: Icon, title, onChoose }: MenuChoiceProps) {
  return (
    <button
      type="button"
      role="menuitemradio"
      aria-checked={isChosen}
      tabIndex={-1}
      data-autofocus={isChosen || undefined}
      className={classes.item}
      title={title}
      onClick={onChoose}
    >
      {Icon && <Icon size={16} stroke={1.6} />}
      <span className={classes.label}>{label}</span>
      {isChosen && <IconCheck size={14} stroke={1.7} />}
    </button>
  );
}

interface ChoiceMenuProps<V extends string> extends Omit<MenuProps, 'children'> {
  choices: readonly Choice<V>[];
  chosen: V;
  onChoose: (value: V) => void;
}

/** A menu that picks one of a few. */
export function ChoiceMenu<V extends string>(props: ChoiceMenuProps<V>) {
  const { choices, chosen, onChoose, onClose, anchor, ...rest } = props;
  return (
    <Menu {...rest} anchor={anchor} onClose={onClose}>
      {choices.map(({ value, ...choice }) => (
        <MenuChoice
          key={value}
          {...choice}
          isChosen={value === chosen}
          onChoose={() => {
            anchor.focus();
            onClose();
            onChoose(value);
          }}
        />
      ))}
    </Menu>
  );
}
