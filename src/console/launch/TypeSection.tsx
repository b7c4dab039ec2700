import { useState } from 'react';
import { whyImageUnfit } from '../../contract/image-fit.ts';
import { classOf, classWord } from '../../contract/instance-families.ts';
import type { InstanceType } from '../../contract/instance-types.ts';
import type { Language } from '../../contract/words.ts';
import { Field } from '../kit/form/Field.tsx';
import { Section } from '../kit/form/FormPage.tsx';
import { RadioTable } from '../kit/form/RadioTable.tsx';
import { SegmentsField } from '../kit/form/SegmentsField.tsx';
import { SelectField } from '../kit/form/SelectField.tsx';
import { TextField } from '../kit/form/TextField.tsx';
import { StatusGlyph } from '../kit/Status.tsx';
import type { Words } from '../words/en-US/index.ts';
import { useLanguage, useSay, useWords } from '../words/language.tsx';
import type { LaunchFacts } from './facts.ts';
import { whyNotType } from './faults.ts';
import classes from './launch.module.css';
import type { LaunchValues, SetLaunch } from './values.ts';
import { launchWords, type LaunchWords } from './words.ts';

interface TypeSectionProps {
  values: LaunchValues;
  facts: LaunchFacts;
  set: SetLaunch;
}

interface Filter {
  text: string;
  family: string;
  cpu: string;
  memory: string;
}
/** The choice that narrows nothing. */
const any = 'any';
const noFilter: Filter = { text: '', family: any, cpu: any, memory: any };

/** What an instance has: all types of the region, those that cannot be had with the reason. */
export function TypeSection({ values, facts, set }: TypeSectionProps) {
  const say = launchWords.useWords();
  const { kit } = useWords();
  const speak = useSay();
  const { language } = useLanguage();
  const [filter, setFilter] = useState(noFilter);
  const { types = [] } = facts;
  const shown = types.filter((type) => passes(type, filter));
  const narrow = (change: Partial<Filter>) => setFilter({ ...filter, ...change });
  return (
    <Section title={say.type} note={say.typeNote}>
      <Field name="instanceType" label={say.type} labelHidden group>
        {({ id }) => (
          <div id={id} className={classes.stack}>
            <Filters filter={filter} narrow={narrow} types={types} />
            <RadioTable
              name="instanceType"
              label={say.type}
              value={values.instanceType}
              onChange={(instanceType) => set({ instanceType })}
              head={[
                { label: say.type },
                { label: say.family },
                { label: say.cpu, end: true },
                { label: say.memory, end: true },
                { label: say.nics, end: true },
                { label: say.cloudDisks, end: true },
                { label: say.stock },
              ]}
              rows={shown.map((type) => {
                const why = whyNotType(type, facts, { say, speak });
                return {
                  value: type.instanceType,
                  label: type.instanceType,
                  cells: cellsOf(type, facts, why, { say, kit, language }),
                  why,
                };
              })}
              empty={facts.types ? say.noTypes : facts.failed.types ? say.failed : say.loading}
              foot={
                facts.types && (
                  <>
                    {say.typesOf(shown.length, types.length)}
                    {shown.length < types.length && (
                      <button
                        type="button"
                        className={classes.textButton}
                        onClick={() => setFilter(noFilter)}
                      >
                        {say.clearFilters}
                      </button>
                    )}
                  </>
                )
              }
            />
          </div>
        )}
      </Field>
      {facts.type?.burstInfo && (
        <SegmentsField
          label={say.burst}
          value={values.unlimited ? 'unlimited' : 'standard'}
          onChange={(mode) => set({ unlimited: mode === 'unlimited' })}
          choices={(['standard', 'unlimited'] as const).map((value) => ({
            value,
            label: say.bursts[value],
          }))}
        />
      )}
    </Section>
  );
}

interface FiltersProps {
  filter: Filter;
  narrow: (change: Partial<Filter>) => void;
  types: readonly InstanceType[];
}

function Filters({ filter, narrow, types }: FiltersProps) {
  const say = launchWords.useWords();
  const { language } = useLanguage();
  const families = unique(types.map(classOf));
  const numbers = (read: (type: InstanceType) => number) =>
    unique(types.map(read))
      .sort((a, b) => a - b)
      .filter((n) => n > 0);
  return (
    <div className={classes.filters}>
      <TextField
        label={say.searchTypes}
        labelHidden
        placeholder={say.searchTypes}
        value={filter.text}
        width={148}
        onChange={(text) => narrow({ text })}
      />
      <SelectField
        label={say.family}
        labelHidden
        value={filter.family}
        width={128}
        onChange={(family) => narrow({ family })}
        choices={[
          { value: any, label: say.anyFamily },
          ...families.map((value) => ({ value, label: classWord(value, language) })),
        ]}
      />
      <SelectField
        label={say.cpu}
        labelHidden
        value={filter.cpu}
        width={116}
        onChange={(cpu) => narrow({ cpu })}
        choices={[
          { value: any, label: say.anyCpu },
          ...numbers(({ cpu = 0 }) => cpu).map((n) => ({ value: String(n), label: say.cpus(n) })),
        ]}
      />
      <SelectField
        label={say.memory}
        labelHidden
        value={filter.memory}
        width={120}
        onChange={(memory) => narrow({ memory })}
        choices={[
          { value: any, label: say.anyMemory },
          ...numbers(gibOf).map((n) => ({ value: String(n), label: say.gib(n) })),
        ]}
      />
    </div>
  );
}

const unique = <V,>(values: readonly V[]): V[] => [...new Set(values)];
const gibOf = ({ memoryMB = 0 }: InstanceType) => memoryMB / 1024;

function passes(type: InstanceType, { text, family, cpu, memory }: Filter): boolean {
  return (
    type.instanceType.includes(text.trim().toLowerCase()) &&
    (family === any || classOf(type) === family) &&
    (cpu === any || String(type.cpu) === cpu) &&
    (memory === any || String(gibOf(type)) === memory)
  );
}

/** What its local disks are, where it has some. */
export function localDisksWord(
  { localDisks = [] }: Pick<InstanceType, 'localDisks'>,
  say: LaunchWords,
): string | undefined {
  const [first] = localDisks;
  return first && say.localDisks(localDisks.length, first.diskSizeGB ?? 0);
}

function cellsOf(
  type: InstanceType,
  { image, excluded }: LaunchFacts,
  why: string | undefined,
  { say, kit, language }: { say: LaunchWords; kit: Words['kit']; language: Language },
) {
  const { gpu, cpu, nicLimit, cloudDiskCountLimit } = type;
  const extras = kit.together([
    // Its maker and line are the same for all of them.
    gpu && say.gpus(gpu.number ?? 1, gpu.model?.split(' ').at(-1) ?? 'GPU'),
    localDisksWord(type, say),
  ]);
  const word = classWord(classOf(type), language);
  const unfit = image && whyImageUnfit(image, type, excluded);
  return [
    <span key="family" className={classes.family} title={kit.together([word, extras])}>
      {word}
      {extras && <span className={classes.extra}>{extras}</span>}
    </span>,
    cpu,
    say.gib(gibOf(type)),
    nicLimit,
    cloudDiskCountLimit,
    <span key="stock" className={classes.stock} data-look={why && !unfit ? 'warn' : undefined}>
      <StatusGlyph look={why === undefined ? 'ok' : unfit ? 'unknown' : 'warn'} />
      {why === undefined ? say.inStock : unfit ? say.unfit : say.soldOutHere}
    </span>,
  ];
}
