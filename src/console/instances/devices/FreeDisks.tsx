import { useQuery } from '@tanstack/react-query';
import { attachmentOf } from '../../../contract/attachment-work.ts';
import { holdersOf } from '../../../contract/disk-rules.ts';
import type { Disk } from '../../../contract/disk.ts';
import type { Instance } from '../../../contract/instances.ts';
import { isTransitional } from '../../../contract/statuses.ts';
import { useCall } from '../../api/context.tsx';
import { freeDisksOptions } from '../../disks/queries.ts';
import { DetailTable } from '../../kit/DetailTable.tsx';
import { RowMenu } from '../../kit/RowMenu.tsx';
import { Status } from '../../kit/Status.tsx';
import { CodeText, PlainText } from '../../kit/text.tsx';
import { useWords } from '../../words/language.tsx';
import { instanceWords } from '../words.ts';
import classes from './devices.module.css';
import { freeDiskActions } from './row-actions.tsx';
import { deviceWords } from './words.ts';

interface FreeDisksProps {
  instance: Instance;
  region: string;
}

/** The disks of the zone that this instance might be given, which are billed all the same. */
export function FreeDisks({ instance, region }: FreeDisksProps) {
  const words = instanceWords.useWords();
  const { kit } = useWords();
  const say = deviceWords.useWords();
  const { data = [] } = useQuery(freeDisksOptions(useCall(), region));
  const free = data.filter(
    (disk) =>
      disk.az === instance.az &&
      (attachmentOf(instance, disk.diskId)?.status ?? 'detached') === 'detached' &&
      (disk.multiAttachable || holdersOf(disk).length === 0),
  );
  const word = (status: string) =>
    Object.entries(say.freeDisks.statuses).find(([name]) => name === status)?.[1] ?? status;
  return (
    <DetailTable
      title={say.freeDisks.title}
      note={String(free.length)}
      empty={say.freeDisks.empty}
      head={[
        { label: words.diskName },
        { label: 'ID', width: 124 },
        { label: words.kind },
        { label: words.diskSize, width: 96, end: true },
        { label: words.status, width: 148 },
        { label: kit.actions, width: 48, silent: true },
      ]}
    >
      {free.map((disk) => (
        <tr key={disk.diskId}>
          <td>
            <PlainText text={disk.name} />
          </td>
          <td>
            <CodeText text={disk.diskId} />
          </td>
          <td>
            <PlainText text={kindOf(disk)} />
          </td>
          <td data-end="true">{disk.diskSizeGB === undefined ? '–' : words.gb(disk.diskSizeGB)}</td>
          <td>
            <Status look={isTransitional(disk.status) ? 'changing' : 'off'}>
              {word(disk.status ?? '')}
            </Status>
          </td>
          <td className={classes.actions}>
            <RowMenu
              item={{ instance, disk }}
              name={disk.name || (disk.diskId ?? '')}
              actions={freeDiskActions}
            />
          </td>
        </tr>
      ))}
    </DetailTable>
  );

  function kindOf({ diskType, encrypted, multiAttachable }: Disk): string {
    return kit.together([diskType, encrypted && words.encrypted, multiAttachable && words.shared]);
  }
}
