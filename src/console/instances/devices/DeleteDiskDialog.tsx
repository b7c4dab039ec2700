import { IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { whyNotDeleteDisk } from '../../../contract/disk-rules.ts';
import { deleteDisk } from '../../../contract/disks.ts';
import { AskDialog } from '../../activity/AskDialog.tsx';
import { useSubmit } from '../../activity/use-submit.ts';
import { type ActionDialogProps, useWhyNotWrite } from '../../kit/action.ts';
import { StatusGlyph } from '../../kit/Status.tsx';
import { TypeToConfirm } from '../../kit/TypeToConfirm.tsx';
import type { FreeDisk } from './items.ts';
import { deviceWords } from './words.ts';

/** Erases a disk that nothing uses. */
export function DeleteDiskDialog({
  items: [item],
  region,
  onClose,
  onDone,
}: ActionDialogProps<FreeDisk>) {
  const say = deviceWords.useWords();
  const whyNotWrite = useWhyNotWrite();
  const [confirmed, setConfirmed] = useState(false);
  const { submit, ...submission } = useSubmit(onDone);
  const { disk } = item;
  const { diskId = '', diskSizeGB = 0 } = disk;
  const name = disk.name || diskId;
  const obstacle = whyNotDeleteDisk(disk)?.why;
  return (
    <AskDialog
      sign={<StatusGlyph look="bad" />}
      title={say.deleteDisk.title(name)}
      id={diskId}
      verb={say.deleteDisk.verb}
      icon={IconTrash}
      tone="danger"
      why={whyNotWrite(obstacle)}
      submission={submission}
      ready={confirmed}
      hasField
      note={say.deleteDisk.snapshots}
      onSubmit={() =>
        void submit({
          operation: deleteDisk,
          input: { regionId: region, diskId },
          resource: { kind: 'disk', id: diskId, name },
        })
      }
      onClose={onClose}
    >
      <p>{say.deleteDisk.lost(say.gb(diskSizeGB))}</p>
      <TypeToConfirm
        expected={name}
        label={disk.name ? say.deleteDisk.type : say.deleteDisk.typeId}
        onMatch={setConfirmed}
      />
    </AskDialog>
  );
}
