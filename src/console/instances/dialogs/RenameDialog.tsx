import { IconPencil } from '@tabler/icons-react';
import { useState } from 'react';
import { modifyInstanceAttribute } from '../../../contract/instance-actions.ts';
import type { Instance } from '../../../contract/instances.ts';
import { description as descriptionRule, instanceName } from '../../../contract/rules.ts';
import { useSubmit } from '../../activity/use-submit.ts';
import type { ActionDialogProps } from '../../kit/action.ts';
import { TextArea, TextField } from '../../kit/form/TextField.tsx';
import { useWords } from '../../words/language.tsx';
import { nameOf, resourceOf } from '../resource.ts';
import { AskDialog } from '../../activity/AskDialog.tsx';
import { useSplit } from './split.ts';

/** Name and description of one instance; the cloud changes both with one call, at once. */
export function RenameDialog({ items, region, onClose, onStarted }: ActionDialogProps<Instance>) {
  const { modifyInstanceAttribute: say } = useWords().actions;
  const { skipped } = useSplit('modifyInstanceAttribute', items);
  const [instance] = items;
  const before = { name: instance?.instanceName ?? '', description: instance?.description ?? '' };
  const [name, setName] = useState(before.name);
  const [description, setDescription] = useState(before.description);
  const { submit, ...submission } = useSubmit(() => {
    onStarted();
    onClose();
  });
  if (!instance) return null;

  const nameError = name !== before.name && !instanceName.safeParse(name).success;
  const descriptionError = !descriptionRule.safeParse(description).success;
  const changes = {
    ...(name !== before.name && { name }),
    ...(description !== before.description && { description }),
  };
  const changed = Object.keys(changes).length > 0;
  return (
    <AskDialog
      title={say.title(nameOf(instance))}
      aside={<span className="mono">{instance.instanceId}</span>}
      verb={say.verb}
      icon={IconPencil}
      why={skipped[0]?.why}
      submission={submission}
      ready={changed && !nameError && !descriptionError}
      hasField
      onSubmit={() =>
        void submit({
          operation: modifyInstanceAttribute,
          input: { regionId: region, instanceId: instance.instanceId, ...changes },
          resource: resourceOf(instance),
        })
      }
      onClose={onClose}
    >
      <TextField
        label={say.name}
        value={name}
        autofocus
        hint={say.nameRule}
        error={nameError ? say.nameRule : undefined}
        onChange={setName}
      />
      <TextArea
        label={say.description}
        value={description}
        hint={say.descriptionCount(description.length)}
        error={descriptionError ? say.descriptionCount(description.length) : undefined}
        onChange={setDescription}
      />
    </AskDialog>
  );
}
