import { IconKey } from '@tabler/icons-react';
import { useState } from 'react';
import { createKeypair } from '../../../contract/keypairs.ts';
import { AskDialog } from '../../activity/AskDialog.tsx';
import { useSubmit } from '../../activity/use-submit.ts';
import type { ActionDialogProps } from '../../kit/action.ts';
import { TextField } from '../../kit/form/TextField.tsx';
import { Note } from '../../kit/Note.tsx';
import { resourceOf } from '../resource.ts';
import { keypairWords } from '../words.ts';
import { CreatedDialog, type Created } from './CreatedDialog.tsx';
import { useName } from './name.ts';

/** Makes a key pair of which the cloud keeps the public half; the private one is handed out once. */
export function CreateDialog({ items: [region], onClose, onDone }: ActionDialogProps<string>) {
  const { create: say, nameRule } = keypairWords.useWords();
  const [name, setName] = useState('');
  const [created, setCreated] = useState<Created>();
  const { error, wrong, note, why } = useName(name, region);
  const { submit, ...submission } = useSubmit<typeof createKeypair>(
    ({ keyName = name, privateKey, keyFingerprint }) =>
      setCreated({ keyName, privateKey, fingerprint: keyFingerprint }),
  );
  if (created) return <CreatedDialog created={created} onClose={onDone} />;
  return (
    <AskDialog
      title={say.title}
      verb={say.verb}
      icon={IconKey}
      {...{ note, why, submission }}
      ready={!wrong}
      hasField
      onSubmit={() =>
        void submit({
          operation: createKeypair,
          input: { regionId: region, keyName: name },
          resource: resourceOf(name),
        })
      }
      onClose={onClose}
    >
      <p>{say.consequence}</p>
      <TextField
        label={say.name}
        value={name}
        autofocus
        code
        hint={nameRule}
        error={error}
        onChange={setName}
      />
      {submission.unknown && <Note tone="warn">{say.unknown(name)}</Note>}
    </AskDialog>
  );
}
