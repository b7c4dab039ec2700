import { IconCameraPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { dataDevices } from '../../../contract/devices.ts';
import { diskSizeFor, mostSnapshots, whyNotSnapshot } from '../../../contract/image-snapshots.ts';
import { createImageFromSnapshots } from '../../../contract/images.ts';
import { imageName } from '../../../contract/rules.ts';
import type { Snapshot } from '../../../contract/snapshots.ts';
import { AskDialog } from '../../activity/AskDialog.tsx';
import { useSubmit } from '../../activity/use-submit.ts';
import { useCall } from '../../api/context.tsx';
import { ownSnapshotsOptions } from '../../disks/queries.ts';
import type { ActionDialogProps } from '../../kit/action.ts';
import { PickField, PickManyField, noteOf, possibleFirst } from '../../kit/form/PickField.tsx';
import { SegmentsField } from '../../kit/form/SegmentsField.tsx';
import { SelectField } from '../../kit/form/SelectField.tsx';
import { TextField } from '../../kit/form/TextField.tsx';
import { newToken } from '../../kit/token.ts';
import { isShort, useRoom } from '../../quotas/queries.ts';
import { useSay } from '../../words/language.tsx';
import { importWords } from '../import/words.ts';
import classes from './Choices.module.css';

const { platform, architecture, bootMode } = createImageFromSnapshots.input.shape;

/** An image whose disks are snapshots that are there already. */
export function FromSnapshotsDialog({
  items: [region],
  onClose,
  onDone,
}: ActionDialogProps<string>) {
  const words = importWords.useWords();
  const { snapshots: say } = words;
  const call = useCall();
  const found = useQuery(ownSnapshotsOptions(call, region));
  const room = useRoom(region, 'image');
  const { submit, ...submission } = useSubmit<typeof createImageFromSnapshots>(onDone);
  const [clientToken] = useState(newToken);
  const [name, setName] = useState('');
  const [systemId, setSystemId] = useState('');
  const [dataIds, setDataIds] = useState<readonly string[]>([]);
  const [os, setOs] = useState<(typeof platform.options)[number]>('CentOS');
  const [osVersion, setOsVersion] = useState('');
  const [cpu, setCpu] = useState<(typeof architecture.options)[number]>('x86_64');
  const [boot, setBoot] = useState<(typeof bootMode.options)[number]>('bios');
  const choiceOf = useChoice();

  const snapshots = found.data?.items;
  const nameError = name !== '' && !imageName.safeParse(name).success;
  const diskFor = (id: string, use: 'system' | 'data', deviceName: string) => ({
    snapshotId: id,
    deviceName,
    diskSizeGB: diskSizeFor(snapshots?.find(({ snapshotId }) => snapshotId === id) ?? {}, use),
  });
  return (
    <AskDialog
      title={say.title}
      verb={say.verb}
      icon={IconCameraPlus}
      why={isShort(room) ? say.full(room.limit) : undefined}
      submission={submission}
      ready={name !== '' && !nameError && systemId !== ''}
      hasField
      note={room && say.quota(room.used, room.limit)}
      onSubmit={() =>
        void submit({
          operation: createImageFromSnapshots,
          input: {
            regionId: region,
            name,
            platform: os,
            ...(osVersion !== '' && { osVersion }),
            architecture: cpu,
            bootMode: boot,
            cloudDisks: [
              diskFor(systemId, 'system', 'vda'),
              ...dataIds.map((id, at) => diskFor(id, 'data', dataDevices[at] ?? '')),
            ],
            clientToken,
          },
          resource: { kind: 'newImage', id: name, name },
        })
      }
      onClose={onClose}
    >
      <TextField
        label={words.name}
        value={name}
        autofocus
        hint={say.nameRule}
        error={nameError ? say.nameRule : undefined}
        onChange={setName}
      />
      <PickField
        label={say.system}
        placeholder={say.pick}
        value={systemId}
        onChange={(id) => {
          setSystemId(id);
          setDataIds(dataIds.filter((other) => other !== id));
        }}
        choices={snapshots && possibleFirst(snapshots.map((one) => choiceOf(one, 'system')))}
        failed={found.isError}
        empty={say.none}
      />
      <PickManyField
        label={say.data}
        optional
        placeholder={say.pick}
        value={dataIds}
        onChange={setDataIds}
        limit={mostSnapshots - 1}
        limitReached={say.most(mostSnapshots - 1)}
        choices={
          snapshots &&
          possibleFirst(
            snapshots
              .filter(({ snapshotId }) => snapshotId !== systemId)
              .map((one) => choiceOf(one, 'data')),
          )
        }
        failed={found.isError}
        empty={say.none}
      />
      <div className={classes.pair}>
        <SelectField
          label={words.platform}
          value={os}
          onChange={setOs}
          choices={platform.options.map((value) => ({ value, label: value }))}
        />
        <TextField label={words.osVersion} optional value={osVersion} onChange={setOsVersion} />
        <SegmentsField
          label={words.architecture}
          value={cpu}
          onChange={setCpu}
          choices={architecture.options.map((value) => ({ value, label: value }))}
        />
        <SegmentsField
          label={words.bootMode}
          value={boot}
          onChange={setBoot}
          choices={bootMode.options.map((value) => ({ value, label: value.toUpperCase() }))}
        />
      </div>
      <p>{say.meaning}</p>
    </AskDialog>
  );
}

/** A snapshot as a choice: its name, id and size, and why it cannot be taken. */
function useChoice() {
  const { snapshots: say } = importWords.useWords();
  const speak = useSay();
  return (snapshot: Snapshot, use: 'system' | 'data') => {
    const { snapshotId = '', name, snapshotSizeGB } = snapshot;
    const why = whyNotSnapshot(snapshot, use);
    return {
      value: snapshotId,
      label: name || snapshotId,
      note: noteOf(snapshotId, snapshotSizeGB !== undefined && say.size(snapshotSizeGB)),
      why: why && speak(why),
    };
  };
}
