import { IconPlayerStop } from '@tabler/icons-react';
import { useState } from 'react';
import { whyNotStopCharging } from '../../../contract/charge-on-stop.ts';
import type { Instance } from '../../../contract/instances.ts';
import { OneOrManyDialog } from '../../activity/OneOrManyDialog.tsx';
import type { ActionDialogProps } from '../../kit/action.ts';
import { Note } from '../../kit/Note.tsx';
import { useSay, useWords } from '../../words/language.tsx';
import { nameOf } from '../resource.ts';
import { type ChargeChoice, frees, stopRequest } from './charging.ts';
import { ChargingChoice } from './ChargingChoice.tsx';
import { useInstanceRow, useInstanceSplit } from './split.ts';

/** Stopping, with the choice of what is billed meanwhile. */
export function StopDialog(props: ActionDialogProps<Instance>) {
  const { items, region } = props;
  const { stopInstance: say } = useWords().actions;
  const speak = useSay();
  const row = useInstanceRow();
  const split = useInstanceSplit('stopInstance', items);
  const [choice, setChoice] = useState<ChargeChoice>('asSet');
  const freed = split.able.filter((instance) => frees(instance, choice));
  const noteFor = (instance: Instance) => {
    const charged = whyNotStopCharging(instance);
    const local = hasLocalData(instance);
    if (charged) return local ? say.keepsLocal(speak(charged)) : speak(charged);
    if (!frees(instance, choice)) return say.keeps;
    return local ? say.losesLocal : say.stops;
  };
  const [only] = items;
  const charged = whyNotStopCharging(only);
  return (
    <OneOrManyDialog
      {...props}
      operation="stopInstance"
      title={say.title(nameOf(only))}
      id={only.instanceId}
      verb={say.label}
      icon={IconPlayerStop}
      split={split}
      rowOf={(instance) => ({
        ...row(instance),
        note: noteFor(instance),
        loud: frees(instance, choice) && hasLocalData(instance),
      })}
      stepsFor={(instance) => stopRequest(instance, region, choice)}
      options={<ChargingChoice choice={choice} onChoose={setChoice} several />}
      warning={
        freed.length > 0 && (
          <Note tone="warn">{freed.some(hasLocalData) ? say.warningLocal : say.warning}</Note>
        )
      }
    >
      {charged ? (
        <p>{say.chargedBecause(speak(charged))}</p>
      ) : (
        <ChargingChoice choice={choice} onChoose={setChoice} current={only.chargeOnStopped} />
      )}
    </OneOrManyDialog>
  );
}

function hasLocalData({ dataDisks = [] }: Instance): boolean {
  return dataDisks.some(({ diskCategory }) => diskCategory === 'local');
}
