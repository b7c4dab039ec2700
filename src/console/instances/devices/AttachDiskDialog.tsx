import { useQuery } from '@tanstack/react-query';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { isDataDevice, freeDevice } from '../../../contract/devices.ts';
import {
  cloudDisksOn,
  devicesOn,
  tooManyDisks,
  whyNotAttachDisk,
} from '../../../contract/disk-rules.ts';
import type { Disk } from '../../../contract/disk.ts';
import { createDisks } from '../../../contract/disks.ts';
import { attachDisk } from '../../../contract/instance-actions.ts';
import type { Instance } from '../../../contract/instances.ts';
import type { WriteRequest } from '../../api/write.ts';
import { useCall } from '../../api/context.tsx';
import { freeDisksOptions } from '../../disks/queries.ts';
import type { ActionDialogProps } from '../../kit/action.ts';
import { CheckField } from '../../kit/form/CheckField.tsx';
import { PickManyField, possibleFirst } from '../../kit/form/PickField.tsx';
import { TextField } from '../../kit/form/TextField.tsx';
import { Note } from '../../kit/Note.tsx';
import { newToken } from '../../kit/token.ts';
import { useSay } from '../../words/language.tsx';
import { nameOf, resourceOf } from '../resource.ts';
import { AddDialog, type Source } from './AddDialog.tsx';
import { diskNote } from './disk-note.ts';
import classes from './devices.module.css';
import { useLimits } from './limits.ts';
import { type DiskDraft, emptyDraft, NewDiskFields, specFrom } from './NewDiskFields.tsx';
import { useTurns } from './use-turns.ts';
import { deviceWords } from './words.ts';

/** Gives an instance disks: some that are there, one after the other, or a new one. */
export function AttachDiskDialog({
  items: [instance],
  region,
  onClose,
  onDone,
}: ActionDialogProps<Instance>) {
  const say = deviceWords.useWords();
  const speak = useSay();
  const limits = useLimits(instance, region);
  const { data: disks, isError } = useQuery(freeDisksOptions(useCall(), region));
  const { waits, send, makeAndSend, submission } = useTurns(instance.instanceId, onDone);
  const [source, setSource] = useState<Source>('existing');
  const [chosen, setChosen] = useState<string[]>([]);
  const [device, setDevice] = useState('');
  const [autoDelete, setAutoDelete] = useState(false);
  const [wantsSystem, setWantsSystem] = useState(false);
  const [draft, setDraft] = useState<DiskDraft>(() => emptyDraft(nameOf(instance)));
  const [clientToken] = useState(newToken);

  const { cloudDiskCountLimit: limit = Infinity } = limits ?? {};
  // Of what is made new neither can be meant.
  const asSystem = source === 'existing' && wantsSystem;
  const several = source === 'existing' && chosen.length > 1;
  const room = asSystem ? 1 : limit - cloudDisksOn(instance);
  const taken = devicesOn(instance);
  const typed = several ? '' : device;
  const deviceName = asSystem ? 'vda' : typed;
  const deviceError = asSystem ? undefined : deviceFault();
  const spec = specFrom(draft, instance.az ?? '', limits);

  const attach = (diskId: string): WriteRequest<typeof attachDisk> => ({
    operation: attachDisk,
    input: {
      regionId: region,
      instanceId: instance.instanceId,
      diskId,
      // The default has changed over the years, so it is always said.
      autoDelete: autoDelete && !asSystem,
      ...(deviceName !== '' && { deviceName }),
    },
    resource: resourceOf(instance),
  });
  const ask = () => {
    if (source === 'fresh') {
      if (!spec) return;
      const create = {
        operation: createDisks,
        input: { regionId: region, diskSpec: spec, maxCount: 1, clientToken },
        resource: resourceOf(instance),
      };
      // Which disk it will be is known once it has been made.
      makeAndSend(create, { ...attach(''), takes: 'diskId' });
      return;
    }
    const [first, ...others] = chosen.map(attach);
    if (first) send(first, ...others);
  };
  const isReady = source === 'fresh' ? spec !== undefined : chosen.length > 0;
  return (
    <AddDialog
      {...{ instance, source, submission, onClose }}
      onSource={setSource}
      action="attachDisk"
      full={room <= 0 ? tooManyDisks(limit).why : undefined}
      title={say.attachDisk.title(nameOf(instance))}
      verb={source === 'fresh' ? say.attachDisk.createVerb : say.attachDisk.verbs(chosen.length)}
      icon={IconPlus}
      ready={isReady && deviceError === undefined}
      note={source === 'fresh' ? say.attachDisk.billing : several && say.attachDisk.several}
      onSubmit={ask}
    >
      {source === 'existing' ? (
        <PickManyField
          label={say.attachDisk.disks}
          placeholder={say.attachDisk.pick}
          value={chosen}
          onChange={setChosen}
          limit={room}
          limitReached={asSystem ? undefined : say.attachDisk.limitReached}
          choices={disks && possibleFirst(disks.map(choiceOf))}
          failed={isError}
          empty={say.none}
        />
      ) : (
        <NewDiskFields draft={draft} onChange={setDraft} limits={limits} />
      )}
      {!instance.systemDisk && source === 'existing' && (
        <CheckField
          label={say.attachDisk.asSystem}
          checked={asSystem}
          onChange={(checked) => {
            setWantsSystem(checked);
            setChosen([]);
          }}
        />
      )}
      {!asSystem && (
        <div className={classes.pair}>
          <TextField
            label={say.attachDisk.device}
            optional
            code
            value={typed}
            disabled={several}
            placeholder={freeDevice(new Set([...taken].flatMap((name) => name ?? [])))}
            hint={say.attachDisk.deviceHint}
            error={deviceError}
            onChange={setDevice}
          />
          <div className={classes.beside}>
            <CheckField
              label={say.autoDelete}
              hint={say.attachDisk.autoDeleteHint}
              checked={autoDelete}
              onChange={setAutoDelete}
            />
          </div>
        </div>
      )}
      {waits && <Note tone="warn">{say.waits}</Note>}
    </AddDialog>
  );

  function deviceFault(): string | undefined {
    if (typed === '') return undefined;
    if (!isDataDevice(typed)) return say.attachDisk.deviceWrong;
    return taken.has(typed) ? say.attachDisk.deviceTaken : undefined;
  }

  function choiceOf(disk: Disk) {
    const why = whyNotAttachDisk(instance, disk, asSystem ? undefined : limits, asSystem)?.why;
    return {
      value: disk.diskId ?? '',
      label: disk.name || (disk.diskId ?? ''),
      note: diskNote(disk, say.gb),
      why: why && speak(why),
    };
  }
}
