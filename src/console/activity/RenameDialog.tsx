import { IconPencil } from '@tabler/icons-react';
import { useState } from 'react';
import type * as z from 'zod/mini';
import type { WriteOperation } from '../../contract/operation.ts';
import { description as descriptionRule } from '../../contract/rules.ts';
import type { WriteRequest } from '../api/write.ts';
import { TextArea, TextField } from '../kit/form/TextField.tsx';
import { useWords } from '../words/language.tsx';
import { AskDialog } from './AskDialog.tsx';
import { useSubmit } from './use-submit.ts';

/** What a resource is called and said to be. */
interface Naming {
  name: string;
  description: string;
}

interface RenameDialogProps<O extends WriteOperation> {
  id: string;
  /** What to call it, also where it has no name. */
  shownName: string;
  before: Naming;
  /** What a name may be: the rule, and the same in words. */
  nameRule: z.ZodMiniType;
  nameHint: string;
  why: string | undefined;
  /** The write that changes what was changed, and no more. */
  requestFor: (changes: Partial<Naming>) => WriteRequest<O>;
  onClose: () => void;
  onDone: () => void;
}

/** Name and description of one resource; the cloud changes both with one call, at once. */
export function RenameDialog<O extends WriteOperation>(props: RenameDialogProps<O>) {
  const { modifyInstanceAttribute: say } = useWords().actions;
  const { before, nameHint } = props;
  const [name, setName] = useState(before.name);
  const [description, setDescription] = useState(before.description);
  const { submit, ...submission } = useSubmit<O>(props.onDone);
  const nameError = name !== before.name && !props.nameRule.safeParse(name).success;
  const descriptionError = !descriptionRule.safeParse(description).success;
  const changes = {
    ...(name !== before.name && { name }),
    ...(description !== before.description && { description }),
  };
  return (
    <AskDialog
      title={say.title(props.shownName)}
      id={props.id}
      verb={say.verb}
      icon={IconPencil}
      why={props.why}
      submission={submission}
      ready={Object.keys(changes).length > 0 && !nameError && !descriptionError}
      hasField
      onSubmit={() => void submit(props.requestFor(changes))}
      onClose={props.onClose}
    >
      <TextField
        label={say.name}
        value={name}
        autofocus
        hint={nameHint}
        error={nameError ? nameHint : undefined}
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
