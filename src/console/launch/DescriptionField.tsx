import { TextArea } from '../kit/form/TextField.tsx';
import { launchWords } from './words.ts';

interface DescriptionFieldProps {
  value: string;
  onChange: (description: string) => void;
}

/** What an instance or a template says of itself. */
export function DescriptionField({ value, onChange }: DescriptionFieldProps) {
  const say = launchWords.useWords();
  return (
    <TextArea
      name="description"
      label={say.description}
      optional
      value={value}
      hint={say.descriptionRule}
      onChange={onChange}
    />
  );
}
