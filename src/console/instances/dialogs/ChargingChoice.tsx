import { Segments } from '../../kit/Segments.tsx';
import { useWords } from '../../words/language.tsx';
import type { ChargeChoice } from './charging.ts';
import classes from './ChargingChoice.module.css';

interface ChargingChoiceProps {
  choice: ChargeChoice;
  onChoose: (choice: ChargeChoice) => void;
  /** For one instance: how it is set now. */
  current?: string | undefined;
  several?: boolean;
}

/** What is billed while stopped. */
export function ChargingChoice({ choice, onChoose, current, several }: ChargingChoiceProps) {
  const { stopInstance: say } = useWords().actions;
  const now = current === 'stopCharging' ? say.stops : say.keeps;
  return (
    <div className={classes.choice}>
      <span className={classes.label}>{say.whenStopped}</span>
      <Segments
        label={say.whenStopped}
        value={choice}
        onChange={onChoose}
        choices={[
          { value: 'asSet', label: several ? say.eachAsSet : say.asSet(now) },
          { value: 'keepCharging', label: say.keeps },
          { value: 'stopCharging', label: say.stops },
        ]}
      />
    </div>
  );
}
