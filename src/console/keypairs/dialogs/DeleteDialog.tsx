import { IconTrash } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { deleteKeypair, type Keypair } from '../../../contract/keypairs.ts';
import { AskDialog } from '../../activity/AskDialog.tsx';
import { BulkDialog } from '../../activity/BulkDialog.tsx';
import { useSplit } from '../../activity/split.ts';
import { useSubmit } from '../../activity/use-submit.ts';
import type { ActionDialogProps } from '../../kit/action.ts';
import { Note } from '../../kit/Note.tsx';
import { StatusGlyph } from '../../kit/Status.tsx';
import { TypeToConfirm } from '../../kit/TypeToConfirm.tsx';
import { resourceOf } from '../resource.ts';
import { useKeypairsInUse } from '../users.ts';
import { keypairWords } from '../words.ts';

/** Deleting: says which templates break and who goes on accepting the private key; has to be meant. */
export function DeleteDialog({
  items,
  region,
  onClose,
  onStarted,
  onDone,
}: ActionDialogProps<Keypair>) {
  const { delete: say } = keypairWords.useWords();
  const { able, skipped } = useSplit(
    items,
    () => undefined,
    ({ keyName }) => ({ id: keyName, name: keyName, look: 'ok' }),
  );
  const [confirmed, setConfirmed] = useState(false);
  const { submit, ...submission } = useSubmit(onDone);
  const inUse = useKeypairsInUse(region, items) ?? [];
  const templates = inUse.flatMap((one) => one.templates ?? []);
  const instances = items.reduce((sum, { instanceIds = [] }) => sum + instanceIds.length, 0);
  const requestFor = ({ keyName }: Keypair) => ({
    operation: deleteKeypair,
    input: { regionId: region, keyName },
    resource: resourceOf(keyName),
  });
  const consequences = (expected: string, label: ReactNode) => (
    <>
      {templates.length > 0 && (
        <Note tone="warn">{say.templates(templates.map(({ id, name }) => name || id))}</Note>
      )}
      {instances > 0 && <p>{say.instances(instances)}</p>}
      <TypeToConfirm expected={expected} label={label} onMatch={setConfirmed} />
    </>
  );
  const common = {
    icon: IconTrash,
    tone: 'danger',
    sign: <StatusGlyph look="bad" />,
    onClose,
  } as const;

  const [only] = items;
  if (items.length === 1) {
    return (
      <AskDialog
        {...common}
        title={say.title(only.keyName)}
        verb={say.verb}
        note={say.final}
        why={skipped[0]?.why}
        submission={submission}
        ready={confirmed}
        hasField
        onSubmit={() => void submit(requestFor(only))}
      >
        {consequences(only.keyName, say.typeName)}
      </AskDialog>
    );
  }
  return (
    <BulkDialog
      {...common}
      operation="deleteKeypair"
      skipped={skipped}
      items={able.map((keypair) => ({
        request: requestFor(keypair),
        look: 'ok',
        word: say.uses(keypair.instanceIds?.length ?? 0),
      }))}
      confirm={consequences(String(able.length), say.typeNumber(able.length))}
      confirmed={confirmed}
      onStarted={onStarted}
    />
  );
}
