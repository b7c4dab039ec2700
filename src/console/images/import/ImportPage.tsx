import { Button } from '@mantine/core';
import { IconFileImport, IconPlus, IconTrash } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { flushSync } from 'react-dom';
import { useLocation, useNavigate } from 'react-router';
import * as z from 'zod/mini';
import { importLimits, osTypeOf } from '../../../contract/image-import.ts';
import { importImage } from '../../../contract/images.ts';
import { useSubmit } from '../../activity/use-submit.ts';
import { useCall } from '../../api/context.tsx';
import { useBoot } from '../../boot-context.tsx';
import { BusyButton } from '../../kit/BusyButton.tsx';
import { FailureNote } from '../../kit/FailureNote.tsx';
import { CheckField } from '../../kit/form/CheckField.tsx';
import { FieldRow } from '../../kit/form/Field.tsx';
import { useFaults } from '../../kit/form/faults.tsx';
import { useFormDraft, useLossGuard } from '../../kit/form/form-draft.ts';
import { FormPage, Section } from '../../kit/form/FormPage.tsx';
import { SegmentsField } from '../../kit/form/SegmentsField.tsx';
import { SelectField } from '../../kit/form/SelectField.tsx';
import { SummaryQuota, Summary, SummaryFacts, SummaryGroup } from '../../kit/form/Summary.tsx';
import { NumberField, TextArea, TextField } from '../../kit/form/TextField.tsx';
import { useTitle } from '../../kit/title.ts';
import { newToken } from '../../kit/token.ts';
import { paths } from '../../paths.ts';
import { quotaOf, quotasOptions } from '../../quotas/queries.ts';
import { regionName, useRegion } from '../../region.ts';
import { useLanguage, useWords } from '../../words/language.tsx';
import { imageWords } from '../words.ts';
import {
  architectures,
  bootModes,
  type DataDisk,
  emptyImport,
  formats,
  importFaults,
  importInput,
  ImportDraft,
  type ImportValues,
  platforms,
} from './import-form.ts';
import classes from './ImportPage.module.css';
import { importWords } from './words.ts';

/** A failed task whose import is tried again: what the list of tasks knew of it. */
const Again = z.object({
  again: z.object({ imageName: z.optional(z.string()), imageUrl: z.optional(z.string()) }),
});

/** Makes an image from a file in object storage. */
export function ImportPage() {
  const region = useRegion();
  return <ImportForm key={region} region={region} />;
}

function ImportForm({ region }: { region: string }) {
  const say = importWords.useWords();
  const images = imageWords.useWords();
  const { language } = useLanguage();
  const { actions } = useWords();
  const { readOnly } = useBoot();
  const navigate = useNavigate();
  const again = Again.safeParse(useLocation().state).data?.again;
  const [start] = useState(() => ({
    ...emptyImport(newToken()),
    ...(again?.imageName && { name: again.imageName }),
  }));
  // Links carry a signature: they live in this page alone.
  const [links, setLinks] = useState<Readonly<Record<string, string>>>({
    '': again?.imageUrl ?? '',
  });
  const draft = useFormDraft<ImportValues>({
    key: `image-import.${region}.${again?.imageName ?? ''}`,
    start,
    read: (kept) => ImportDraft.safeParse(kept).data,
    secrets: ['url'],
  });
  useLossGuard(Object.values(links).some((link) => link !== ''));
  const values = useMemo<ImportValues>(
    () => ({
      ...draft.values,
      url: links[''] ?? '',
      dataDisks: draft.values.dataDisks.map((disk) => ({ ...disk, url: links[disk.id] ?? '' })),
    }),
    [draft.values, links],
  );
  useTitle(say.title, regionName(region, language));
  const faults = useFaults(useMemo(() => importFaults(values, region, say), [values, region, say]));
  const { submit, ...submission } = useSubmit<typeof importImage>(() => {
    // At once, as the draft: there is nothing to ask about any more.
    flushSync(() => setLinks({}));
    draft.forget();
    void navigate(paths.images(region));
  });
  const { busy, failure, unknown } = submission;
  const send = () => {
    if (busy || readOnly || !faults.check()) return;
    void submit({
      operation: importImage,
      input: importInput(values, region),
      resource: { kind: 'imageTask', id: values.token, name: values.name },
    });
  };
  const { set } = draft;
  // As they are kept, without their links.
  const disks = draft.values.dataDisks;
  const setDisks = (dataDisks: DataDisk[]) => set({ dataDisks });
  const setLink = (id: string) => (link: string) => setLinks({ ...links, [id]: link.trim() });
  const { min, max, step } = importLimits.systemDiskGB;
  return (
    <FormPage
      title={say.title}
      crumbs={[{ label: images.title, to: paths.images(region) }]}
      faults={faults}
      onSubmit={send}
      summary={
        <Summary
          title={say.summary}
          faults={faults}
          foot={
            <>
              {failure && <FailureNote failure={failure} unknown={unknown} />}
              {unknown && <p className={classes.hint}>{say.askAgainHint}</p>}
              <BusyButton
                variant="filled"
                size="md"
                fullWidth
                busy={busy}
                disabled={readOnly}
                title={readOnly ? actions.readOnly : undefined}
                leftSection={<IconFileImport size={14} stroke={1.7} />}
                type="submit"
              >
                {unknown ? say.askAgain : say.verb}
              </BusyButton>
            </>
          }
        >
          <SummaryFacts
            facts={[
              { label: say.name, value: values.name },
              { label: say.platform, value: `${values.platform} ${values.osVersion}`.trim() },
              { label: say.format, value: values.format.toUpperCase() },
              {
                label: say.disks,
                value: images.gb(
                  [values.sizeGB, ...values.dataDisks.map(({ sizeGB }) => sizeGB)].map(Number),
                ),
              },
            ]}
          />
          <Quotas region={region} />
          <SummaryGroup>
            <p className={classes.hint}>{say.duration}</p>
          </SummaryGroup>
        </Summary>
      }
    >
      <Section title={say.checklist} note={say.checklistNote}>
        <ul className={classes.points}>
          {say
            .points({ ...importLimits, isWindows: osTypeOf(values.platform) === 'windows' })
            .map((point) => (
              <li key={point}>{point}</li>
            ))}
        </ul>
      </Section>
      <Section title={say.fileSection}>
        <TextField
          name="url"
          label={say.url}
          value={values.url}
          code
          placeholder={say.urlExample(region)}
          hint={say.urlHint}
          onChange={setLink('')}
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
      <Section title={say.dataSection} note={say.dataNote}>
        {values.dataDisks.map((disk, at) => (
          <DataDiskFields
            key={disk.id}
            disk={disk}
            title={say.dataDisk(at + 1)}
            onLink={setLink(disk.id)}
            onChange={(change) =>
              setDisks(disks.map((one) => (one.id === disk.id ? { ...one, ...change } : one)))
            }
            onRemove={() => setDisks(disks.filter((one) => one.id !== disk.id))}
          />
        ))}
        <div>
          <Button
            leftSection={<IconPlus size={14} stroke={1.7} />}
            onClick={() =>
              setDisks([...disks, { id: newToken(), format: 'qcow2', sizeGB: '20', url: '' }])
            }
          >
            {say.addDisk}
          </Button>
        </div>
      </Section>
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
    </FormPage>
  );
}

interface DataDiskFieldsProps {
  disk: DataDisk;
  title: string;
  onLink: (link: string) => void;
  onChange: (change: Partial<Pick<DataDisk, 'format' | 'sizeGB'>>) => void;
  onRemove: () => void;
}

function DataDiskFields({ disk, title, onLink, onChange, onRemove }: DataDiskFieldsProps) {
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
        onChange={onLink}
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

function Quotas({ region }: { region: string }) {
  const say = importWords.useWords();
  const { data } = useQuery(quotasOptions(useCall(), region));
  const { used, limit } = quotaOf(data, 'image');
  if (used === undefined || limit === undefined) return null;
  return (
    <SummaryGroup>
      <SummaryQuota label={say.quota} used={used} asked={1} limit={limit}>
        {say.quotaOf(used, 1, limit)}
      </SummaryQuota>
    </SummaryGroup>
  );
}
