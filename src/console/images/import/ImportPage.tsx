import { IconFileImport } from '@tabler/icons-react';
import { type ReactNode, useMemo } from 'react';
import { useNavigate } from 'react-router';
import { importImage } from '../../../contract/images.ts';
import { SubmitFoot } from '../../activity/SubmitFoot.tsx';
import { useSubmit } from '../../activity/use-submit.ts';
import { useBoot } from '../../boot-context.tsx';
import { type Faults, useFaults } from '../../kit/form/faults.tsx';
import { FormPage } from '../../kit/form/FormPage.tsx';
import { Summary, SummaryFacts, SummaryGroup, SummaryQuota } from '../../kit/form/Summary.tsx';
import { useTitle } from '../../kit/title.ts';
import { paths } from '../../paths.ts';
import { useRoom } from '../../quotas/queries.ts';
import { regionName, useRegion } from '../../region.ts';
import { useLanguage, useWords } from '../../words/language.tsx';
import { imageWords } from '../words.ts';
import { importFaults, importInput, type ImportValues } from './import-form.ts';
import classes from './ImportPage.module.css';
import { Checklist, DataSection, FileSection, NamingSection, SystemSection } from './sections.tsx';
import { useImportDraft } from './use-import-draft.ts';
import { importWords } from './words.ts';

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
  const { values, set, forget } = useImportDraft(region);
  useTitle(say.title, regionName(region, language));
  const faults = useFaults(useMemo(() => importFaults(values, region, say), [values, region, say]));
  const { submit, ...submission } = useSubmit<typeof importImage>(() => {
    forget();
    void navigate(paths.images(region));
  });
  const { busy, unknown } = submission;
  const send = () => {
    if (busy || readOnly || !faults.check()) return;
    void submit({
      operation: importImage,
      input: importInput(values, region),
      resource: { kind: 'imageTask', id: values.token, name: values.name },
    });
  };
  const parts = { values, set };
  return (
    <FormPage
      title={say.title}
      crumbs={[{ label: images.title, to: paths.images(region) }]}
      faults={faults}
      onSubmit={send}
      summary={
        <ImportSummary
          {...{ values, region, faults }}
          foot={
            <SubmitFoot
              submission={submission}
              verb={unknown ? say.askAgain : say.verb}
              icon={IconFileImport}
              why={readOnly ? actions.readOnly : undefined}
            >
              {unknown && <p className={classes.hint}>{say.askAgainHint}</p>}
            </SubmitFoot>
          }
        />
      }
    >
      <Checklist values={values} />
      <FileSection {...parts} region={region} />
      <SystemSection {...parts} />
      <DataSection {...parts} />
      <NamingSection {...parts} />
    </FormPage>
  );
}

interface ImportSummaryProps {
  values: ImportValues;
  region: string;
  faults: Faults;
  foot: ReactNode;
}

function ImportSummary({ values, region, faults, foot }: ImportSummaryProps) {
  const say = importWords.useWords();
  const images = imageWords.useWords();
  const room = useRoom(region, 'image');
  const sizes = [values, ...values.dataDisks].map(({ sizeGB }) => Number(sizeGB));
  return (
    <Summary title={say.summary} faults={faults} foot={foot}>
      <SummaryFacts
        facts={[
          { label: say.name, value: values.name },
          { label: say.platform, value: `${values.platform} ${values.osVersion}`.trim() },
          { label: say.format, value: values.format.toUpperCase() },
          { label: say.disks, value: images.gb(sizes) },
        ]}
      />
      {room && (
        <SummaryGroup>
          <SummaryQuota label={say.quota} asked={1} {...room}>
            {say.quotaOf(room.used, 1, room.limit)}
          </SummaryQuota>
        </SummaryGroup>
      )}
      <SummaryGroup>
        <p className={classes.hint}>{say.duration}</p>
      </SummaryGroup>
    </Summary>
  );
}
