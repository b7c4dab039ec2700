import { TextInput } from '@mantine/core';
import { IconPencil } from '@tabler/icons-react';
import { type ReactNode, useId, useState } from 'react';
import { modifyInstanceAttribute } from '../../../contract/instance-actions.ts';
import type { Instance } from '../../../contract/instances.ts';
import { description as descriptionRule, instanceName } from '../../../contract/rules.ts';
import { useSubmit } from '../../activity/use-submit.ts';
import type { ActionDialogProps } from '../../kit/action.ts';
import { StatusGlyph } from '../../kit/Status.tsx';
import { useWords } from '../../words/language.tsx';
import { nameOf, resourceOf } from '../resource.ts';
import { AskDialog } from '../../activity/AskDialog.tsx';
import { useSplit } from './split.ts';
import classes from './RenameDialog.module.css';

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
  const descriptionId = useId();
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
      <TextInput
        label={say.name}
        value={name}
        data-autofocus
        autoComplete="off"
        spellCheck={false}
        description={nameError ? undefined : say.nameRule}
        error={nameError && <Wrong>{say.nameRule}</Wrong>}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        classNames={{ label: classes.label, description: classes.hint, error: classes.hint }}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <div>
        <label htmlFor={descriptionId} className={classes.label}>
          {say.description}
        </label>
        <textarea
          id={descriptionId}
          rows={3}
          className={classes.area}
          aria-invalid={descriptionError}
          aria-describedby={`${descriptionId}-count`}
          value={description}
          onChange={(event) => setDescription(event.target.value)}
        />
        <p id={`${descriptionId}-count`} className={classes.hint}>
          {descriptionError ? (
            <Wrong>{say.descriptionCount(description.length)}</Wrong>
          ) : (
            say.descriptionCount(description.length)
          )}
        </p>
      </div>
    </AskDialog>
  );
}

/** What is wrong with a field, below it. */
function Wrong({ children }: { children: ReactNode }) {
  return (
    <span className={classes.wrong}>
      <StatusGlyph look="bad" />
      {children}
    </span>
  );
}
