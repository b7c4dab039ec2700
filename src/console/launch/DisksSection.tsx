import { ActionIcon, Button } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import type { InstanceDiskAttachment } from '../../contract/instances.ts';
import { CheckField } from '../kit/form/CheckField.tsx';
import { useFault } from '../kit/form/faults.tsx';
import { Section } from '../kit/form/FormPage.tsx';
import { PickField } from '../kit/form/PickField.tsx';
import { SelectField } from '../kit/form/SelectField.tsx';
import { NumberField, numberOf } from '../kit/form/TextField.tsx';
import { StatusGlyph } from '../kit/Status.tsx';
import { newToken } from '../kit/token.ts';
import {
  cloudDisks,
  dataRange,
  diskTypesFor,
  imageDisks,
  iopsOf,
  isLocal,
  mayEncrypt,
  nextDevice,
  systemRange,
  systemSize,
} from './disks.ts';
import type { LaunchFacts } from './facts.ts';
import classes from './launch.module.css';
import { localDisksWord } from './TypeSection.tsx';
import { type DiskDraft, type LaunchValues, type SetLaunch, unchosen } from './values.ts';
import { launchWords, type LaunchWords } from './words.ts';

interface DisksSectionProps {
  values: LaunchValues;
  facts: LaunchFacts;
  set: SetLaunch;
  /** Bought for a period, data disks are always kept. */
  prepaid?: boolean;
}

/** The system disk, the data disks the image brings along, and others. */
export function DisksSection({ values, facts, set, prepaid = false }: DisksSectionProps) {
  const say = launchWords.useWords();
  const { disks, leftOut } = values;
  const change = (id: string) => (part: Partial<DiskDraft>) =>
    set({ disks: disks.map((disk) => (disk.id === id ? { ...disk, ...part } : disk)) });
  const add = (from: Partial<DiskDraft> = {}) => {
    const [type = ''] = diskTypesFor(facts);
    const device = nextDevice(values, facts);
    set({ disks: [...disks, { ...blank, id: newToken(), device, type, ...from }] });
  };
  const { type } = facts;
  const own = type && localDisksWord(type, say);
  const limit = type?.cloudDiskCountLimit;
  return (
    <Section title={say.disks} note={say.disksNote(cloudDisks(values, facts), limit)}>
      <div className={classes.disks}>
        <div className={`${classes.disk} ${classes.head}`} aria-hidden="true">
          <span>{say.device}</span>
          <span>{say.kind}</span>
          <span>{say.size}</span>
          <span>{say.iops}</span>
          <span>{say.withInstance}</span>
        </div>
        <SystemDisk {...{ values, facts, set }} />
        {imageDisks(facts).map((disk) => (
          <ImageDisk
            key={disk.deviceName}
            disk={disk}
            wanted={!leftOut.includes(disk.deviceName ?? '')}
            onChange={(wanted) => {
              const others = leftOut.filter((device) => device !== disk.deviceName);
              set({ leftOut: wanted ? others : [...others, disk.deviceName ?? ''] });
            }}
          />
        ))}
        {disks.map((disk) => (
          <DataDisk
            key={disk.id}
            {...{ disk, facts, prepaid }}
            onChange={change(disk.id)}
            onRemove={() => set({ disks: disks.filter(({ id }) => id !== disk.id) })}
          />
        ))}
      </div>
      {own && <p className={classes.note}>{say.typeDisks(own)}</p>}
      <DisksFault />
      <div className={classes.tools} id="field-disks">
        <Button leftSection={<IconPlus size={14} stroke={1.7} />} onClick={() => add()}>
          {say.addDisk}
        </Button>
        <Button
          leftSection={<IconPlus size={14} stroke={1.7} />}
          onClick={() => add({ snapshotId: unchosen })}
        >
          {say.addSnapshot}
        </Button>
      </div>
    </Section>
  );
}

const blank = {
  snapshotId: '',
  sizeGB: '100',
  iops: '',
  encrypt: false,
  autoDelete: true,
} as const satisfies Partial<DiskDraft>;

/** What is wrong with all of them together. */
function DisksFault() {
  const { message } = useFault('disks');
  if (message === undefined) return null;
  return (
    <p className={classes.fault}>
      <StatusGlyph look="bad" />
      {message}
    </p>
  );
}

function kindsFor(types: readonly string[], chosen: string, say: LaunchWords) {
  // One that the type does not take stays visible, with its fault.
  const all = types.includes(chosen) ? types : [...types, chosen];
  return all.map((value) => ({
    value,
    label: Object.entries(say.kinds).find(([name]) => name === value)?.[1] ?? value,
  }));
}

function SystemDisk({ values, facts, set }: DisksSectionProps) {
  const say = launchWords.useWords();
  const { systemType: type } = values;
  const range = systemRange(type, facts);
  if (isLocal(facts)) {
    return (
      <div className={classes.disk}>
        <span className={`mono ${classes.device}`}>vda</span>
        <span className={`${classes.line} ${classes.wide}`}>{say.systemLocal}</span>
      </div>
    );
  }
  const iops = iopsOf(type, systemSize(values, facts));
  return (
    <div className={classes.disk} role="group" aria-label="vda">
      <span className={`mono ${classes.device}`}>vda</span>
      <SelectField
        name="vda-type"
        label={say.kindOf('vda')}
        labelHidden
        value={type}
        choices={kindsFor(diskTypesFor(facts), type, say)}
        onChange={(systemType) => set({ systemType })}
      />
      <NumberField
        name="vda-size"
        label={say.sizeOf('vda')}
        labelHidden
        value={values.systemGB}
        placeholder={String(range.least)}
        min={range.least}
        max={range.most}
        step={range.step}
        onChange={(systemGB) => set({ systemGB })}
      />
      {iops ? (
        <NumberField
          name="vda-iops"
          label={say.iopsOf('vda')}
          labelHidden
          value={values.systemIops}
          placeholder={String(iops.usual)}
          min={iops.least}
          max={iops.most}
          step={iops.step}
          onChange={(systemIops) => set({ systemIops })}
        />
      ) : (
        <span />
      )}
      <span className={classes.checks}>
        <span>{say.alwaysDeleted}</span>
        {(mayEncrypt(facts) || values.systemEncrypt) && (
          <CheckField
            name="vda-encrypt"
            label={<Named text={say.encrypted} name={say.encryptedOf('vda')} />}
            checked={values.systemEncrypt}
            onChange={(systemEncrypt) => set({ systemEncrypt })}
          />
        )}
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

function ImageDisk({ disk, wanted, onChange }: ImageDiskProps) {
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

function DataDisk({ disk, facts, prepaid, onChange, onRemove }: DataDiskProps) {
  const say = launchWords.useWords();
  const { id, device, type, snapshotId } = disk;
  const range = dataRange(disk, facts);
  const iops = iopsOf(type, numberOf(disk.sizeGB));
  return (
    <div className={classes.disk} role="group" aria-label={device}>
      <span className={`mono ${classes.device}`}>{device}</span>
      <SelectField
        name={`${id}-type`}
        label={say.kindOf(device)}
        labelHidden
        value={type}
        choices={kindsFor(diskTypesFor(facts), type, say)}
        onChange={(next) => onChange({ type: next })}
      />
      <NumberField
        name={`${id}-size`}
        label={say.sizeOf(device)}
        labelHidden
        value={disk.sizeGB}
        min={range.least}
        max={range.most}
        step={range.step}
        onChange={(sizeGB) => onChange({ sizeGB })}
      />
      {iops ? (
        <NumberField
          name={`${id}-iops`}
          label={say.iopsOf(device)}
          labelHidden
          value={disk.iops}
          placeholder={String(iops.usual)}
          min={iops.least}
          max={iops.most}
          step={iops.step}
          onChange={(next) => onChange({ iops: next })}
        />
      ) : (
        <span />
      )}
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
        {(mayEncrypt(facts) || disk.encrypt) && (
          <CheckField
            name={`${id}-encrypt`}
            label={<Named text={say.encrypted} name={say.encryptedOf(device)} />}
            checked={disk.encrypt}
            onChange={(encrypt) => onChange({ encrypt })}
          />
        )}
      </span>
      <ActionIcon className={classes.bin} aria-label={say.removeDisk(device)} onClick={onRemove}>
        <IconTrash size={16} stroke={1.6} />
      </ActionIcon>
      {snapshotId !== '' && (
        <div className={classes.under}>
          <PickField
            name={`${id}-snapshot`}
            label={`${say.fromSnapshot}: ${device}`}
            labelHidden
            placeholder={say.pickSnapshot}
            value={snapshotId === unchosen ? '' : snapshotId}
            onChange={(chosen) => {
              const snapshot = facts.snapshots?.find((one) => one.snapshotId === chosen);
              const least = snapshot?.snapshotSizeGB ?? 0;
              onChange({
                snapshotId: chosen,
                ...((numberOf(disk.sizeGB) ?? 0) < least && { sizeGB: String(least) }),
                ...(snapshot?.encrypted && { encrypt: true }),
              });
            }}
            choices={facts.snapshots?.flatMap((snapshot) =>
              snapshot.snapshotId !== undefined && snapshot.status === 'available'
                ? {
                    value: snapshot.snapshotId,
                    label: snapshot.name || snapshot.snapshotId,
                    note: [
                      snapshot.snapshotSizeGB && say.gb(snapshot.snapshotSizeGB),
                      snapshot.encrypted && say.encrypted,
                      snapshot.snapshotId,
                    ]
                      .filter(Boolean)
                      .join(' · '),
                  }
                : [],
            )}
            empty={facts.failed.snapshots ? say.failed : say.noSnapshots}
          />
        </div>
      )}
    </div>
  );
}
