import { deleteKeypair, type Keypair } from '../../../contract/keypairs.ts';
import { DeletionDialog } from '../../activity/DeletionDialog.tsx';
import { useSplit } from '../../activity/split.ts';
import type { ActionDialogProps } from '../../kit/action.ts';
import { Note } from '../../kit/Note.tsx';
import { resourceOf } from '../resource.ts';
import { useKeypairsInUse } from '../users.ts';
import { keypairWords } from '../words.ts';

/** Deleting: says which templates break and who goes on accepting the private key; has to be meant. */
export function DeleteDialog(props: ActionDialogProps<Keypair>) {
  const { items, region } = props;
  const { delete: say } = keypairWords.useWords();
  const split = useSplit(
    items,
    () => undefined,
    ({ keyName }) => ({ id: keyName, name: keyName, look: 'ok' }),
  );
  const inUse = useKeypairsInUse(region, items) ?? [];
  const templates = inUse.flatMap((one) => one.templates ?? []);
  const instances = items.reduce((sum, { instanceIds = [] }) => sum + instanceIds.length, 0);
  return (
    <DeletionDialog
      {...props}
      {...{ split, say }}
      operation="deleteKeypair"
      nameOf={({ keyName }) => keyName}
      rowOf={({ instanceIds = [] }) => ({ look: 'ok', word: say.uses(instanceIds.length) })}
      stepsFor={({ keyName }) => ({
        operation: deleteKeypair,
        input: { regionId: region, keyName },
        resource: resourceOf(keyName),
      })}
    >
      {templates.length > 0 && (
        <Note tone="warn">{say.templates(templates.map(({ id, name }) => name || id))}</Note>
      )}
      {instances > 0 && <p>{say.instances(instances)}</p>}
    </DeletionDialog>
  );
}
