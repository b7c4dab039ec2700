import { IconRoute } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { isIn, isIpv6 } from '../../../contract/addresses.ts';
import { modifyInstanceVpcAttribute } from '../../../contract/instance-actions.ts';
import type { Instance } from '../../../contract/instances.ts';
import { whyNotEvenStopped } from '../../../contract/lifecycle.ts';
import { whyNotNetworkChange, whyNotSubnet } from '../../../contract/network-change.ts';
import { hasIpv6, type Subnet } from '../../../contract/subnets.ts';
import { AskDialog } from '../../activity/AskDialog.tsx';
import { useSubmit } from '../../activity/use-submit.ts';
import { useCall } from '../../api/context.tsx';
import { type ActionDialogProps, useWhyNotWrite } from '../../kit/action.ts';
import { CheckField } from '../../kit/form/CheckField.tsx';
import { PickField, noteOf, possibleFirst } from '../../kit/form/PickField.tsx';
import { TextField } from '../../kit/form/TextField.tsx';
import { Note } from '../../kit/Note.tsx';
import { GroupsField } from '../../launch/GroupsField.tsx';
import { securityGroupsOptions, subnetsOptions } from '../../networks/queries.ts';
import { useSay } from '../../words/language.tsx';
import { usePlan } from '../dialogs/plan.ts';
import { stopsFirst, whileStopped } from '../dialogs/steps.ts';
import { StopFirst } from '../dialogs/StopFirst.tsx';
import { nameOf, resourceOf } from '../resource.ts';
import { placeWords } from './words.ts';

/** Another address, subnet or VPC for the primary interface. */
export function NetworkDialog({
  items: [instance],
  region,
  onClose,
  onDone,
}: ActionDialogProps<Instance>) {
  const { network: say } = placeWords.useWords();
  const speak = useSay();
  const call = useCall();
  const planOf = usePlan();
  const whyNotWrite = useWhyNotWrite();
  const { data: subnets, isError } = useQuery(subnetsOptions(call, region));
  const groups = useQuery(securityGroupsOptions(call, region));
  const { submit, ...submission } = useSubmit(onDone);
  const [subnetId, setSubnetId] = useState(instance.subnetId ?? '');
  const [address, setAddress] = useState('');
  const [ipv6, setIpv6] = useState(false);
  const [ipv6Address, setIpv6Address] = useState('');
  const [groupIds, setGroupIds] = useState<string[]>([]);
  const [start, setStart] = useState(true);

  const subnet = subnets?.items.find((one) => one.subnetId === subnetId);
  const moves = subnet !== undefined && subnet.vpcId !== instance.vpcId;
  const addressError = addressFault();
  const ipv6Error = ipv6 && ipv6Address !== '' && !isIpv6(ipv6Address) && say.noIpv6Address;
  const wanted = groups.data?.items.filter(({ networkSecurityGroupId }) =>
    groupIds.includes(networkSecurityGroupId),
  );
  const wish = { address, ipv6, groups: moves ? (wanted ?? []) : [] };
  const missing = subnet && whyNotNetworkChange(instance, subnet, wish);
  const request = {
    operation: modifyInstanceVpcAttribute,
    input: {
      regionId: region,
      instanceId: instance.instanceId,
      subnetId,
      ...(address !== '' && { privateIpAddress: address }),
      ...(ipv6 && (ipv6Address === '' ? { assignIpv6: true } : { ipv6Address })),
      ...(moves && { securityGroups: groupIds }),
    },
    resource: resourceOf(instance),
  };
  const steps = stopsFirst(instance)
    ? whileStopped(instance, region, request, start)
    : ([request] as const);
  return (
    <AskDialog
      title={say.title(nameOf(instance))}
      id={instance.instanceId}
      verb={say.verb}
      icon={IconRoute}
      why={whyNotWrite(whyNotEvenStopped('modifyInstanceVpcAttribute', instance))}
      submission={submission}
      ready={subnet !== undefined && !missing && !addressError && !ipv6Error}
      hasField
      note={planOf(steps) ?? (missing && speak(missing.why))}
      onSubmit={() => void submit(steps, modifyInstanceVpcAttribute.name)}
      onClose={onClose}
    >
      <PickField
        label={say.subnet}
        placeholder={say.pickSubnet}
        value={subnetId}
        onChange={(id) => {
          setSubnetId(id);
          setGroupIds([]);
          setIpv6(false);
        }}
        choices={subnets && possibleFirst(subnets.items.map(choiceOf))}
        failed={isError}
        empty={say.none}
      />
      <TextField
        label={say.address}
        optional={subnetId !== instance.subnetId}
        code
        value={address}
        hint={subnetId === instance.subnetId ? say.otherAddress : say.anyAddress}
        error={addressError}
        onChange={setAddress}
      />
      {subnet && subnetId !== instance.subnetId && hasIpv6(subnet) && (
        <CheckField label={say.ipv6} checked={ipv6} onChange={setIpv6} />
      )}
      {ipv6 && (
        <TextField
          label={say.ipv6Address}
          optional
          code
          value={ipv6Address}
          hint={say.anyAddress}
          error={ipv6Error || undefined}
          onChange={setIpv6Address}
        />
      )}
      {moves && (
        <GroupsField
          label={say.groups}
          placeholder={say.pickGroups}
          hint={say.groupsHint}
          value={groupIds}
          onChange={setGroupIds}
          limitReached={say.groupsLimit}
          groups={groups.data?.items}
          vpcId={subnet.vpcId}
          failed={groups.isError}
          empty={say.none}
        />
      )}
      <Note tone="warn">{say.consequence}</Note>
      {stopsFirst(instance) && (
        <StopFirst instances={[instance]} start={start} onStart={setStart} />
      )}
    </AskDialog>
  );

  function choiceOf(one: Subnet) {
    const { availableIpCount: free, addressPrefix } = one;
    const isHere = one.subnetId === instance.subnetId;
    const obstacle = whyNotSubnet(instance, one);
    const full = free === 0 && !isHere ? say.noneFree : undefined;
    return {
      value: one.subnetId,
      label: one.subnetName || one.subnetId,
      note: noteOf(addressPrefix, isHere && say.here, free !== undefined && say.free(free)),
      why: obstacle ? speak(obstacle.why) : full,
    };
  }

  function addressFault(): string | undefined {
    if (address === '' || subnet === undefined) return undefined;
    if (address === instance.privateIpAddress && subnetId === instance.subnetId)
      return say.sameAddress;
    const { addressPrefix = '' } = subnet;
    return isIn(addressPrefix, address) ? undefined : say.outside(addressPrefix);
  }
}
