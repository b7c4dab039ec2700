import type { Instance, InstanceDiskAttachment } from '../../contract/instances.ts';
import { attachedDataDisks, diskSurvives } from '../../contract/on-delete.ts';
import { isTransitional } from '../../contract/statuses.ts';
import { DetailTable } from '../kit/DetailTable.tsx';
import { type Look, Status } from '../kit/Status.tsx';
import { useWords } from '../words/language.tsx';
import { CodeText, PlainText } from '../kit/text.tsx';

/** The disks on an instance and what becomes of each when it is deleted. */
export function InstanceDisks({ instance }: { instance: Instance }) {
  const { instance: words } = useWords();
  const rows = [
    ...(instance.systemDisk ? [{ disk: instance.systemDisk, isSystem: true }] : []),
    ...attachedDataDisks(instance).map((disk) => ({ disk, isSystem: false })),
  ];
  return (
    <DetailTable
      title={words.disks}
      note={String(rows.length)}
      empty={words.noDisks}
      head={[
        { label: words.device, width: 84 },
        { label: words.diskName },
        { label: 'ID', width: 124 },
        { label: words.kind },
        { label: words.diskSize, width: 96, end: true },
        { label: words.status, width: 132 },
        { label: words.onDelete, width: 124 },
      ]}
    >
      {rows.map(({ disk, isSystem }, place) => (
        <DiskRow key={disk.deviceName ?? place} disk={disk} isSystem={isSystem} />
      ))}
    </DetailTable>
  );
}

function DiskRow({ disk, isSystem }: { disk: InstanceDiskAttachment; isSystem: boolean }) {
  const { instance: words } = useWords();
  const { cloudDisk, localDisk, deviceName = isSystem ? 'vda' : '' } = disk;
  const { encrypted, multiAttachable } = cloudDisk ?? {};
  const kind = [
    isSystem ? words.systemDisk : words.dataDisk,
    disk.diskCategory === 'local' && words.localDisk,
    cloudDisk?.diskType ?? localDisk?.diskType,
    encrypted && words.encrypted,
    multiAttachable && words.shared,
  ];
  const size = cloudDisk?.diskSizeGB ?? localDisk?.diskSizeGB;
  return (
    <tr>
      <td>
        <CodeText text={deviceName} />
      </td>
      <td>
        <PlainText text={cloudDisk?.name} />
      </td>
      <td>
        <CodeText text={cloudDisk?.diskId} />
      </td>
      <td>
        <PlainText text={kind.filter(Boolean).join(', ')} />
      </td>
      <td data-end="true">{size === undefined ? '–' : words.gb(size)}</td>
      <td>
        <Attachment status={disk.status} />
      </td>
      <td>{diskSurvives(disk, isSystem) ? words.keptBilled : words.deleted}</td>
    </tr>
  );
}

function Attachment({ status }: { status: string | undefined }) {
  const { instance: words } = useWords();
  if (status === undefined) return '–';
  const word = Object.entries(words.attachments).find(([name]) => name === status)?.[1];
  return <Status look={lookOfAttachment(status)}>{word ?? status}</Status>;
}

function lookOfAttachment(status: string): Look {
  if (status === 'attached') return 'ok';
  if (status.startsWith('error')) return 'bad';
  return isTransitional(status) ? 'changing' : 'unknown';
}
