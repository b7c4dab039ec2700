import type { Sentence } from '../../contract/words.ts';
import { SegmentsField } from '../kit/form/SegmentsField.tsx';
import { useSay } from '../words/language.tsx';
import { launchWords } from './words.ts';

interface StopChargingFieldProps {
  value: boolean;
  /** Why stopping never ends the charging of what is made so. */
  why: Sentence | undefined;
  onChange: (stopCharging: boolean) => void;
}

/** What instances cost while they are stopped. */
export function StopChargingField({ value, why, onChange }: StopChargingFieldProps) {
  const say = launchWords.useWords();
  const speak = useSay();
  return (
    <SegmentsField
      label={say.whenStopped}
      value={value && !why ? 'stop' : 'keep'}
      hint={why && speak(why)}
      onChange={(charging) => onChange(charging === 'stop')}
      choices={(['keep', 'stop'] as const).map((charging) => ({
        value: charging,
        label: say.charging[charging],
        disabled: why !== undefined,
      }))}
    />
  );
}
