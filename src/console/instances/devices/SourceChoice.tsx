import { Segments } from '../../kit/Segments.tsx';
import { deviceWords } from './words.ts';

export type Source = 'existing' | 'fresh';

interface SourceChoiceProps {
  value: Source;
  onChange: (source: Source) => void;
}

/** Something that is there, or something that is made for this. */
export function SourceChoice({ value, onChange }: SourceChoiceProps) {
  const say = deviceWords.useWords();
  return (
    <div>
      <Segments<Source>
        label={say.from}
        value={value}
        onChange={onChange}
        choices={[
          { value: 'existing', label: say.existing },
          { value: 'fresh', label: say.fresh },
        ]}
      />
    </div>
  );
}
