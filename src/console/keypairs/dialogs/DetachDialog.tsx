import { Button } from '@mantine/core';
import { IconUnlink } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { detachKeypair, type Keypair } from '../../../contract/keypairs.ts';
import { AskDialog } from '../../activity/AskDialog.tsx';
import { useCall } from '../../api/context.tsx';
import type { ActionDialogProps } from '../../kit/action.ts';
import { PickManyField } from '../../kit/form/PickField.tsx';
import { Note } from '../../kit/Note.tsx';
import { resourceOf } from '../resource.ts';
import { usersOptions } from '../users.ts';
import { keypairWords } from '../words.ts';
import { LeftOut } from './LeftOut.tsx';
import { useSomeSubmit } from './some.ts';

/** Takes a key pair off instances that have it. */
export function DetachDialog({
  items: [{ keyName, instanceIds = [] }],
  region,
  onClose,
  onDone,
}: ActionDialogProps<Keypair>) {
  const { attach, detach: say } = keypairWords.useWords();
  const { data } = useQuery(usersOptions(useCall(), region, instanceIds));
  const [only] = instanceIds;
  const [chosen, setChosen] = useState<readonly string[]>(
    only !== undefined && instanceIds.length === 1 ? [only] : [],
  );
  const { submit, left, submission } = useSomeSubmit<typeof detachKeypair>(region, chosen, onDone);
  const names = new Map(
    data?.instances?.map(({ instanceId, instanceName }) => [instanceId, instanceName]),
  );
  return (
    <AskDialog
      title={say.title(keyName)}
      verb={chosen.length > 0 ? say.verb(chosen.length) : say.verbAlone}
      icon={IconUnlink}
      submission={submission}
      ready={chosen.length > 0 && left.length === 0}
      hasField
      onSubmit={() =>
        submit({
          operation: detachKeypair,
          input: { regionId: region, keyName, instanceIds: [...chosen] },
          resource: resourceOf(keyName),
        })
      }
      onClose={onClose}
    >
      <Note tone="warn">{say.consequence}</Note>
      <PickManyField
        label={attach.instances}
        value={chosen}
        choices={instanceIds.map((id) => ({ value: id, label: names.get(id) || id, note: id }))}
        placeholder={attach.find}
        onChange={setChosen}
      />
      {chosen.length < instanceIds.length && (
        <div>
          <Button onClick={() => setChosen(instanceIds)}>{say.all(instanceIds.length)}</Button>
        </div>
      )}
      <LeftOut ids={left} nameOf={(id) => names.get(id)} />
    </AskDialog>
  );
}
