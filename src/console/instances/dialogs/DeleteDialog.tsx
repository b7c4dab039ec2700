import { IconTrash } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { deleteInstance } from '../../../contract/instance-actions.ts';
import type { Instance } from '../../../contract/instances.ts';
import { primaryElasticIps } from '../../../contract/on-delete.ts';
import { BulkDialog } from '../../activity/BulkDialog.tsx';
import { MfaField } from '../../activity/MfaField.tsx';
import { useSubmit } from '../../activity/use-submit.ts';
import type { ActionDialogProps } from '../../kit/action.ts';
import { Checkbox } from '../../kit/Checkbox.tsx';
import { StatusGlyph } from '../../kit/Status.tsx';
import { TypeToConfirm } from '../../kit/TypeToConfirm.tsx';
import { useWords } from '../../words/language.tsx';
import { useStatusWord } from '../InstanceStatus.tsx';
import { lookOf } from '../look.ts';
import { nameOf, resourceOf } from '../resource.ts';
import { AskDialog } from '../../activity/AskDialog.tsx';
import classes from '../../activity/AskDialog.module.css';
import { LossesTable } from './LossesTable.tsx';
import { useInstanceSplit } from './split.ts';

/** The account protects the operation and wants a second factor, or these credentials may not do it at all. */
const wantsCode = (failure: { code: number } | undefined) => failure?.code === 403;

/** Deleting: names what will be lost and what stays and costs, and has to be meant. */
export function DeleteDialog({
  items,
  region,
  onClose,
  onStarted,
  onDone,
}: ActionDialogProps<Instance>) {
  const { deleteInstance: say } = useWords().actions;
  const statusWord = useStatusWord();
  const { able, skipped } = useInstanceSplit('deleteInstance', items);
  const [confirmed, setConfirmed] = useState(false);
  const [release, setRelease] = useState(false);
  const [mfaToken, setMfaToken] = useState('');
  const { submit, ...submission } = useSubmit(onDone);
  const requestFor = (instance: Instance) => ({
    operation: deleteInstance,
    input: {
      regionId: region,
      instanceId: instance.instanceId,
      ...(release &&
        primaryElasticIps(instance).length > 0 && {
          deletePrimaryNetworkInterfaceAllElasticIp: true,
        }),
    },
    resource: resourceOf(instance),
  });
  const consequences = (expected: string, label: ReactNode) => (
    <div className={classes.body}>
      <LossesTable instances={able} region={region} releaseElasticIps={release} />
      {able.some((instance) => primaryElasticIps(instance).length > 0) && (
        <label className={classes.check}>
          <Checkbox checked={release} onChange={(event) => setRelease(event.target.checked)} />
          {say.releaseIp}
        </label>
      )}
      <TypeToConfirm expected={expected} label={label} onMatch={setConfirmed} />
    </div>
  );

  const [only] = items;
  if (items.length === 1) {
    const needsCode = wantsCode(submission.failure);
    return (
      <AskDialog
        sign={<StatusGlyph look="bad" />}
        title={say.title(nameOf(only))}
        aside={<span className="mono">{only.instanceId}</span>}
        verb={say.verb}
        icon={IconTrash}
        tone="danger"
        note={say.final}
        why={skipped[0]?.why}
        submission={submission}
        ready={confirmed}
        hasField
        onSubmit={() =>
          void submit({ ...requestFor(only), mfaToken: mfaToken === '' ? undefined : mfaToken })
        }
        onClose={onClose}
      >
        {consequences(nameOf(only), say.typeName)}
        {needsCode && <MfaField value={mfaToken} onChange={setMfaToken} />}
      </AskDialog>
    );
  }
  return (
    <BulkDialog
      operation="deleteInstance"
      icon={IconTrash}
      tone="danger"
      sign={<StatusGlyph look="bad" />}
      skipped={skipped}
      items={able.map((instance) => ({
        request: requestFor(instance),
        look: lookOf(instance),
        word: statusWord(instance),
        zone: instance.az ?? '',
      }))}
      confirm={consequences(String(able.length), say.typeNumber(able.length))}
      confirmed={confirmed}
      onStarted={onStarted}
      onClose={onClose}
    />
  );
}
