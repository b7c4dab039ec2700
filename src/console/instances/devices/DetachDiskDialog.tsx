import { IconPlugConnectedX } from '@tabler/icons-react';
import { useState } from 'react';
import { whyNotDetachDisk } from '../../../contract/disk-rules.ts';
import { detachDisk } from '../../../contract/instance-actions.ts';
import { whyNot } from '../../../contract/lifecycle.ts';
import { AskDialog } from '../../activity/AskDialog.tsx';
import { type ActionDialogProps, useWhyNotWrite } from '../../kit/action.ts';
import { Note } from '../../kit/Note.tsx';
import { Segments } from '../../kit/Segments.tsx';
import { resourceOf } from '../resource.ts';
import { type DiskOn, diskName } from './items.ts';
import { useTurns } from './use-turns.ts';
import { deviceWords } from './words.ts';

type How = 'normal' | 'force';

/** Takes a disk off an instance; by force what is being written to it is lost. */
export function DetachDiskDialog({
  items: [item],
  region,
  onClose,
  onDone,
}: ActionDialogProps<DiskOn>) {
  const say = deviceWords.useWords();
  const whyNotWrite = useWhyNotWrite();
  const { waits, send, submission } = useTurns(item.instance.instanceId, onDone);
  const [how, setHow] = useState<How>('normal');
  const { instance, disk, isSystem } = item;
  const { diskId = '' } = disk.cloudDisk ?? {};
  const obstacle = whyNotDetachDisk(instance, { diskId })?.why;
  const request = {
    operation: detachDisk,
    input: {
      regionId: region,
      instanceId: instance.instanceId,
      diskId,
      ...(how === 'force' && { force: true }),
    },
    resource: resourceOf(instance),
  };
  return (
    <AskDialog
      title={say.detachDisk.title(diskName(item))}
      id={diskId}
      verb={say.detachDisk.verb}
      icon={IconPlugConnectedX}
      tone={how === 'force' ? 'danger' : undefined}
      why={whyNotWrite(whyNot('detachDisk', instance) ?? obstacle)}
      submission={submission}
      note={say.detachDisk.billed}
      onSubmit={() => send(request)}
      onClose={onClose}
    >
      {isSystem ? (
        <p>{say.detachDisk.systemNote}</p>
      ) : (
        <>
          <div>
            <Segments<How>
              label={say.detachDisk.how}
              value={how}
              onChange={setHow}
              choices={[
                { value: 'normal', label: say.detachDisk.normal },
                { value: 'force', label: say.detachDisk.force },
              ]}
            />
          </div>
          {how === 'force' ? (
            <Note tone="warn">{say.detachDisk.forceNote}</Note>
          ) : (
            <p>{say.detachDisk.normalNote}</p>
          )}
        </>
      )}
      {waits && <Note tone="warn">{say.waits}</Note>}
    </AskDialog>
  );
}
