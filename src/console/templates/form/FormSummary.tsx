import type { ReactNode } from 'react';
import type { InputOf } from '../../../contract/operation.ts';
import type { updateInstanceTemplate } from '../../../contract/templates.ts';
import type { Faults } from '../../kit/form/faults.tsx';
import { SummaryQuota, Summary, SummaryFacts, SummaryGroup } from '../../kit/form/Summary.tsx';
import type { LaunchFacts } from '../../launch/facts.ts';
import { machineFacts } from '../../launch/summary-facts.ts';
import { launchWords } from '../../launch/words.ts';
import classes from './form.module.css';
import type { TemplateValues } from './template-form.ts';
import { templateFormWords } from './words.ts';
import type { Room } from '../../quotas/queries.ts';
import { useWords } from '../../words/language.tsx';

interface FormSummaryProps {
  values: TemplateValues;
  facts: LaunchFacts;
  faults: Faults;
  /** It is one that is changed, and what is in the form can be sent. */
  edited: boolean;
  /** What would be sent now to change it. */
  changes: InputOf<typeof updateInstanceTemplate> | undefined;
  /** Of the quota, for a new one. */
  room: Room | undefined;
  foot: ReactNode;
}

/** What the template will hold; of one that is changed, what changes. */
export function FormSummary(props: FormSummaryProps) {
  const { values, facts, faults, edited, changes, room, foot } = props;
  const words = templateFormWords.useWords();
  const say = launchWords.useWords();
  const { kit } = useWords();
  return (
    <Summary title={values.name || words.what} faults={faults} foot={foot}>
      <SummaryFacts facts={machineFacts(values, facts, { say, kit }, say.sum.sizes)} />
      {room && (
        <SummaryGroup title={words.after}>
          <SummaryQuota label={words.quota} asked={1} {...room}>
            {words.quotaOf(room.used, room.limit)}
          </SummaryQuota>
        </SummaryGroup>
      )}
      {edited && (
        <SummaryGroup title={words.whatEdit}>
          <Changes changes={changes} />
        </SummaryGroup>
      )}
    </Summary>
  );
}

function Changes({ changes }: Pick<FormSummaryProps, 'changes'>) {
  const words = templateFormWords.useWords();
  const { instanceTemplateData: data = {}, ...named } = changes ?? {};
  const changed = new Set([...Object.keys(named), ...Object.keys(data)]);
  const parts = Object.entries(words.parts).filter(([name]) => changed.has(name));
  if (parts.length === 0) return <p className={classes.note}>{words.unchanged}</p>;
  return (
    <>
      <ul className={classes.changes} aria-label={words.whatEdit}>
        {parts.map(([name, label]) => (
          <li key={name}>{label}</li>
        ))}
      </ul>
      <p className={classes.note}>{words.untouched}</p>
    </>
  );
}
