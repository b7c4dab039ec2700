import { IconPlayerStop } from '@tabler/icons-react';
import { useState } from 'react';
import { whyNotStopCharging } from '../../../contract/charge-on-stop.ts';
import type { Instance } from '../../../contract/instances.ts';
import { BulkDialog } from '../../activity/BulkDialog.tsx';
import { useSubmit } from '../../activity/use-submit.ts';
import type { ActionDialogProps } from '../../kit/action.ts';
import { Note } from '../../kit/Note.tsx';
import { useSay, useWords } from '../../words/language.tsx';
import { useStatusWord } from '../InstanceStatus.tsx';
import { lookOf } from '../look.ts';
import { nameOf } from '../resource.ts';
import { AskDialog } from '../../activity/AskDialog.tsx';
import { type ChargeChoice, frees, stopRequest } from './charging.ts';
import { ChargingChoice } from './ChargingChoice.tsx';
import { useInstanceSplit } from './split.ts';

/** Stopping, with the choice of what is billed meanwhile. */
export function StopDialog({
  items,
  region,
  onClose,
  onStarted,
  onDone,
}: ActionDialogProps<Instance>) {
  const { stopInstance: say } = useWords().actions;
  const speak = useSay();
  const statusWord = useStatusWord();
  const { able, skipped } = useInstanceSplit('stopInstance', items);
  const [choice, setChoice] = useState<ChargeChoice>('asSet');
  const { submit, ...submission } = useSubmit(onDone);
  const freed = able.filter((instance) => frees(instance, choice));
  const warning = freed.length > 0 && (
    <Note tone="warn">{freed.some(hasLocalData) ? say.warningLocal : say.warning}</Note>
  );

  const [only] = items;
  if (items.length === 1) {
    const charged = whyNotStopCharging(only);
    return (
      <AskDialog
        title={say.title(nameOf(only))}
        aside={<span className="mono">{only.instanceId}</span>}
        verb={say.label}
        icon={IconPlayerStop}
        why={skipped[0]?.why}
        submission={submission}
        onSubmit={() => void submit(stopRequest(only, region, choice))}
        onClose={onClose}
      >
        {charged ? (
          <p>{say.chargedBecause(speak(charged))}</p>
        ) : (
          <ChargingChoice choice={choice} onChoose={setChoice} current={only.chargeOnStopped} />
        )}
        {warning}
      </AskDialog>
    );
  }

  const noteFor = (instance: Instance) => {
    const charged = whyNotStopCharging(instance);
    const local = hasLocalData(instance);
    if (charged) return local ? say.keepsLocal(speak(charged)) : speak(charged);
    if (!frees(instance, choice)) return say.keeps;
    return local ? say.losesLocal : say.stops;
  };
  return (
    <BulkDialog
      operation="stopInstance"
      icon={IconPlayerStop}
      skipped={skipped}
      items={able.map((instance) => ({
        request: stopRequest(instance, region, choice),
        look: lookOf(instance),
        word: statusWord(instance),
        zone: instance.az ?? '',
        note: noteFor(instance),
        loud: frees(instance, choice) && hasLocalData(instance),
      }))}
      options={able.length > 0 && <ChargingChoice choice={choice} onChoose={setChoice} several />}
      warning={warning}
      onStarted={onStarted}
      onClose={onClose}
    />
  );
}

function hasLocalData({ dataDisks = [] }: Instance): boolean {
  return dataDisks.some(({ diskCategory }) => diskCategory === 'local');
}
