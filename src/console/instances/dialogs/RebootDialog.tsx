import { IconRotateClockwise } from '@tabler/icons-react';
import type { Instance } from '../../../contract/instances.ts';
import { OneOrManyDialog } from '../../activity/OneOrManyDialog.tsx';
import type { ActionDialogProps } from '../../kit/action.ts';
import { useWords } from '../../words/language.tsx';
import { nameOf } from '../resource.ts';
import { useInstanceRow, useInstanceSplit } from './split.ts';
import { rebootRequest } from './steps.ts';

/** Rebooting interrupts whatever runs on the machine, so even one is asked about. */
export function RebootDialog(props: ActionDialogProps<Instance>) {
  const { items, region } = props;
  const { rebootInstance: say } = useWords().actions;
  const [only] = items;
  return (
    <OneOrManyDialog
      {...props}
      operation="rebootInstance"
      title={say.title(nameOf(only))}
      id={only.instanceId}
      verb={say.label}
      icon={IconRotateClockwise}
      split={useInstanceSplit('rebootInstance', items)}
      rowOf={useInstanceRow()}
      stepsFor={(instance) => rebootRequest(instance, region)}
    >
      <p>{say.consequence}</p>
    </OneOrManyDialog>
  );
}
