import { Note } from '../../kit/Note.tsx';
import { keypairWords } from '../words.ts';

interface LeftOutProps {
  ids: readonly string[];
  nameOf: (id: string) => string | undefined;
}

/** The instances for which the cloud did not do what it was asked; it does not say why. */
export function LeftOut({ ids, nameOf }: LeftOutProps) {
  const { leftOut } = keypairWords.useWords();
  if (ids.length === 0) return null;
  return (
    <Note tone="bad" alert>
      {leftOut(ids.map((id) => nameOf(id) || id))}
    </Note>
  );
}
