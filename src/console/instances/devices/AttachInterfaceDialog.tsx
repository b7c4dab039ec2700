import { useQuery } from '@tanstack/react-query';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { rangeOf, toNumber } from '../../../contract/addresses.ts';
import { attachNetworkInterface } from '../../../contract/instance-actions.ts';
import type { Instance } from '../../../contract/instances.ts';
import { whyNot } from '../../../contract/lifecycle.ts';
import {
  createNetworkInterface,
  type NetworkInterface,
} from '../../../contract/network-interfaces.ts';
import {
  interfacesOn,
  tooManyInterfaces,
  whyNotAttachInterface,
} from '../../../contract/network-rules.ts';
import { resourceName } from '../../../contract/rules.ts';
import type { Subnet } from '../../../contract/subnets.ts';
import { AskDialog } from '../../activity/AskDialog.tsx';
import { useSubmit } from '../../activity/use-submit.ts';
import { useCall } from '../../api/context.tsx';
import type { WriteRequest } from '../../api/write.ts';
import { type ActionDialogProps, useWhyNotWrite } from '../../kit/action.ts';
import { CheckField } from '../../kit/form/CheckField.tsx';
import { PickField, PickManyField, possibleFirst } from '../../kit/form/PickField.tsx';
import { TextField } from '../../kit/form/TextField.tsx';
import { Note } from '../../kit/Note.tsx';
import {
  elasticIpsOptions,
  secondaryInterfacesOptions,
  securityGroupsOptions,
  subnetsOptions,
} from '../../networks/queries.ts';
import { useSay } from '../../words/language.tsx';
import { addressesLikeOptions } from '../light/queries.ts';
import { nameOf, resourceOf } from '../resource.ts';
import classes from './devices.module.css';
import { useLimits } from './limits.ts';
import { useQueue } from './queue.ts';
import { type Source, SourceChoice } from './SourceChoice.tsx';
import { deviceWords } from './words.ts';

/** Gives an instance one more interface: one that is there, or a new one in a subnet of its VPC. */
export function AttachInterfaceDialog({
  items: [instance],
  region,
  onClose,
  onDone,
}: ActionDialogProps<Instance>) {
  const say = deviceWords.useWords();
  const speak = useSay();
  const call = useCall();
  const whyNotWrite = useWhyNotWrite();
  const limits = useLimits(instance, region);
  const { data: nics, isError } = useQuery(secondaryInterfacesOptions(call, region));
  const { data: eips } = useQuery(elasticIpsOptions(call, region));
  const { data: subnets } = useQuery(subnetsOptions(call, region));
  const { data: groups } = useQuery(securityGroupsOptions(call, region));
  const { busy, enqueue } = useQueue(instance.instanceId);
  const { submit, ...submission } = useSubmit(onDone);
  const [source, setSource] = useState<Source>('existing');
  const [chosen, setChosen] = useState('');
  const [autoDelete, setAutoDelete] = useState(false);
  const [name, setName] = useState('');
  const [subnetId, setSubnetId] = useState(instance.subnetId ?? '');
  const [address, setAddress] = useState('');
  const [groupIds, setGroupIds] = useState<string[]>([]);

  const { nicLimit: limit = Infinity } = limits ?? {};
  const full = interfacesOn(instance) >= limit ? tooManyInterfaces(limit).why : undefined;
  const own = subnets?.items.filter(({ vpcId }) => vpcId === instance.vpcId);
  const addressFaulty = addressFault(own?.find((subnet) => subnet.subnetId === subnetId));
  const holder = useHolder(region, subnetId, addressFaulty === undefined ? address : '');
  const addressError = addressFaulty ?? (holder && say.attachInterface.addressTaken(holder));
  const nameError = name !== '' && !resourceName.safeParse(name).success;
  const isReady =
    source === 'existing'
      ? chosen !== ''
      : subnetId !== '' && addressError === undefined && !nameError;

  const attach = (networkInterfaceId: string): WriteRequest<typeof attachNetworkInterface> => ({
    operation: attachNetworkInterface,
    input: { regionId: region, instanceId: instance.instanceId, networkInterfaceId, autoDelete },
    resource: resourceOf(instance),
  });
  const send = () => {
    if (source === 'existing') {
      if (!busy) return void submit(attach(chosen));
      enqueue([attach(chosen)]);
      return onDone();
    }
    const create = {
      operation: createNetworkInterface,
      input: {
        regionId: region,
        subnetId,
        ...(name !== '' && { networkInterfaceName: name }),
        ...(address !== '' && { primaryIpAddress: address }),
        ...(groupIds.length > 0 && { securityGroups: groupIds }),
      },
      resource: resourceOf(instance),
    };
    return void submit(
      [create, { ...attach(''), takes: 'networkInterfaceId' }],
      'attachNetworkInterface',
    );
  };
  return (
    <AskDialog
      title={say.attachInterface.title(nameOf(instance))}
      id={instance.instanceId}
      verb={source === 'fresh' ? say.attachInterface.createVerb : say.attachInterface.verb}
      icon={IconPlus}
      why={whyNotWrite(whyNot('attachNetworkInterface', instance) ?? full)}
      submission={submission}
      ready={isReady}
      hasField
      onSubmit={send}
      onClose={onClose}
    >
      <SourceChoice value={source} onChange={setSource} />
      {source === 'existing' ? (
        <PickField
          label={say.attachInterface.nic}
          placeholder={say.attachInterface.pick}
          value={chosen}
          onChange={setChosen}
          choices={nics && possibleFirst(nics.items.map(choiceOf))}
          empty={isError ? say.failed : say.none}
        />
      ) : (
        <>
          <PickField
            label={say.attachInterface.subnet}
            placeholder={say.attachInterface.pickSubnet}
            value={subnetId}
            onChange={setSubnetId}
            choices={own?.map((subnet) => ({
              value: subnet.subnetId,
              label: subnet.subnetName || subnet.subnetId,
              note: [
                subnet.addressPrefix,
                subnet.availableIpCount !== undefined &&
                  say.attachInterface.free(subnet.availableIpCount),
              ]
                .filter(Boolean)
                .join(' · '),
              why: subnet.availableIpCount === 0 ? say.attachInterface.noneFree : undefined,
            }))}
            empty={say.none}
          />
          <div className={classes.pair}>
            <TextField
              label={say.attachInterface.address}
              optional
              code
              value={address}
              hint={say.attachInterface.addressHint}
              error={addressError}
              onChange={setAddress}
            />
            <TextField
              label={say.name}
              optional
              value={name}
              error={nameError ? say.nameRule : undefined}
              onChange={setName}
            />
          </div>
          <PickManyField
            label={say.attachInterface.groups}
            placeholder={say.attachInterface.pickGroup}
            hint={say.attachInterface.groupsHint}
            value={groupIds}
            onChange={setGroupIds}
            limit={5}
            limitReached={say.attachInterface.groupsLimit}
            choices={groups?.items
              .filter(({ vpcId }) => vpcId === instance.vpcId)
              .map((group) => ({
                value: group.networkSecurityGroupId,
                label: group.networkSecurityGroupName || group.networkSecurityGroupId,
                note: group.networkSecurityGroupId,
              }))}
            empty={say.none}
          />
        </>
      )}
      <CheckField label={say.autoDelete} checked={autoDelete} onChange={setAutoDelete} />
      {busy && source === 'existing' && <Note tone="warn">{say.waits}</Note>}
    </AskDialog>
  );

  function choiceOf(nic: NetworkInterface) {
    const { elasticIpId } = nic.primaryIp ?? {};
    const eip = elasticIpId
      ? eips?.items.find((one) => one.elasticIpId === elasticIpId)
      : undefined;
    const why = whyNotAttachInterface(instance, nic, limits, eip)?.why;
    return {
      value: nic.networkInterfaceId,
      label: nic.networkInterfaceName || nic.networkInterfaceId,
      note: [nic.networkInterfaceId, nic.primaryIp?.privateIpAddress].filter(Boolean).join(' · '),
      why: why && speak(why),
    };
  }

  function addressFault(subnet: Subnet | undefined): string | undefined {
    if (address === '') return undefined;
    const number = toNumber(address);
    if (number === undefined) return say.attachInterface.addressWrong;
    const { addressPrefix } = subnet ?? {};
    if (!addressPrefix) return undefined;
    const { first, last } = rangeOf(addressPrefix);
    return number < first || number > last
      ? say.attachInterface.addressOutside(addressPrefix)
      : undefined;
  }
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
