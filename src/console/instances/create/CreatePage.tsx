import { IconServer2 } from '@tabler/icons-react';
import { useNavigate, useParams, useSearchParams } from 'react-router';
import { createInstances } from '../../../contract/instance-create.ts';
import { useActivity } from '../../activity/context.tsx';
import { SubmitFoot } from '../../activity/SubmitFoot.tsx';
import { useSubmit } from '../../activity/use-submit.ts';
import { useBoot } from '../../boot-context.tsx';
import { useFaults } from '../../kit/form/faults.tsx';
import { useFormDraft } from '../../kit/form/form-draft.ts';
import { FormPage } from '../../kit/form/FormPage.tsx';
import { useTitle } from '../../kit/title.ts';
import { newToken } from '../../kit/token.ts';
import { DisksSection } from '../../launch/DisksSection.tsx';
import { ScriptSection, TagsSection } from '../../launch/DataSections.tsx';
import { useLaunchFacts } from '../../launch/facts.ts';
import { ImageSection } from '../../launch/ImageSection.tsx';
import { LoginSection } from '../../launch/LoginSection.tsx';
import { NetworkSection } from '../../launch/NetworkSection.tsx';
import { TypeSection } from '../../launch/TypeSection.tsx';
import { useBeginning } from '../../launch/read.ts';
import { launchSecrets } from '../../launch/values.ts';
import { NotBegun } from '../../launch/NotBegun.tsx';
import { Origins } from '../../launch/Origins.tsx';
import { launchWords } from '../../launch/words.ts';
import { paths } from '../../paths.ts';
import { useRoom } from '../../quotas/queries.ts';
import { regionName, useRegion } from '../../region.ts';
import { useLanguage, useSay, useWords } from '../../words/language.tsx';
import { begin, type Beginning } from './begin.ts';
import { CreatedPage } from './CreatedPage.tsx';
import { CreateSummary } from './CreateSummary.tsx';
import classes from './create.module.css';
import { CreateDraft, type CreateValues, countOf, createFaults, createInput } from './form.ts';
import { TemplateField } from './TemplateField.tsx';
import { AddressField, NamingSection, PlacementSection } from './sections.tsx';
import { useUnanswered } from './unanswered.ts';
import { createWords } from './words.ts';

/** Makes instances; and, once they are asked for, follows them until they run. */
export function CreatePage() {
  const region = useRegion();
  const { token } = useParams();
  const [params] = useSearchParams();
  const asked = String(params);
  return token === undefined ? (
    <Begin key={`${region} ${asked}`} region={region} asked={asked} />
  ) : (
    <CreatedPage key={`${region} ${token}`} region={region} token={token} />
  );
}

interface BeginProps {
  region: string;
  asked: string;
}

function Begin({ region, asked }: BeginProps) {
  const words = createWords.useWords();
  const { language } = useLanguage();
  useTitle(words.title, regionName(region, language));
  const { beginning, ...reading } = useBeginning(begin, region, asked);
  if (!beginning) return <NotBegun region={region} {...reading} />;
  return <CreateForm region={region} asked={asked} beginning={beginning} />;
}

interface CreateFormProps extends BeginProps {
  beginning: Beginning;
}

function CreateForm({ region, asked, beginning }: CreateFormProps) {
  const words = createWords.useWords();
  const say = launchWords.useWords();
  const speak = useSay();
  const { instances } = useWords();
  const { readOnly } = useBoot();
  const navigate = useNavigate();
  const { store } = useActivity();
  const { base, like, dataUnknown } = beginning;
  const draft = useFormDraft<CreateValues>({
    key: `instance-create.${region}.${asked}`,
    start: beginning.values,
    read: (kept) => CreateDraft.safeParse(kept).data,
    secrets: launchSecrets,
  });
  const { values, set } = draft;
  const facts = useLaunchFacts(region, values, values.zone);
  const room = useRoom(region, 'instance');
  const faults = useFaults(createFaults(values, facts, room, { say, speak, words }));
  const { submit, ...submission } = useSubmit<typeof createInstances>((_, entryId) => {
    draft.forget();
    // Under the token it was sent with, which may be newer than what this render knows.
    void navigate(paths.created(region, store.get(entryId)?.resource.id ?? ''));
  });
  const { busy, failure } = submission;
  const unanswered = useUnanswered(values.token);
  const unknown = submission.unknown || unanswered.length > 0;
  const send = () => {
    if (busy || readOnly || !faults.check()) return;
    // A request that was refused is over; what did not get through or was not answered is asked for again as it was.
    const refused = failure !== undefined && !submission.unknown && failure.status !== 'BUSY';
    const sent = refused ? { ...values, token: newToken() } : values;
    if (refused) set({ token: sent.token });
    for (const { id } of unanswered) store.drop(id);
    void submit({
      operation: createInstances,
      input: createInput(sent, facts, region, base),
      resource: {
        kind: 'newInstances',
        id: sent.token,
        name: `${sent.name} × ${countOf(sent) ?? 1}`,
      },
    });
  };
  const parts = { values, facts, set };
  return (
    <FormPage
      title={words.title}
      crumbs={[{ label: instances.title, to: paths.instances(region) }]}
      actions={<TemplateField region={region} />}
      faults={faults}
      careful
      onSubmit={send}
      summary={
        <CreateSummary
          {...{ values, facts, faults, room }}
          foot={
            <SubmitFoot
              submission={submission}
              verb={unknown ? words.askAgain : words.verb(countOf(values) ?? 1)}
              icon={IconServer2}
              why={readOnly ? words.readOnly : undefined}
            >
              {unknown && <p className={classes.hint}>{words.askAgainHint}</p>}
            </SubmitFoot>
          }
        />
      }
    >
      <Origins
        sentences={[
          base && words.fromTemplate(base.name),
          like !== undefined && words.likeInstance(like),
          dataUnknown && words.dataUnknown,
        ]}
        draft={draft}
      />
      <PlacementSection {...parts} />
      <ImageSection {...parts} />
      <TypeSection {...parts} />
      <DisksSection {...parts} prepaid={values.prepaid} />
      <NetworkSection {...parts}>
        <AddressField {...parts} />
      </NetworkSection>
      <LoginSection {...parts} mayKeep={base?.holdsPassword ?? false} />
      <NamingSection {...parts} />
      <TagsSection {...parts} />
      <ScriptSection {...parts} />
    </FormPage>
  );
}
