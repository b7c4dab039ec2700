import type { Doing } from './doings.ts';
import { EntryRow } from './EntryRow.tsx';
import { SequenceRow } from './SequenceRow.tsx';

interface DoingRowProps {
  doing: Doing;
  /** Where it says already which resource this is about. */
  nameless?: boolean;
}

/** Something that was asked for and what became of it. */
export function DoingRow({ doing, nameless = false }: DoingRowProps) {
  return doing.kind === 'entry' ? (
    <EntryRow entry={doing.entry} nameless={nameless} />
  ) : (
    <SequenceRow sequence={doing.sequence} nameless={nameless} />
  );
}
