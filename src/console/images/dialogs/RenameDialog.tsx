import { IconPencil } from '@tabler/icons-react';
import { useState } from 'react';
import { type Image, modifyImageAttribute } from '../../../contract/images.ts';
import { description as descriptionRule, resourceName } from '../../../contract/rules.ts';
import { AskDialog } from '../../activity/AskDialog.tsx';
import { useSubmit } from '../../activity/use-submit.ts';
import type { ActionDialogProps } from '../../kit/action.ts';
import { TextArea, TextField } from '../../kit/form/TextField.tsx';
import { useWords } from '../../words/language.tsx';
import { nameOf, resourceOf } from '../resource.ts';
import { imageWords } from '../words.ts';
import { useSplit } from './split.ts';

/** Name and description of one image; the cloud changes both with one call, at once. */
export function RenameDialog({ items, region, onClose, onStarted }: ActionDialogProps<Image>) {
  const { modifyInstanceAttribute: say } = useWords().actions;
  const { nameRule } = imageWords.useWords();
  const { skipped } = useSplit('modifyImageAttribute', items, region);
  const [image] = items;
  const before = { name: image?.name ?? '', description: image?.desc ?? '' };
  const [name, setName] = useState(before.name);
  const [description, setDescription] = useState(before.description);
  const { submit, ...submission } = useSubmit(() => {
    onStarted();
    onClose();
  });
  if (!image) return null;
  const nameError = name !== before.name && !resourceName.safeParse(name).success;
  const descriptionError = !descriptionRule.safeParse(description).success;
  const changes = {
    ...(name !== before.name && { name }),
    ...(description !== before.description && { description }),
  };
  return (
    <AskDialog
      title={say.title(nameOf(image))}
      aside={<span className="mono">{image.imageId}</span>}
      verb={say.verb}
      icon={IconPencil}
      why={skipped[0]?.why}
      submission={submission}
      ready={Object.keys(changes).length > 0 && !nameError && !descriptionError}
      hasField
      onSubmit={() =>
        void submit({
          operation: modifyImageAttribute,
          input: { regionId: region, imageId: image.imageId, ...changes },
          resource: resourceOf(image),
        })
      }
      onClose={onClose}
    >
      <TextField
        label={say.name}
        value={name}
        autofocus
        hint={nameRule}
        error={nameError ? nameRule : undefined}
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
