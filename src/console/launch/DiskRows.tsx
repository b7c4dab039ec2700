import { ActionIcon } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import type { Range } from '../../contract/disk-sizes.ts';
import type { InstanceDiskAttachment } from '../../contract/instances.ts';
import { CheckField } from '../kit/form/CheckField.tsx';
import { PickField, noteOf } from '../kit/form/PickField.tsx';
import { passFocus } from '../kit/pass-focus.ts';
import { SelectField } from '../kit/form/SelectField.tsx';
import { NumberField, numberOf } from '../kit/form/TextField.tsx';
import {
  dataRange,
  diskTypesFor,
  iopsOf,
  isLocal,
  mayEncrypt,
  systemRange,
  systemSize,
} from './disks.ts';
import type { LaunchFacts } from './facts.ts';
import classes from './launch.module.css';
import { type DiskDraft, type LaunchValues, type SetLaunch, unchosen } from './values.ts';
import { launchWords } from './words.ts';

type Kind = Pick<DiskDraft, 'type' | 'sizeGB' | 'iops' | 'encrypt'>;

interface KindFieldsProps {
  /** Before the names of its fields. */
  name: string;
  device: string;
  kind: Kind;
  facts: LaunchFacts;
  range: Range;
  /** What it has while none is typed. */
  usualGB?: number;
  /** How many GB that makes. */
  size: number | undefined;
  onChange: (change: Partial<Kind>) => void;
}

/** What kind of disk, how large, how fast. */
function KindFields({ name, device, kind, facts, range, ...props }: KindFieldsProps) {
  const say = launchWords.useWords();
  const { type, sizeGB, iops } = kind;
  const types = diskTypesFor(facts);
  // One that the type does not take stays visible, with its fault.
  const shown = types.includes(type) ? types : [...types, type];
  const speeds = iopsOf(type, props.size);
  return (
    <>
      <SelectField
        name={`${name}-type`}
        label={say.kindOf(device)}
        labelHidden
        value={type}
        choices={shown.map((value) => ({
          value,
          label: Object.entries(say.kinds).find(([one]) => one === value)?.[1] ?? value,
        }))}
        onChange={(chosen) => props.onChange({ type: chosen })}
      />
      <NumberField
        name={`${name}-size`}
        label={say.sizeOf(device)}
        labelHidden
        value={sizeGB}
        placeholder={props.usualGB === undefined ? undefined : String(props.usualGB)}
        min={range.least}
        max={range.most}
        step={range.step}
        onChange={(typed) => props.onChange({ sizeGB: typed })}
      />
      {speeds ? (
        <NumberField
          name={`${name}-iops`}
          label={say.iopsOf(device)}
          labelHidden
          value={iops}
          placeholder={String(speeds.usual)}
          min={speeds.least}
          max={speeds.most}
          step={speeds.step}
          onChange={(typed) => props.onChange({ iops: typed })}
        />
      ) : (
        <span />
      )}
    </>
  );
}

function EncryptField({
  name,
  device,
  kind,
  facts,
  onChange,
}: Pick<KindFieldsProps, 'name' | 'device' | 'kind' | 'facts' | 'onChange'>) {
  const say = launchWords.useWords();
  if (!mayEncrypt(facts) && !kind.encrypt) return null;
  return (
    <CheckField
      name={`${name}-encrypt`}
      label={<Named text={say.encrypted} name={say.encryptedOf(device)} />}
      checked={kind.encrypt}
      onChange={(encrypt) => onChange({ encrypt })}
    />
  );
}

interface SystemDiskProps {
  values: LaunchValues;
  facts: LaunchFacts;
  set: SetLaunch;
}

/** The disk the system is on: it comes and goes with the instance. */
export function SystemDisk({ values, facts, set }: SystemDiskProps) {
  const say = launchWords.useWords();
  if (isLocal(facts)) {
    return (
      <div className={classes.disk}>
        <span className={`mono ${classes.device}`}>vda</span>
        <span className={`${classes.line} ${classes.wide}`}>{say.systemLocal}</span>
      </div>
    );
  }
  const range = systemRange(values.systemType, facts);
  const parts = {
    name: 'vda',
    device: 'vda',
    facts,
    kind: {
      type: values.systemType,
      sizeGB: values.systemGB,
      iops: values.systemIops,
      encrypt: values.systemEncrypt,
    },
    onChange: ({ type, sizeGB, iops, encrypt }: Partial<Kind>) =>
      set({
        ...(type !== undefined && { systemType: type }),
        ...(sizeGB !== undefined && { systemGB: sizeGB }),
        ...(iops !== undefined && { systemIops: iops }),
        ...(encrypt !== undefined && { systemEncrypt: encrypt }),
      }),
  };
  return (
    <div className={classes.disk} role="group" aria-label="vda">
      <span className={`mono ${classes.device}`}>vda</span>
      <KindFields {...parts} range={range} usualGB={range.least} size={systemSize(values, facts)} />
      <span className={classes.checks}>
        <span>{say.alwaysDeleted}</span>
        <EncryptField {...parts} />
      </span>
    </div>
  );
}

/** A short word for those who see the row, the whole for those who hear it. */
function Named({ text, name }: { text: string; name: string }) {
  return (
    <>
      <span aria-hidden="true">{text}</span>
      <span className="visually-hidden">{name}</span>
    </>
  );
}

interface ImageDiskProps {
  disk: InstanceDiskAttachment;
  wanted: boolean;
  onChange: (wanted: boolean) => void;
}

/** A data disk the image brings along. */
export function ImageDisk({ disk, wanted, onChange }: ImageDiskProps) {
  const say = launchWords.useWords();
  const { deviceName = '', cloudDisk } = disk;
  return (
    <div className={classes.disk}>
      <span className={`mono ${classes.device}`}>{deviceName}</span>
      <span className={classes.line}>
        {say.ofImage}, {cloudDisk?.diskType}
      </span>
      <span className={classes.line}>{cloudDisk?.diskSizeGB}</span>
      <span />
      <span className={classes.checks}>
        <CheckField
          label={<Named text={say.wanted} name={say.wantedOf(deviceName)} />}
          checked={wanted}
          onChange={onChange}
        />
      </span>
    </div>
  );
}

interface DataDiskProps {
  disk: DiskDraft;
  facts: LaunchFacts;
  prepaid: boolean;
  onChange: (change: Partial<DiskDraft>) => void;
  onRemove: () => void;
}

/** A disk that is made besides, blank or from a snapshot. */
export function DataDisk({ disk, facts, prepaid, onChange, onRemove }: DataDiskProps) {
  const say = launchWords.useWords();
  const { id, device } = disk;
  const parts = { name: id, device, facts, kind: disk, onChange };
  return (
    <div className={classes.disk} role="group" aria-label={device}>
      <span className={`mono ${classes.device}`}>{device}</span>
      <KindFields {...parts} range={dataRange(disk, facts)} size={numberOf(disk.sizeGB)} />
      <span className={classes.checks}>
        {prepaid ? (
          <span>{say.alwaysKept}</span>
        ) : (
          <CheckField
            label={<Named text={say.deletedToo} name={say.deletedTooOf(device)} />}
            checked={disk.autoDelete}
            onChange={(autoDelete) => onChange({ autoDelete })}
          />
        )}
        <EncryptField {...parts} />
      </span>
      <ActionIcon
        ref={passFocus}
        className={classes.bin}
        aria-label={say.removeDisk(device)}
        onClick={onRemove}
      >
        <IconTrash size={16} stroke={1.6} />
      </ActionIcon>
      {disk.snapshotId !== '' && (
        <div className={classes.under}>
          <SnapshotField {...{ disk, facts, onChange }} />
        </div>
      )}
    </div>
  );
}

function SnapshotField({
  disk,
  facts,
  onChange,
}: Pick<DataDiskProps, 'disk' | 'facts' | 'onChange'>) {
  const say = launchWords.useWords();
  const { id, device, snapshotId, sizeGB } = disk;
  const take = (chosen: string) => {
    const snapshot = facts.snapshots?.find((one) => one.snapshotId === chosen);
    const least = snapshot?.snapshotSizeGB ?? 0;
    onChange({
      snapshotId: chosen,
      ...((numberOf(sizeGB) ?? 0) < least && { sizeGB: String(least) }),
      ...(snapshot?.encrypted && { encrypt: true }),
    });
  };
  return (
    <PickField
      name={`${id}-snapshot`}
      label={`${say.fromSnapshot}: ${device}`}
      labelHidden
      placeholder={say.pickSnapshot}
      value={snapshotId === unchosen ? '' : snapshotId}
      onChange={take}
      choices={facts.snapshots?.flatMap((snapshot) =>
        snapshot.snapshotId !== undefined && snapshot.status === 'available'
          ? {
              value: snapshot.snapshotId,
              label: snapshot.name || snapshot.snapshotId,
              note: noteOf(
                snapshot.snapshotSizeGB && say.gb(snapshot.snapshotSizeGB),
                snapshot.encrypted && say.encrypted,
                snapshot.snapshotId,
              ),
            }
          : [],
      )}
      failed={facts.failed.snapshots}
      empty={say.noSnapshots}
    />
  );
}
