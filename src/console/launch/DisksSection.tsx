import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useFault } from '../kit/form/faults.tsx';
import { Section } from '../kit/form/FormPage.tsx';
import { StatusGlyph } from '../kit/Status.tsx';
import { newToken } from '../kit/token.ts';
import { DataDisk, ImageDisk, SystemDisk } from './DiskRows.tsx';
import { cloudDisks, diskTypesFor, imageDisks, nextDevice } from './disks.ts';
import type { LaunchFacts } from './facts.ts';
import classes from './launch.module.css';
import { localDisksWord } from './TypeSection.tsx';
import { type DiskDraft, type LaunchValues, type SetLaunch, unchosen } from './values.ts';
import { launchWords } from './words.ts';

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
        <Button data-adds leftSection={<IconPlus size={14} stroke={1.7} />} onClick={() => add()}>
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
