import { whyNotAutoDelete } from '../../contract/disk-rules.ts';
import { modifyInstanceDiskAttribute } from '../../contract/instance-actions.ts';
import type { Instance } from '../../contract/instances.ts';
import { whyNot } from '../../contract/lifecycle.ts';
import { attachedDataDisks, diskSurvives } from '../../contract/on-delete.ts';
import { isTransitional } from '../../contract/statuses.ts';
import { useEntries } from '../activity/context.tsx';
import { isOpen } from '../activity/entry.ts';
import { ActionButton } from '../kit/detail/ActionButton.tsx';
import { DetailTable } from '../kit/DetailTable.tsx';
import { Elapsed } from '../kit/Elapsed.tsx';
import { RowMenu } from '../kit/RowMenu.tsx';
import { type Look, Status } from '../kit/Status.tsx';
import { CodeText, PlainText } from '../kit/text.tsx';
import { useWords } from '../words/language.tsx';
import { instanceWords } from './words.ts';
import classes from './devices/devices.module.css';
import { diskName, type DiskOn } from './devices/items.ts';
import { useLimits } from './devices/limits.ts';
import { OnDelete } from './devices/OnDelete.tsx';
import { diskActions } from './devices/row-actions.tsx';
import { attachDisk } from './disk-actions.tsx';
import { resourceOf } from './resource.ts';

interface DisksProps {
  instance: Instance;
  region: string;
}

/** The disks on an instance, what becomes of each when it is deleted, and what can be done to them. */
export function InstanceDisks({ instance, region }: DisksProps) {
  const words = instanceWords.useWords();
  const { kit } = useWords();
  const limit = useLimits(instance, region)?.cloudDiskCountLimit;
  const rows: DiskOn[] = [
    ...(instance.systemDisk ? [{ instance, disk: instance.systemDisk, isSystem: true }] : []),
    ...attachedDataDisks(instance).map((disk) => ({ instance, disk, isSystem: false })),
  ];
  return (
    <DetailTable
      title={words.disks}
      note={limit === undefined ? String(rows.length) : words.ofLimit(rows.length, limit)}
      tools={<ActionButton action={attachDisk} item={instance} />}
      empty={words.noDisks}
      head={[
        { label: words.device, width: 72 },
        { label: words.diskName },
        { label: 'ID', width: 124 },
        { label: words.kind },
        { label: words.diskSize, width: 88, end: true },
        { label: words.status, width: 144 },
        { label: words.onDelete, width: 120 },
        { label: kit.actions, width: 48, silent: true },
      ]}
    >
      {rows.map((row, place) => (
        <DiskRow key={row.disk.deviceName ?? place} row={row} region={region} />
      ))}
    </DetailTable>
  );
}

function DiskRow({ row, region }: { row: DiskOn; region: string }) {
  const words = instanceWords.useWords();
  const { kit } = useWords();
  const { instance, disk, isSystem } = row;
  const { cloudDisk, localDisk, deviceName = isSystem ? 'vda' : '' } = disk;
  const { encrypted, multiAttachable } = cloudDisk ?? {};
  const kind = [
    words.disk(isSystem, disk.diskCategory === 'local'),
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
        <PlainText text={kit.together(kind)} />
      </td>
      <td data-end="true">{size === undefined ? '–' : words.gb(size)}</td>
      <td>
        <Attachment row={row} />
      </td>
      <td>
        <OnDelete
          name={diskName(row)}
          autoDelete={disk.autoDelete ?? false}
          fate={diskSurvives(disk, isSystem) ? words.keptBilled : words.deleted}
          whyNot={
            whyNot('modifyInstanceDiskAttribute', instance) ?? whyNotAutoDelete(disk, isSystem)
          }
          requestFor={(autoDelete) => ({
            operation: modifyInstanceDiskAttribute,
            input: {
              regionId: region,
              instanceId: instance.instanceId,
              dataDisks: [{ diskId: cloudDisk?.diskId, autoDelete }],
            },
            resource: resourceOf(instance),
          })}
        />
      </td>
      <td className={classes.actions}>
        {cloudDisk?.diskId && <RowMenu item={row} name={diskName(row)} actions={diskActions} />}
      </td>
    </tr>
  );
}

function Attachment({ row: { instance, disk } }: { row: DiskOn }) {
  const words = instanceWords.useWords();
  const { status } = disk;
  const work = useEntries().find(
    (entry) =>
      isOpen(entry) &&
      entry.resource.id === instance.instanceId &&
      entry.input?.['diskId'] === disk.cloudDisk?.diskId,
  );
  if (status === undefined) return '–';
  const look = lookOfAttachment(status);
  const word = Object.entries(words.attachments).find(([name]) => name === status)?.[1];
  return (
    <Status look={look} extra={look === 'changing' && work && <Elapsed since={work.startedAt} />}>
      {word ?? status}
    </Status>
  );
}

function lookOfAttachment(status: string): Look {
  if (status === 'attached') return 'ok';
  if (status.startsWith('error')) return 'bad';
  return isTransitional(status) ? 'changing' : 'unknown';
}
