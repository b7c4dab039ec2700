import { diskSizes } from '../../../contract/disk-sizes.ts';
import { DiskSpec } from '../../../contract/disks.ts';
import type { InstanceType } from '../../../contract/instance-types.ts';
import { resourceName } from '../../../contract/rules.ts';
import { CheckField } from '../../kit/form/CheckField.tsx';
import { SelectField } from '../../kit/form/SelectField.tsx';
import { NumberField, numberOf, TextField } from '../../kit/form/TextField.tsx';
import classes from './devices.module.css';
import { deviceWords } from './words.ts';

/** A disk that is to be made, as typed. */
export interface DiskDraft {
  name: string;
  type: string;
  size: string;
  encrypt: boolean;
}

export function emptyDraft(instanceName: string): DiskDraft {
  const name = `${instanceName.replace(/[^\p{Script=Han}A-Za-z0-9_-]/gu, '-').slice(0, 26)}-data`;
  return { name, type: 'ssd.gp1', size: '100', encrypt: false };
}

type Limits = Pick<InstanceType, 'cloudDiskTypes' | 'generation'> | undefined;

/** What the cloud is asked for; nothing while something is wrong with it. */
export function specFrom(draft: DiskDraft, az: string, limits: Limits): DiskSpec | undefined {
  if (nameIsWrong(draft) || sizeIsWrong(draft)) return undefined;
  const spec = DiskSpec.safeParse({
    az,
    name: draft.name,
    diskType: draft.type,
    diskSizeGB: numberOf(draft.size),
    charge: { chargeMode: 'postpaid_by_duration' },
    ...(draft.encrypt && mayEncrypt(limits) && { encrypt: true }),
  });
  return spec.success ? spec.data : undefined;
}

const nameIsWrong = ({ name }: DiskDraft) => !resourceName.safeParse(name).success;

function sizeIsWrong({ type, size }: DiskDraft): boolean {
  const { least, most, step } = diskSizes('data', type);
  const typed = numberOf(size);
  return typed === undefined || typed < least || typed > most || typed % step !== 0;
}

/** First-generation types take no encrypted disks. */
const mayEncrypt = (limits: Limits) => limits?.generation !== 1;

interface NewDiskProps {
  draft: DiskDraft;
  onChange: (draft: DiskDraft) => void;
  limits: Limits;
}

/** The fields of a disk that is to be made: only what the instance's type takes. */
export function NewDiskFields({ draft, onChange, limits }: NewDiskProps) {
  const say = deviceWords.useWords();
  const types = limits?.cloudDiskTypes ?? [draft.type];
  const { least, most, step } = diskSizes('data', draft.type);
  const rule = say.attachDisk.sizeRule(least, most);
  return (
    <>
      <TextField
        label={say.name}
        value={draft.name}
        hint={say.nameRule}
        error={nameIsWrong(draft) ? say.nameRule : undefined}
        onChange={(name) => onChange({ ...draft, name })}
      />
      <div className={classes.pair}>
        <SelectField
          label={say.attachDisk.type}
          value={draft.type}
          choices={types.map((type) => ({ value: type, label: type }))}
          onChange={(type) => onChange({ ...draft, type })}
        />
        <NumberField
          label={say.attachDisk.size}
          value={draft.size}
          step={step}
          min={least}
          max={most}
          unit="GB"
          hint={rule}
          error={sizeIsWrong(draft) ? rule : undefined}
          onChange={(size) => onChange({ ...draft, size })}
        />
      </div>
      {mayEncrypt(limits) && (
        <CheckField
          label={say.attachDisk.encrypt}
          checked={draft.encrypt}
          onChange={(encrypt) => onChange({ ...draft, encrypt })}
        />
      )}
    </>
  );
}
