import { IconCornerDownLeft } from '@tabler/icons-react';
import { StatusGlyph } from '../kit/Status.tsx';
import type { Entry } from './palette-entry.ts';
import { findWords } from './palette-match.ts';
import classes from './Palette.module.css';

interface PaletteOptionProps {
  id: string;
  entry: Entry;
  query: string;
  current: boolean;
  onPoint: () => void;
  onChoose: (newTab: boolean) => void;
}

/** One line. The letters that fit are marked; one that cannot be chosen says why. */
export function PaletteOption({
  id,
  entry,
  query,
  current,
  onPoint,
  onChoose,
}: PaletteOptionProps) {
  const { icon: Icon, look, label, codes = [], count, why, danger } = entry;
  return (
    // The field keeps the focus and has the keys; this is for the pointer.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
    <div
      id={id}
      role="option"
      aria-selected={current}
      aria-disabled={why !== undefined || undefined}
      tabIndex={-1}
      className={classes.option}
      data-danger={danger || undefined}
      onPointerMove={() => current || onPoint()}
      onClick={(event) => onChoose(event.ctrlKey || event.metaKey)}
    >
      <span className={classes.sign}>
        {Icon && <Icon size={16} stroke={1.6} />}
        {look && <StatusGlyph look={look} />}
      </span>
      <span className={classes.label}>
        <Marked text={label} query={query} />
      </span>
      {codes.map((code) => (
        <span key={code} className={classes.code}>
          <Marked text={code} query={query} />
        </span>
      ))}
      <span className={classes.end}>
        {why ?? count}
        {current && why === undefined && (
          <kbd>
            <IconCornerDownLeft size={12} stroke={1.8} />
          </kbd>
        )}
      </span>
    </div>
  );
}

/** Words may be spread over label and codes, so each text marks those it has. */
function Marked({ text, query }: { text: string; query: string }) {
  const places = query
    .split(/\s+/)
    .filter(Boolean)
    .flatMap((word) => findWords(text, word) ?? [])
    .sort((a, b) => a[0] - b[0]);
  let done = 0;
  const parts = places.flatMap(([from, to]) => {
    if (from < done) return [];
    const before = text.slice(done, from);
    done = to;
    return [before, <mark key={from}>{text.slice(from, to)}</mark>];
  });
  return (
    <>
      {parts}
      {text.slice(done)}
    </>
  );
}
