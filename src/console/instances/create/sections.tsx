import { regions } from '../../../contract/regions.ts';
import { CheckField } from '../../kit/form/CheckField.tsx';
import { FieldRow } from '../../kit/form/Field.tsx';
import { Section } from '../../kit/form/FormPage.tsx';
import { SegmentsField } from '../../kit/form/SegmentsField.tsx';
import { SelectField } from '../../kit/form/SelectField.tsx';
import { NumberField, TextField } from '../../kit/form/TextField.tsx';
import type { LaunchFacts } from '../../launch/facts.ts';
import { StopChargingField } from '../../launch/StopChargingField.tsx';
import { launchWords } from '../../launch/words.ts';
import { useRegion } from '../../region.ts';
import classes from './create.module.css';
import { type CreateValues, mostInstances, periods, whyAlwaysCharged } from './form.ts';
import { createWords } from './words.ts';
import { DescriptionField } from '../../launch/DescriptionField.tsx';

interface SectionProps {
  values: CreateValues;
  facts: LaunchFacts;
  set: (change: Partial<CreateValues>) => void;
}

/** The zones of a region: those known from the start, and those its types are sold in. */
function zonesOf(region: string, { types = [] }: Pick<LaunchFacts, 'types'>): string[] {
  const known = regions.find(({ id }) => id === region)?.zones ?? [];
  const sold = types.flatMap(({ state = [] }) => state.flatMap(({ az }) => az ?? []));
  return [...new Set<string>([...known, ...sold])];
}

/** Where instances run, how they are billed, and what they cost while they are stopped. */
export function PlacementSection({ values, facts, set }: SectionProps) {
  const words = createWords.useWords();
  const region = useRegion();
  const why = whyAlwaysCharged(values, facts);
  return (
    <Section title={words.placement} note={words.placementNote}>
      <FieldRow>
        <SegmentsField
          label={words.zone}
          value={values.zone}
          onChange={(zone) => set({ zone })}
          choices={zonesOf(region, facts).map((zone) => ({
            value: zone,
            // What all zones of a region have in common says nothing here.
            label: zone.slice(region.lastIndexOf('-') + 1),
          }))}
        />
        <SegmentsField
          label={words.billing}
          value={values.prepaid ? 'prepaid' : 'postpaid'}
          onChange={(billing) => set({ prepaid: billing === 'prepaid' })}
          choices={(['postpaid', 'prepaid'] as const).map((value) => ({
            value,
            label: words.billings[value],
          }))}
        />
        <StopChargingField
          value={values.stopCharging}
          why={why}
          onChange={(stopCharging) => set({ stopCharging })}
        />
      </FieldRow>
      {values.prepaid && (
        <>
          <FieldRow>
            <SelectField
              label={words.period}
              value={values.period}
              width={160}
              onChange={(period) => set({ period })}
              choices={periods.map(({ id, unit, n }) => ({
                value: id,
                label: words.periods[unit](n),
              }))}
            />
            <div className={classes.besideField}>
              <CheckField
                label={words.autoRenew}
                hint={words.autoRenewHint}
                checked={values.autoRenew}
                onChange={(autoRenew) => set({ autoRenew })}
              />
            </div>
          </FieldRow>
          <p className={classes.hint}>{words.prepaidHint}</p>
        </>
      )}
    </Section>
  );
}

/** The address of the primary interface, for those who want a certain one. */
export function AddressField({ values, set }: SectionProps) {
  const words = createWords.useWords();
  const say = launchWords.useWords();
  return (
    <TextField
      name="address"
      label={say.address}
      optional
      code
      width={200}
      value={values.address}
      hint={words.addressHint}
      onChange={(address) => set({ address: address.trim() })}
    />
  );
}

/** What they are called, and how many there are. */
export function NamingSection({ values, set }: SectionProps) {
  const words = createWords.useWords();
  return (
    <Section title={words.naming} note={words.namingNote}>
      <FieldRow>
        <TextField
          name="name"
          label={words.name}
          value={values.name}
          width={420}
          placeholder="web-[001]"
          hint={words.nameRule}
          onChange={(name) => set({ name: name.trim() })}
        />
        <NumberField
          name="count"
          label={words.count}
          value={values.count}
          width={110}
          min={1}
          max={mostInstances}
          hint={words.countRule(mostInstances)}
          onChange={(count) => set({ count })}
        />
      </FieldRow>
      <TextField
        name="hostname"
        label={words.hostname}
        optional
        value={values.hostname}
        width={420}
        hint={words.hostnameHint}
        onChange={(hostname) => set({ hostname: hostname.trim() })}
      />
      <DescriptionField
        value={values.description}
        onChange={(description) => set({ description })}
      />
    </Section>
  );
}
