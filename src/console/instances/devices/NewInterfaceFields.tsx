import { useQuery } from '@tanstack/react-query';
import type { Instance } from '../../../contract/instances.ts';
import { resourceName } from '../../../contract/rules.ts';
import type { Subnet } from '../../../contract/subnets.ts';
import { useCall } from '../../api/context.tsx';
import { PickField, noteOf } from '../../kit/form/PickField.tsx';
import { TextField } from '../../kit/form/TextField.tsx';
import { addressFault } from '../../launch/faults.ts';
import { GroupsField } from '../../launch/GroupsField.tsx';
import { securityGroupsOptions, subnetsOptions } from '../../networks/queries.ts';
import { addressesLikeOptions } from '../light/queries.ts';
import classes from './devices.module.css';
import { deviceWords } from './words.ts';

/** An interface that is to be made, as typed. */
export interface InterfaceDraft {
  name: string;
  subnetId: string;
  address: string;
  groupIds: readonly string[];
}

/** What the cloud is asked for, besides the region. */
export function specFrom({ name, subnetId, address, groupIds }: InterfaceDraft) {
  return {
    subnetId,
    ...(name !== '' && { networkInterfaceName: name }),
    ...(address !== '' && { primaryIpAddress: address }),
    ...(groupIds.length > 0 && { securityGroups: [...groupIds] }),
  };
}

/** What can be chosen for a new interface of an instance, and what is wrong with what was typed. */
export function useInterfaceDraft(draft: InterfaceDraft, instance: Instance, region: string) {
  const say = deviceWords.useWords();
  const call = useCall();
  const { vpcId } = instance;
  const { name, subnetId, address } = draft;
  const found = useQuery(subnetsOptions(call, region));
  const groups = useQuery(securityGroupsOptions(call, region));
  const subnets = found.data?.items.filter((subnet) => subnet.vpcId === vpcId);
  const subnet = subnets?.find((one) => one.subnetId === subnetId);
  const wrong = addressFault(address, subnet, say.attachInterface);
  const holder = useHolder(region, subnetId, wrong === undefined ? address : '');
  const addressError = wrong ?? (holder && say.attachInterface.addressTaken(holder));
  const nameError = name !== '' && !resourceName.safeParse(name).success ? say.nameRule : undefined;
  return {
    subnets,
    groups: groups.data?.items,
    failed: { subnets: found.isError, groups: groups.isError },
    vpcId,
    addressError,
    nameError,
    isReady: subnetId !== '' && addressError === undefined && nameError === undefined,
  };
}

/** Which instance has an address of a subnet already; nothing while that is not known, or there is none. */
function useHolder(region: string, subnetId: string, address: string): string | undefined {
  const { data } = useQuery({
    ...addressesLikeOptions(useCall(), region, subnetId, address),
    enabled: subnetId !== '' && address !== '',
  });
  return data?.instancePrivateIpAddress?.find((one) => one.privateIpAddress === address)
    ?.instanceId;
}

interface NewInterfaceProps {
  draft: InterfaceDraft;
  onChange: (draft: InterfaceDraft) => void;
  facts: ReturnType<typeof useInterfaceDraft>;
}

/** The fields of an interface that is to be made in the VPC of an instance. */
export function NewInterfaceFields({ draft, onChange, facts }: NewInterfaceProps) {
  const say = deviceWords.useWords();
  const { attachInterface: words } = say;
  const choiceOf = ({ subnetId, subnetName, addressPrefix, availableIpCount: free }: Subnet) => ({
    value: subnetId,
    label: subnetName || subnetId,
    note: noteOf(addressPrefix, free !== undefined && words.free(free)),
    why: free === 0 ? words.noneFree : undefined,
  });
  return (
    <>
      <PickField
        label={words.subnet}
        placeholder={words.pickSubnet}
        value={draft.subnetId}
        onChange={(subnetId) => onChange({ ...draft, subnetId })}
        choices={facts.subnets?.map(choiceOf)}
        failed={facts.failed.subnets}
        empty={say.none}
      />
      <div className={classes.pair}>
        <TextField
          label={words.address}
          optional
          code
          value={draft.address}
          hint={words.addressHint}
          error={facts.addressError}
          onChange={(address) => onChange({ ...draft, address })}
        />
        <TextField
          label={say.name}
          optional
          value={draft.name}
          error={facts.nameError}
          onChange={(name) => onChange({ ...draft, name })}
        />
      </div>
      <GroupsField
        label={words.groups}
        placeholder={words.pickGroup}
        hint={words.groupsHint}
        value={draft.groupIds}
        onChange={(groupIds) => onChange({ ...draft, groupIds })}
        limitReached={words.groupsLimit}
        groups={facts.groups}
        vpcId={facts.vpcId}
        failed={facts.failed.groups}
        empty={say.none}
      />
    </>
  );
}
