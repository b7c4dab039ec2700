import type { ReactNode } from 'react';
import { mostMbps } from '../../contract/elastic-ips.ts';
import { hasIpv6 } from '../../contract/subnets.ts';
import { CheckField } from '../kit/form/CheckField.tsx';
import { FieldRow } from '../kit/form/Field.tsx';
import { Section } from '../kit/form/FormPage.tsx';
import { PickField, noteOf, possibleFirst } from '../kit/form/PickField.tsx';
import { SegmentsField } from '../kit/form/SegmentsField.tsx';
import { NumberField } from '../kit/form/TextField.tsx';
import { useWords } from '../words/language.tsx';
import type { LaunchFacts } from './facts.ts';
import { whyNotSubnet } from './faults.ts';
import { GroupsField } from './GroupsField.tsx';
import { addressModes, type LaunchValues, type SetLaunch } from './values.ts';
import { launchWords } from './words.ts';

interface NetworkSectionProps {
  values: LaunchValues;
  facts: LaunchFacts;
  set: SetLaunch;
  /** Mbps at most, where that is less than usual. */
  limit?: number;
  /** Beside the security groups: a private address, where there can be one. */
  children?: ReactNode;
}

/** The subnet and the guards of the primary interface, and an elastic IP on it. */
export function NetworkSection({ values, facts, set, limit, children }: NetworkSectionProps) {
  const say = launchWords.useWords();
  const { kit } = useWords();
  const { subnet, vpcs, zone } = facts;
  const vpcName = (id: string | undefined) =>
    vpcs?.find(({ vpcId }) => vpcId === id)?.vpcName || (id ?? '');
  const { addressMode } = values;
  const usual = mostMbps[addressMode === 'traffic' ? 'postpaid_by_usage' : 'postpaid_by_duration'];
  const most = Math.min(usual, limit ?? usual);
  return (
    <Section title={say.network} note={say.networkNote}>
      <FieldRow>
        <PickField
          name="subnetId"
          label={say.subnet}
          width={320}
          placeholder={facts.subnets ? say.pickSubnet : say.loading}
          value={values.subnetId}
          hint={
            subnet &&
            kit.together([
              subnet.availableIpCount !== undefined && say.free(subnet.availableIpCount),
              subnet.addressPrefix,
            ])
          }
          onChange={(subnetId) => {
            const next = facts.subnets?.find((one) => one.subnetId === subnetId);
            // Groups belong to a VPC.
            set({ subnetId, ...(next?.vpcId !== subnet?.vpcId && { groupIds: [] }) });
          }}
          choices={
            facts.subnets &&
            possibleFirst(
              facts.subnets.map((one) => ({
                value: one.subnetId,
                label: `${vpcName(one.vpcId)} / ${one.subnetName || one.subnetId}`,
                note: noteOf(
                  one.availableIpCount !== undefined && say.free(one.availableIpCount),
                  one.addressPrefix,
                ),
                why: whyNotSubnet(one, zone, say),
              })),
            )
          }
          failed={facts.failed.subnets}
          empty={say.none}
        />
        <div style={{ width: 320 }}>
          <GroupsField
            name="groupIds"
            label={say.groups}
            optional
            placeholder={subnet ? say.pickGroup : say.groupsFirst}
            disabled={!subnet}
            hint={say.groupsHint}
            value={values.groupIds}
            onChange={(groupIds) => set({ groupIds })}
            limitReached={say.groupsLimit}
            groups={facts.groups}
            vpcId={subnet?.vpcId}
            failed={facts.failed.groups}
            empty={say.none}
          />
        </div>
        {children}
      </FieldRow>
      {(values.ipv6 || (subnet && hasIpv6(subnet))) && (
        <CheckField
          name="ipv6"
          label={say.ipv6}
          checked={values.ipv6}
          onChange={(ipv6) => set({ ipv6 })}
        />
      )}
      <FieldRow>
        <SegmentsField
          label={say.publicIp}
          value={addressMode}
          onChange={(mode) => set({ addressMode: mode })}
          choices={addressModes.map((value) => ({ value, label: say.addressModes[value] }))}
        />
        {addressMode !== 'none' && (
          <NumberField
            name="mbps"
            label={say.bandwidth}
            value={values.mbps}
            unit="Mbps"
            width={150}
            min={1}
            max={most}
            hint={say.mbpsRule(most)}
            onChange={(mbps) => set({ mbps })}
          />
        )}
      </FieldRow>
    </Section>
  );
}
