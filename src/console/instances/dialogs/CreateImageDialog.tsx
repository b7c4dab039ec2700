import { IconCamera } from '@tabler/icons-react';
import { useState } from 'react';
import { createImage } from '../../../contract/images.ts';
import type { Instance, InstanceDiskAttachment } from '../../../contract/instances.ts';
import { whyNotEvenStopped } from '../../../contract/lifecycle.ts';
import { attachedDataDisks } from '../../../contract/on-delete.ts';
import { description as descriptionRule, imageName } from '../../../contract/rules.ts';
import { AskDialog } from '../../activity/AskDialog.tsx';
import { useSubmit } from '../../activity/use-submit.ts';
import { type ActionDialogProps, useWhyNotWrite } from '../../kit/action.ts';
import { CheckField } from '../../kit/form/CheckField.tsx';
import { Field } from '../../kit/form/Field.tsx';
import { TextArea, TextField } from '../../kit/form/TextField.tsx';
import { isShort, useRoom } from '../../quotas/queries.ts';
import { changeWords } from '../change-words.ts';
import { nameOf, resourceOf } from '../resource.ts';
import classes from './CreateImageDialog.module.css';
import { usePlan } from './plan.ts';
import { stopsFirst, whileStopped } from './steps.ts';
import { StopFirst } from './StopFirst.tsx';

const isLocal = ({ diskCategory }: InstanceDiskAttachment) => diskCategory === 'local';

/** An image of one instance, with those of its cloud disks that are wanted. */
export function CreateImageDialog({
  items: [instance],
  region,
  onClose,
  onDone,
}: ActionDialogProps<Instance>) {
  const { image: say } = changeWords.useWords();
  const planOf = usePlan();
  const whyNotWrite = useWhyNotWrite();
  const room = useRoom(region, 'image');
  const { submit, ...submission } = useSubmit(onDone);
  const [name, setName] = useState('');
  const [description, setDescription] = useState('');
  const [leftOut, setLeftOut] = useState<ReadonlySet<string>>(new Set());
  const [start, setStart] = useState(true);

  const { systemDisk } = instance;
  const dataDisks = attachedDataDisks(instance);
  const isLocalSystem = systemDisk !== undefined && isLocal(systemDisk);
  const snapshots =
    dataDisks.filter((disk) => !isLocal(disk) && !leftOut.has(disk.deviceName ?? '')).length +
    (isLocalSystem ? 0 : 1);
  const nameError = name !== '' && !imageName.safeParse(name).success;
  const descriptionError = !descriptionRule.safeParse(description).success;

  const mustStop = isLocalSystem && stopsFirst(instance);
  const request = {
    operation: createImage,
    input: {
      regionId: region,
      instanceId: instance.instanceId,
      name,
      ...(description !== '' && { description }),
      ...(leftOut.size > 0 && {
        dataDisks: [...leftOut].map((deviceName) => ({ deviceName, noDevice: true })),
      }),
    },
    resource: resourceOf(instance),
  };
  const steps = mustStop ? whileStopped(instance, region, request, start) : ([request] as const);
  return (
    <AskDialog
      title={say.title(nameOf(instance))}
      id={instance.instanceId}
      verb={say.verb}
      icon={IconCamera}
      why={whyNotWrite(whyNotEvenStopped('createImage', instance))}
      submission={submission}
      ready={name !== '' && !nameError && !descriptionError && !isShort(room)}
      hasField
      note={planOf(steps) ?? say.inUse}
      onSubmit={() => void submit(steps, createImage.name)}
      onClose={onClose}
    >
      <TextField
        label={say.name}
        aside={room && say.quota(room.used, room.limit)}
        value={name}
        autofocus
        hint={say.nameRule}
        error={isShort(room) ? say.full(room.limit) : nameError ? say.nameRule : undefined}
        onChange={setName}
      />
      <TextArea
        label={say.description}
        optional
        rows={2}
        value={description}
        hint={say.descriptionCount(description.length)}
        error={descriptionError ? say.descriptionCount(description.length) : undefined}
        onChange={setDescription}
      />
      <Field label={say.disks} hint={snapshots > 0 && say.snapshots(snapshots)} group>
        {() => (
          <div className={classes.disks}>
            <DiskChoice disk={{ deviceName: 'vda', ...systemDisk }} kind={say.system} isIn fixed />
            {dataDisks.map((disk) => {
              const { deviceName = '' } = disk;
              return (
                <DiskChoice
                  key={deviceName}
                  disk={disk}
                  kind={isLocal(disk) ? say.local : say.data}
                  isIn={!isLocal(disk) && !leftOut.has(deviceName)}
                  fixed={isLocal(disk)}
                  onChange={(isIn) => {
                    const others = [...leftOut].filter((one) => one !== deviceName);
                    setLeftOut(new Set(isIn ? others : [...others, deviceName]));
                  }}
                />
              );
            })}
          </div>
        )}
      </Field>
      {mustStop && (
        <StopFirst instances={[instance]} why={say.stopsFirst} start={start} onStart={setStart} />
      )}
    </AskDialog>
  );
}

interface DiskChoiceProps {
  disk: InstanceDiskAttachment;
  kind: string;
  isIn: boolean;
  /** It is not for a person to choose. */
  fixed?: boolean;
  onChange?: (isIn: boolean) => void;
}

/** A disk that becomes a part of the image, or not. */
function DiskChoice({ disk, kind, isIn, fixed = false, onChange }: DiskChoiceProps) {
  const { image: say } = changeWords.useWords();
  const { deviceName, cloudDisk, localDisk } = disk;
  const size = cloudDisk?.diskSizeGB ?? localDisk?.diskSizeGB;
  return (
    <CheckField
      checked={isIn}
      disabled={fixed}
      label={
        <>
          <span className="mono">{deviceName}</span> {cloudDisk?.name}{' '}
          {size !== undefined && say.size(size)}
        </>
      }
      hint={kind}
      onChange={(checked) => onChange?.(checked)}
    />
  );
}
