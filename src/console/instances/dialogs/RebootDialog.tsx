import { IconRotateClockwise } from '@tabler/icons-react';
import type { Instance } from '../../../contract/instances.ts';
import { BulkDialog } from '../../activity/BulkDialog.tsx';
import { useSubmit } from '../../activity/use-submit.ts';
import type { ActionDialogProps } from '../../kit/action.ts';
import { useWords } from '../../words/language.tsx';
import { useStatusWord } from '../InstanceStatus.tsx';
import { lookOf } from '../look.ts';
import { nameOf } from '../resource.ts';
import { AskDialog } from '../../activity/AskDialog.tsx';
import { useInstanceSplit } from './split.ts';
import { rebootRequest } from './steps.ts';

/** Rebooting interrupts whatever runs on the machine, so even one is asked about. */
export function RebootDialog({
  items,
  region,
  onClose,
  onStarted,
  onDone,
}: ActionDialogProps<Instance>) {
  const { rebootInstance: say } = useWords().actions;
  const statusWord = useStatusWord();
  const { able, skipped } = useInstanceSplit('rebootInstance', items);
  const { submit, ...submission } = useSubmit(onDone);
  const [only] = items;
  if (items.length === 1) {
    return (
      <AskDialog
        title={say.title(nameOf(only))}
        aside={<span className="mono">{only.instanceId}</span>}
        verb={say.label}
        icon={IconRotateClockwise}
        why={skipped[0]?.why}
        submission={submission}
        onSubmit={() => void submit(rebootRequest(only, region))}
        onClose={onClose}
      >
        <p>{say.consequence}</p>
      </AskDialog>
    );
  }
  return (
    <BulkDialog
      operation="rebootInstance"
      icon={IconRotateClockwise}
      skipped={skipped}
      items={able.map((instance) => ({
        request: rebootRequest(instance, region),
        look: lookOf(instance),
        word: statusWord(instance),
        zone: instance.az ?? '',
      }))}
      onStarted={onStarted}
      onClose={onClose}
    />
  );
}
