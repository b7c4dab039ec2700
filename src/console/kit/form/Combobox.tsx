import { IconCheck, IconChevronDown } from '@tabler/icons-react';
import {
  type FocusEvent,
  type KeyboardEvent,
  type ReactNode,
  useCallback,
  useId,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import { StatusGlyph } from '../Status.tsx';
import classes from './Combobox.module.css';
import type { ControlProps } from './Field.tsx';
import field from './Field.module.css';
import { usePopup } from './use-popup.ts';
import { formWords } from './words.ts';

/** What can be picked out of a list. */
export interface Choice {
  value: string;
  label: string;
  /** Beside the label, grey, and searched as well: an id, a size. */
  note?: string | undefined;
  /** It cannot be chosen, and why. */
  why?: string | undefined;
}

/** More than this nobody reads; typing narrows them down. */
const most = 100;

interface ComboboxProps {
  control: ControlProps;
  label: string;
  choices: readonly Choice[] | undefined;
  value: readonly string[];
  many?: boolean;
  /** In the field while it is not searched. */
  shown: string;
  placeholder: string | undefined;
  disabled: boolean | undefined;
  failed: boolean | undefined;
  empty: ReactNode;
  onPick: (value: string) => void;
}

/** A field that opens a list and searches it as one types; arrows, Enter and Escape as everywhere. */
export function Combobox({
  control,
  choices,
  value,
  many = false,
  onPick,
  ...props
}: ComboboxProps) {
  const words = formWords.useWords();
  const [query, setQuery] = useState<string>();
  const [at, setAt] = useState(0);
  const box = useRef<HTMLDivElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const listId = useId();
  const open = query !== undefined;
  const close = useCallback(() => setQuery(undefined), []);
  usePopup(open, box, list, close);

  const found = search(choices ?? [], query ?? '');
  const options = found.slice(0, most);
  const current = options[Math.min(at, options.length - 1)];
  const currentId = open && current ? `${listId}-${current.value}` : undefined;
  useLayoutEffect(() => {
    if (currentId !== undefined)
      document.getElementById(currentId)?.scrollIntoView?.({ block: 'nearest' });
  }, [currentId]);

  const show = () => {
    if (open || props.disabled) return;
    setQuery('');
    setAt(
      Math.max(
        0,
        (choices ?? []).findIndex((choice) => value.includes(choice.value)),
      ),
    );
  };
  const pick = (choice: Choice | undefined) => {
    if (!choice || choice.why !== undefined) return;
    onPick(choice.value);
    if (many) setQuery('');
    else close();
  };
  const move = (event: KeyboardEvent) => {
    const last = options.length - 1;
    const steps: Record<string, number | undefined> = {
      ArrowDown: at >= last ? 0 : at + 1,
      ArrowUp: at <= 0 ? last : at - 1,
      PageDown: Math.min(last, at + 8),
      PageUp: Math.max(0, at - 8),
    };
    const next = steps[event.key];
    if (next !== undefined) {
      event.preventDefault();
      if (open) setAt(next);
      else show();
    } else if (event.key === 'Enter' && open) {
      event.preventDefault();
      pick(current);
    } else if (event.key === 'Escape' && open) {
      // The dialog or page around it has its own use for this key.
      event.preventDefault();
      event.stopPropagation();
      close();
    }
  };
  return (
    <div ref={box} className={field.wrap}>
      <input
        {...control}
        role="combobox"
        aria-expanded={open}
        aria-controls={listId}
        aria-autocomplete="list"
        aria-activedescendant={currentId}
        autoComplete="off"
        spellCheck={false}
        disabled={props.disabled}
        className={`${field.input} ${field.select}`}
        placeholder={open && props.shown ? props.shown : props.placeholder}
        value={query ?? props.shown}
        onChange={(event) => {
          setQuery(event.target.value);
          setAt(0);
        }}
        onClick={show}
        onKeyDown={move}
        onBlur={(event: FocusEvent) => {
          if (list.current?.contains(event.relatedTarget)) return;
          close();
          control.onBlur();
        }}
      />
      <IconChevronDown size={14} stroke={1.7} className={field.chevron} aria-hidden="true" />
      {/* The field has the focus and the keys; the list is for the pointer and for what is read out. */}
      <div
        ref={list}
        popover="manual"
        className={`raised ${classes.list}`}
        onPointerDown={(event) => event.preventDefault()}
      >
        <div
          id={listId}
          role="listbox"
          aria-label={props.label}
          aria-multiselectable={many || undefined}
          className={classes.options}
        >
          {open &&
            options.map((choice, index) => (
              <Option
                key={choice.value}
                id={`${listId}-${choice.value}`}
                choice={choice}
                chosen={value.includes(choice.value)}
                current={choice === current}
                onPoint={() => setAt(index)}
                onPick={() => pick(choice)}
              />
            ))}
        </div>
        {open && options.length === 0 && (
          <p role="status" className={classes.below}>
            {choices
              ? (query === '' && props.empty) || words.noMatch
              : props.failed
                ? words.choicesFailed
                : words.choicesComing}
          </p>
        )}
        {open && options.length < found.length && (
          <p className={classes.below}>{words.moreMatches(found.length - options.length)}</p>
        )}
      </div>
    </div>
  );
}

interface OptionProps {
  id: string;
  choice: Choice;
  chosen: boolean;
  current: boolean;
  onPoint: () => void;
  onPick: () => void;
}

function Option({ id, choice, chosen, current, onPoint, onPick }: OptionProps) {
  return (
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
    <div
      id={id}
      role="option"
      aria-selected={chosen}
      aria-disabled={choice.why !== undefined || undefined}
      tabIndex={-1}
      className={classes.option}
      data-current={current || undefined}
      onPointerMove={() => current || onPoint()}
      onClick={onPick}
    >
      <span className={classes.label}>{choice.label}</span>
      {choice.note && <span className={classes.note}>{choice.note}</span>}
      {chosen && <IconCheck size={14} stroke={1.7} className={classes.tick} aria-hidden="true" />}
      {choice.why && (
        <span className={classes.why}>
          <StatusGlyph look="warn" />
          {choice.why}
        </span>
      )}
    </div>
  );
}

/** Those that hold every word typed, in their own order. */
function search(choices: readonly Choice[], query: string): readonly Choice[] {
  const wanted = query.toLowerCase().split(/\s+/).filter(Boolean);
  if (wanted.length === 0) return choices;
  return choices.filter(({ label, note = '' }) => {
    const hay = `${label} ${note}`.toLowerCase();
    return wanted.every((word) => hay.includes(word));
  });
}
