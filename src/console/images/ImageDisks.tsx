import type { Image } from '../../contract/images.ts';
import type { InstanceDiskAttachment } from '../../contract/instances.ts';
import { DetailTable } from '../kit/DetailTable.tsx';
import { CodeText, PlainText } from '../kit/text.tsx';
import { imageWords } from './words.ts';
import { useWords } from '../words/language.tsx';

/** The disks an instance made from it gets, and the snapshots they come from. */
export function ImageDisks({ image }: { image: Image }) {
  const words = imageWords.useWords();
  const { disks: say } = words;
  const { systemDisk, dataDisks = [], systemDiskSizeGB } = image;
  const rows = [
    { disk: systemDisk ?? {}, isSystem: true },
    ...dataDisks.map((disk) => ({ disk, isSystem: false })),
  ];
  return (
    <DetailTable
      title={say.title}
      note={String(rows.length)}
      empty=""
      head={[
        { label: say.device, width: 84 },
        { label: say.kind },
        { label: say.size, width: 96, end: true },
        { label: say.snapshot },
        { label: say.onDelete, width: 150 },
      ]}
    >
      {rows.map(({ disk, isSystem }, place) => (
        <DiskRow
          key={disk.deviceName ?? place}
          disk={disk}
          isSystem={isSystem}
          size={disk.cloudDisk?.diskSizeGB ?? (isSystem ? systemDiskSizeGB : undefined)}
          isLocal={isSystem && image.rootDeviceType === 'localDisk'}
        />
      ))}
    </DetailTable>
  );
}

interface DiskRowProps {
  disk: InstanceDiskAttachment;
  isSystem: boolean;
  size: number | undefined;
  isLocal: boolean;
}

function DiskRow({ disk, isSystem, size, isLocal }: DiskRowProps) {
  const words = imageWords.useWords();
  const { kit } = useWords();
  const { disks: say } = words;
  const { cloudDisk } = disk;
  const kind = [
    isSystem ? say.systemDisk : say.dataDisk,
    isLocal ? words.rootDevice('localDisk') : cloudDisk?.diskType,
    cloudDisk?.encrypted && say.encrypted,
  ];
  const snapshot = cloudDisk?.snapshotId;
  return (
    <tr>
      <td>
        <CodeText text={disk.deviceName ?? (isSystem ? 'vda' : undefined)} />
      </td>
      <td>
        <PlainText text={kit.together(kind)} />
      </td>
      <td data-end="true">{size === undefined ? '–' : words.gb([size])}</td>
      <td>
        {snapshot ? (
          <CodeText text={snapshot} />
        ) : (
          <PlainText text={isLocal ? undefined : say.blank} />
        )}
      </td>
      <td>{disk.autoDelete === undefined ? '–' : disk.autoDelete ? say.deleted : say.kept}</td>
    </tr>
  );
}
