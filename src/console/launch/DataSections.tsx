import { Section } from '../kit/form/FormPage.tsx';
import { PairsField } from '../kit/form/PairsField.tsx';
import { TextArea } from '../kit/form/TextField.tsx';
import type { LaunchFacts } from './facts.ts';
import type { LaunchValues, SetLaunch } from './values.ts';
import { launchWords } from './words.ts';

interface DataProps {
  values: LaunchValues;
  set: SetLaunch;
}

/** By what it is found and billed. */
export function TagsSection({ values, set, note }: DataProps & { note?: string }) {
  const say = launchWords.useWords();
  return (
    <Section title={say.tags} note={note ?? say.tagsNote}>
      <PairsField
        name="tags"
        label={say.tags}
        add={say.addPair.tags}
        pairs={values.tags}
        onChange={(tags) => set({ tags })}
      />
    </Section>
  );
}

/** What it is told when it first boots. */
export function ScriptSection({ values, set, facts }: DataProps & { facts: LaunchFacts }) {
  const say = launchWords.useWords();
  const system = facts.image?.osType === 'windows' ? 'windows' : 'linux';
  return (
    <Section title={say.data} note={say.dataNote}>
      <TextArea
        name="userdata"
        label={say.script}
        optional
        code
        rows={5}
        value={values.userdata}
        hint={say.scriptHint[system]}
        onChange={(userdata) => set({ userdata })}
      />
      <PairsField
        name="metadata"
        label={say.metadata}
        add={say.addPair.metadata}
        pairs={values.metadata}
        onChange={(metadata) => set({ metadata })}
      />
    </Section>
  );
}
