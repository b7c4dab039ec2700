import { IconPlayerPause, IconPlayerTrackNext, IconTransfer } from '@tabler/icons-react';
import type { ComponentType } from 'react';
import {
  redeployInstance,
  resumeInstance,
  suspendInstance,
} from '../../../contract/instance-actions.ts';
import type { Instance } from '../../../contract/instances.ts';
import { AskDialog } from '../../activity/AskDialog.tsx';
import { BulkDialog } from '../../activity/BulkDialog.tsx';
import { useSubmit } from '../../activity/use-submit.ts';
import type { ActionDialogProps } from '../../kit/action.ts';
import { useWords } from '../../words/language.tsx';
import { useInstanceSplit } from '../dialogs/split.ts';
import { useStatusWord } from '../InstanceStatus.tsx';
import { lookOf } from '../look.ts';
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
function HostDialog({ action, items, region, onClose, onStarted, onDone }: HostDialogProps) {
  const { operation, icon } = action;
  const say = placeWords.useWords()[action.words];
  const verb = useWords().activity.single[operation.name];
  const statusWord = useStatusWord();
  const { able, skipped } = useInstanceSplit(operation.name, items);
  const { submit, ...submission } = useSubmit<typeof operation>(onDone);
  const requestFor = (instance: Instance) => ({
    operation,
    input: { regionId: region, instanceId: instance.instanceId },
    resource: resourceOf(instance),
  });
  const [only] = items;
  if (items.length === 1) {
    return (
      <AskDialog
        title={say.title(nameOf(only))}
        aside={<span className="mono">{only.instanceId}</span>}
        verb={verb}
        icon={icon}
        why={skipped[0]?.why}
        submission={submission}
        onSubmit={() => void submit(requestFor(only))}
        onClose={onClose}
      >
        <p>{say.consequence}</p>
        <p>{say.untold}</p>
      </AskDialog>
    );
  }
  return (
    <BulkDialog
      operation={operation.name}
      icon={icon}
      skipped={skipped}
      items={able.map((instance) => ({
        request: requestFor(instance),
        look: lookOf(instance),
        word: statusWord(instance),
        zone: instance.az ?? '',
      }))}
      options={able.length > 0 && say.untold}
      onStarted={onStarted}
      onClose={onClose}
    />
  );
}
