import { IconPlayerPause, IconPlayerTrackNext, IconTransfer } from '@tabler/icons-react';
import type { ComponentType } from 'react';
import {
  redeployInstance,
  resumeInstance,
  suspendInstance,
} from '../../../contract/instance-actions.ts';
import type { Instance } from '../../../contract/instances.ts';
import { OneOrManyDialog } from '../../activity/OneOrManyDialog.tsx';
import type { ActionDialogProps } from '../../kit/action.ts';
import { useWords } from '../../words/language.tsx';
import { useInstanceRow, useInstanceSplit } from '../dialogs/split.ts';
import { nameOf, resourceOf } from '../resource.ts';
import { placeWords } from './words.ts';

interface HostAction {
  operation: typeof suspendInstance | typeof resumeInstance | typeof redeployInstance;
  words: 'suspend' | 'resume' | 'redeploy';
  icon: ComponentType<{ size?: number; stroke?: number }>;
}

const suspend: HostAction = {
  operation: suspendInstance,
  words: 'suspend',
  icon: IconPlayerPause,
};
const resume: HostAction = {
  operation: resumeInstance,
  words: 'resume',
  icon: IconPlayerTrackNext,
};
const redeploy: HostAction = {
  operation: redeployInstance,
  words: 'redeploy',
  icon: IconTransfer,
};

/** Lets an instance pause. */
export function SuspendDialog(props: ActionDialogProps<Instance>) {
  return <HostDialog {...props} action={suspend} />;
}

/** Lets a suspended one go on. */
export function ResumeDialog(props: ActionDialogProps<Instance>) {
  return <HostDialog {...props} action={resume} />;
}

/** Moves one whose host is out of order. */
export function RedeployDialog(props: ActionDialogProps<Instance>) {
  return <HostDialog {...props} action={redeploy} />;
}

interface HostDialogProps extends ActionDialogProps<Instance> {
  action: HostAction;
}

/** What will happen, and what nobody outside the cloud knows of it. */
function HostDialog({ action, ...props }: HostDialogProps) {
  const { operation, icon } = action;
  const { items, region } = props;
  const say = placeWords.useWords()[action.words];
  const [only] = items;
  return (
    <OneOrManyDialog
      {...props}
      operation={operation.name}
      title={say.title(nameOf(only))}
      id={only.instanceId}
      verb={useWords().activity.single[operation.name]}
      icon={icon}
      split={useInstanceSplit(operation.name, items)}
      rowOf={useInstanceRow()}
      stepsFor={(instance) => ({
        operation,
        input: { regionId: region, instanceId: instance.instanceId },
        resource: resourceOf(instance),
      })}
      options={say.untold}
    >
      <p>{say.consequence}</p>
      <p>{say.untold}</p>
    </OneOrManyDialog>
  );
}
