import { whyNotStopCharging } from '../../../contract/charge-on-stop.ts';
import { FieldRow } from '../../kit/form/Field.tsx';
import { Section } from '../../kit/form/FormPage.tsx';
import { TextField } from '../../kit/form/TextField.tsx';
import { isLocal } from '../../launch/disks.ts';
import type { LaunchFacts } from '../../launch/facts.ts';
import { StopChargingField } from '../../launch/StopChargingField.tsx';
import type { TemplateValues } from './template-form.ts';
import { templateFormWords } from './words.ts';
import { DescriptionField } from '../../launch/DescriptionField.tsx';

interface SectionProps {
  values: TemplateValues;
  facts: LaunchFacts;
  set: (change: Partial<TemplateValues>) => void;
}

/** What the template is called. */
export function NamingSection({ values, set }: Omit<SectionProps, 'facts'>) {
  const words = templateFormWords.useWords();
  return (
    <Section title={words.naming} note={words.namingNote}>
      <TextField
        name="name"
        label={words.name}
        value={values.name}
        width={320}
        hint={words.nameRule}
        onChange={(name) => set({ name: name.trim() })}
      />
      <DescriptionField
        value={values.description}
        onChange={(description) => set({ description })}
      />
    </Section>
  );
}

/** What instances made from it cost while they are stopped, and who makes images of them. */
export function BillingSection({ values, facts, set }: SectionProps) {
  const words = templateFormWords.useWords();
  // How instances are billed is chosen when they are made.
  const why = whyNotStopCharging({
    charge: { chargeMode: 'postpaid_by_duration' },
    systemDisk: { diskCategory: isLocal(facts) ? 'local' : 'cloud' },
  });
  return (
    <Section title={words.billing} note={words.billingNote}>
      <FieldRow>
        <StopChargingField
          value={values.stopCharging}
          why={why}
          onChange={(stopCharging) => set({ stopCharging })}
        />
        <TextField
          name="autoImagePolicyId"
          label={words.imagePolicy}
          optional
          code
          width={320}
          value={values.autoImagePolicyId}
          hint={words.imagePolicyHint}
          onChange={(autoImagePolicyId) => set({ autoImagePolicyId: autoImagePolicyId.trim() })}
        />
      </FieldRow>
    </Section>
  );
}
