import { IconPlayerPlay } from '@tabler/icons-react';
import { startInstance } from '../../../contract/instance-actions.ts';
import type { Instance } from '../../../contract/instances.ts';
import { BulkDialog } from '../../activity/BulkDialog.tsx';
import type { ActionDialogProps } from '../../kit/action.ts';
import { useWords } from '../../words/language.tsx';
import { useStatusWord } from '../InstanceStatus.tsx';
import { lookOf } from '../look.ts';
import { resourceOf } from '../resource.ts';
import { useInstanceSplit } from './split.ts';

/** Starting several; a single one starts without being asked about. */
export function StartDialog({ items, region, onClose, onStarted }: ActionDialogProps<Instance>) {
  const { startInstance: say } = useWords().actions;
  const statusWord = useStatusWord();
  const { able, skipped } = useInstanceSplit('startInstance', items);
  return (
    <BulkDialog
      operation="startInstance"
      icon={IconPlayerPlay}
      skipped={skipped}
      items={able.map((instance) => ({
        request: {
          operation: startInstance,
          input: { regionId: region, instanceId: instance.instanceId },
          resource: resourceOf(instance),
        },
        look: lookOf(instance),
        word: statusWord(instance),
        zone: instance.az ?? '',
        ...(instance.chargeOnStopped === 'stopCharging' && { note: say.mayLackStock }),
      }))}
      onStarted={onStarted}
      onClose={onClose}
    />
  );
}
