import { Button } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { importLimits, osTypeOf } from '../../../contract/image-import.ts';
import { CheckField } from '../../kit/form/CheckField.tsx';
import { FieldRow } from '../../kit/form/Field.tsx';
import { passFocus } from '../../kit/pass-focus.ts';
import { Section } from '../../kit/form/FormPage.tsx';
import { SegmentsField } from '../../kit/form/SegmentsField.tsx';
import { SelectField } from '../../kit/form/SelectField.tsx';
import { NumberField, TextArea, TextField } from '../../kit/form/TextField.tsx';
import { newToken } from '../../kit/token.ts';
import {
  architectures,
  bootModes,
  type DataDisk,
  formats,
  type ImportValues,
  platforms,
} from './import-form.ts';
import classes from './ImportPage.module.css';
import { importWords } from './words.ts';

interface SectionProps {
  values: ImportValues;
  set: (change: Partial<ImportValues>) => void;
}

/** What must be true of the system in the file, which no form can check. */
export function Checklist({ values }: Pick<SectionProps, 'values'>) {
  const say = importWords.useWords();
  const isWindows = osTypeOf(values.platform) === 'windows';
  return (
    <Section title={say.checklist} note={say.checklistNote}>
      <ul className={classes.points}>
        {say.points({ ...importLimits, isWindows }).map((point) => (
          <li key={point}>{point}</li>
        ))}
      </ul>
    </Section>
  );
}

/** Where the system disk is, and what kind of file. */
export function FileSection({ values, set, region }: SectionProps & { region: string }) {
  const say = importWords.useWords();
  const { min, max, step } = importLimits.systemDiskGB;
  return (
    <Section title={say.fileSection}>
      <TextField
        name="url"
        label={say.url}
        value={values.url}
        code
        placeholder={say.urlExample(region)}
        hint={say.urlHint}
        onChange={(url) => set({ url: url.trim() })}
      />
      <FieldRow>
        <SegmentsField
          label={say.format}
          value={values.format}
          onChange={(format) => set({ format })}
          choices={formats.map((value) => ({ value, label: value.toUpperCase() }))}
        />
        <NumberField
          name="sizeGB"
          label={say.size}
          value={values.sizeGB}
          unit="GB"
          width={160}
          {...{ min, max, step }}
          hint={say.sizeRule(min, max, step)}
          onChange={(sizeGB) => set({ sizeGB })}
        />
      </FieldRow>
      <CheckField
        label={say.force}
        hint={say.forceHint}
        checked={values.force}
        onChange={(force) => set({ force })}
      />
    </Section>
  );
}

/** What is installed in it. */
export function SystemSection({ values, set }: SectionProps) {
  const say = importWords.useWords();
  return (
    <Section title={say.systemSection}>
      <FieldRow>
        <SelectField
          label={say.platform}
          value={values.platform}
          width={200}
          onChange={(platform) => set({ platform })}
          choices={platforms.map((value) => ({ value, label: value }))}
        />
        <TextField
          label={say.osVersion}
          optional
          value={values.osVersion}
          width={160}
          onChange={(osVersion) => set({ osVersion })}
        />
      </FieldRow>
      <FieldRow>
        <SegmentsField
          label={say.architecture}
          value={values.architecture}
          onChange={(architecture) => set({ architecture })}
          choices={architectures.map((value) => ({ value, label: value }))}
        />
        <SegmentsField
          label={say.bootMode}
          value={values.bootMode}
          onChange={(bootMode) => set({ bootMode })}
          choices={bootModes.map((value) => ({ value, label: value.toUpperCase() }))}
        />
      </FieldRow>
    </Section>
  );
}

/** The files of further disks. */
export function DataSection({ values: { dataDisks }, set }: SectionProps) {
  const say = importWords.useWords();
  const setDisks = (disks: DataDisk[]) => set({ dataDisks: disks });
  return (
    <Section title={say.dataSection} note={say.dataNote}>
      {dataDisks.map((disk, at) => (
        <DataDiskFields
          key={disk.id}
          disk={disk}
          title={say.dataDisk(at + 1)}
          onChange={(change) =>
            setDisks(dataDisks.map((one) => (one.id === disk.id ? { ...one, ...change } : one)))
          }
          onRemove={() => setDisks(dataDisks.filter((one) => one.id !== disk.id))}
        />
      ))}
      <div>
        <Button
          data-adds
          leftSection={<IconPlus size={14} stroke={1.7} />}
          onClick={() =>
            setDisks([...dataDisks, { id: newToken(), format: 'qcow2', sizeGB: '20', url: '' }])
          }
        >
          {say.addDisk}
        </Button>
      </div>
    </Section>
  );
}

interface DataDiskFieldsProps {
  disk: DataDisk;
  title: string;
  onChange: (change: Partial<DataDisk>) => void;
  onRemove: () => void;
}

function DataDiskFields({ disk, title, onChange, onRemove }: DataDiskFieldsProps) {
  const say = importWords.useWords();
  const { min, max } = importLimits.dataDiskGB;
  return (
    <fieldset className={classes.disk}>
      <legend className={classes.legend}>{title}</legend>
      <TextField
        name={`url-${disk.id}`}
        label={say.url}
        value={disk.url}
        code
        // Always a line below: were it only there for a fault, what is pressed next would move away.
        hint={say.dataUrlHint}
        onChange={(url) => onChange({ url: url.trim() })}
      />
      <FieldRow>
        <SegmentsField
          label={say.format}
          value={disk.format}
          onChange={(format) => onChange({ format })}
          choices={formats.map((value) => ({ value, label: value.toUpperCase() }))}
        />
        <NumberField
          name={`sizeGB-${disk.id}`}
          label={say.dataSize}
          value={disk.sizeGB}
          unit="GB"
          width={160}
          step={10}
          hint={say.dataSizeRule(min, max)}
          {...{ min, max }}
          onChange={(sizeGB) => onChange({ sizeGB })}
        />
        <Button
          ref={passFocus}
          className={classes.remove}
          leftSection={<IconTrash size={14} stroke={1.7} />}
          aria-label={say.removeDisk(title)}
          onClick={onRemove}
        >
          {say.remove}
        </Button>
      </FieldRow>
    </fieldset>
  );
}

/** What the image is called. */
export function NamingSection({ values, set }: SectionProps) {
  const say = importWords.useWords();
  return (
    <Section title={say.namingSection}>
      <TextField
        name="name"
        label={say.name}
        value={values.name}
        width={420}
        hint={say.nameRule}
        onChange={(name) => set({ name })}
      />
      <TextArea
        name="description"
        label={say.description}
        optional
        value={values.description}
        hint={say.descriptionRule}
        onChange={(description) => set({ description })}
      />
    </Section>
  );
}
