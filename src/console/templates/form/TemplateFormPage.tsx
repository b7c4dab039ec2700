import { IconTemplate } from '@tabler/icons-react';
import { useEffect } from 'react';
import { Link, useLocation, useNavigate, useParams, useSearchParams } from 'react-router';
import { createInstanceTemplate, updateInstanceTemplate } from '../../../contract/templates.ts';
import { SubmitFoot } from '../../activity/SubmitFoot.tsx';
import { useSubmit } from '../../activity/use-submit.ts';
import { useBoot } from '../../boot-context.tsx';
import { goToField, useFaults } from '../../kit/form/faults.tsx';
import { useFormDraft } from '../../kit/form/form-draft.ts';
import { FormPage } from '../../kit/form/FormPage.tsx';
import { useTitle } from '../../kit/title.ts';
import { ScriptSection, TagsSection } from '../../launch/DataSections.tsx';
import { DisksSection } from '../../launch/DisksSection.tsx';
import { useLaunchFacts } from '../../launch/facts.ts';
import { ImageSection } from '../../launch/ImageSection.tsx';
import { LoginSection } from '../../launch/LoginSection.tsx';
import { NetworkSection } from '../../launch/NetworkSection.tsx';
import { useBeginning } from '../../launch/read.ts';
import { TypeSection } from '../../launch/TypeSection.tsx';
import { launchSecrets } from '../../launch/values.ts';
import { NotBegun } from '../../launch/NotBegun.tsx';
import { Origins } from '../../launch/Origins.tsx';
import { launchWords } from '../../launch/words.ts';
import { paths } from '../../paths.ts';
import { isShort, useRoom } from '../../quotas/queries.ts';
import { useRegion } from '../../region.ts';
import { useSay } from '../../words/language.tsx';
import { resourceOf } from '../resource.ts';
import { templateWords } from '../words.ts';
import { begin, type Beginning } from './begin.ts';
import { FormSummary } from './FormSummary.tsx';
import { BillingSection, NamingSection } from './sections.tsx';
import {
  createInput,
  mostMbps,
  TemplateDraft,
  templateFacts,
  templateFaults,
  type TemplateValues,
  updateInput,
} from './template-form.ts';
import { templateFormWords } from './words.ts';

/** Makes a template, perhaps like an instance or like another one; or changes one. */
export function TemplateFormPage() {
  const region = useRegion();
  const { templateId } = useParams();
  const [params] = useSearchParams();
  const asked = templateId === undefined ? String(params) : `edit=${templateId}`;
  return <Begin key={`${region} ${asked}`} region={region} asked={asked} />;
}

interface BeginProps {
  region: string;
  asked: string;
}

function Begin({ region, asked }: BeginProps) {
  const words = templateFormWords.useWords();
  useTitle(words.create);
  const { beginning, ...reading } = useBeginning(begin, region, asked);
  if (!beginning) return <NotBegun region={region} {...reading} />;
  return <TemplateForm region={region} asked={asked} beginning={beginning} />;
}

function TemplateForm({ region, asked, beginning }: BeginProps & { beginning: Beginning }) {
  const words = templateFormWords.useWords();
  const { title: listTitle } = templateWords.useWords();
  const say = launchWords.useWords();
  const speak = useSay();
  const { readOnly } = useBoot();
  const navigate = useNavigate();
  const { held, like, dataUnknown } = beginning;
  const title = held ? words.edit(held.values.name) : words.create;
  useTitle(title);
  const draft = useFormDraft<TemplateValues>({
    key: `template.${region}.${asked}`,
    start: beginning.values,
    read: (kept) => TemplateDraft.safeParse(kept).data,
    secrets: launchSecrets,
  });
  const { values, set } = draft;
  const facts = templateFacts(useLaunchFacts(region, values));
  const room = useRoom(region, 'instanceTemplate');
  const found = templateFaults(
    values,
    facts,
    !held && isShort(room) && words.noRoom(room.limit),
    { say, speak, words },
    held,
  );
  const faults = useFaults(found);
  const done = (templateId: string | undefined) => {
    draft.forget();
    void navigate(templateId ? paths.template(region, templateId) : paths.templates(region));
  };
  const creation = useSubmit<typeof createInstanceTemplate>(({ instanceTemplateId }) =>
    done(instanceTemplateId),
  );
  const update = useSubmit<typeof updateInstanceTemplate>(() => done(held?.template.id));
  const submission = held ? update : creation;
  const { busy, unknown } = submission;
  const changes = held && found.length === 0 ? updateInput(values, facts, region, held) : undefined;
  const isUnchanged = held !== undefined && found.length === 0 && changes === undefined;
  const send = () => {
    if (busy || unknown || readOnly || !faults.check()) return;
    if (!held) {
      void creation.submit({
        operation: createInstanceTemplate,
        input: createInput(values, facts, region),
        resource: { kind: 'newTemplate', id: values.name, name: values.name },
      });
    } else if (changes) {
      void update.submit({
        operation: updateInstanceTemplate,
        input: changes,
        resource: resourceOf(held.template),
      });
    }
  };
  useLinkedField(faults.touch);
  const why = readOnly ? words.readOnly : isUnchanged ? words.unchanged : undefined;
  const parts = { values, facts, set };
  return (
    <FormPage
      title={title}
      crumbs={[{ label: listTitle, to: paths.templates(region) }]}
      faults={faults}
      careful
      onSubmit={send}
      summary={
        <FormSummary
          {...{ values, facts, faults, changes }}
          edited={held !== undefined && found.length === 0}
          room={held ? undefined : room}
          foot={
            <SubmitFoot
              submission={submission}
              verb={held ? words.verbEdit : words.verb}
              icon={IconTemplate}
              why={why}
              disabled={unknown}
            >
              {unknown && <Link to={paths.templates(region)}>{words.look}</Link>}
            </SubmitFoot>
          }
        />
      }
    >
      <Origins
        sentences={[
          like && (like.kind === 'instance' ? words.likeInstance : words.likeTemplate)(like.name),
          held && words.existing,
          dataUnknown && words.dataUnknown,
        ]}
        draft={draft}
      />
      <NamingSection {...parts} />
      <ImageSection {...parts} />
      <TypeSection {...parts} />
      <DisksSection {...parts} prepaid={false} />
      <NetworkSection {...parts} limit={mostMbps} />
      <LoginSection
        {...parts}
        mayKeep={held?.template.instanceTemplateData?.includePassword ?? false}
      />
      <BillingSection {...parts} />
      <TagsSection {...parts} note={words.tagsNote} />
      <ScriptSection {...parts} />
    </FormPage>
  );
}

/** Who comes to mend a certain field finds it in view, and what is wrong with it said. */
function useLinkedField(touch: (field: string) => void): void {
  const { hash } = useLocation();
  const field = hash.replace(/^#(field-)?/, '');
  useEffect(() => {
    if (field === '') return;
    touch(field);
    goToField(field);
  }, [field, touch]);
}
