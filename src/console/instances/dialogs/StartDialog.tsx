import { IconPlayerPlay } from '@tabler/icons-react';
import type { Instance } from '../../../contract/instances.ts';
import { BulkDialog } from '../../activity/BulkDialog.tsx';
import type { ActionDialogProps } from '../../kit/action.ts';
import { useWords } from '../../words/language.tsx';
import { useInstanceRow, useInstanceSplit } from './split.ts';
import { startRequest } from './steps.ts';

/** Starting several; a single one starts without being asked about. */
export function StartDialog({ items, region, onClose, onStarted }: ActionDialogProps<Instance>) {
  const { startInstance: say } = useWords().actions;
  const row = useInstanceRow();
  const { able, skipped } = useInstanceSplit('startInstance', items);
  return (
    <BulkDialog
      operation="startInstance"
      icon={IconPlayerPlay}
      skipped={skipped}
      items={able.map((instance) => ({
        ...row(instance),
        request: startRequest(instance, region),
        ...(instance.chargeOnStopped === 'stopCharging' && { note: say.mayLackStock }),
      }))}
      onStarted={onStarted}
      onClose={onClose}
    />
  );
}
