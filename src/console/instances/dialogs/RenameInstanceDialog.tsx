import { modifyInstanceAttribute } from '../../../contract/instance-actions.ts';
import type { Instance } from '../../../contract/instances.ts';
import { instanceName } from '../../../contract/rules.ts';
import { RenameDialog } from '../../activity/RenameDialog.tsx';
import type { ActionDialogProps } from '../../kit/action.ts';
import { useWords } from '../../words/language.tsx';
import { nameOf, resourceOf } from '../resource.ts';
import { useInstanceSplit } from './split.ts';

/** Name and description of one instance. */
export function RenameInstanceDialog({
  items,
  region,
  onClose,
  onDone,
}: ActionDialogProps<Instance>) {
  const { nameRule } = useWords().actions.modifyInstanceAttribute;
  const { skipped } = useInstanceSplit('modifyInstanceAttribute', items);
  const [instance] = items;
  const { instanceId, instanceName: name = '', description = '' } = instance;
  return (
    <RenameDialog
      id={instanceId}
      shownName={nameOf(instance)}
      before={{ name, description }}
      nameRule={instanceName}
      nameHint={nameRule}
      why={skipped[0]?.why}
      requestFor={(changes) => ({
        operation: modifyInstanceAttribute,
        input: { regionId: region, instanceId, ...changes },
        resource: resourceOf(instance),
      })}
      onClose={onClose}
      onDone={onDone}
    />
  );
}
