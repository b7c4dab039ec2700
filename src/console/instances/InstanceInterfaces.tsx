import { useQuery } from '@tanstack/react-query';
import type { Instance, InstanceNetworkInterfaceAttachment } from '../../contract/instances.ts';
import { interfaceSurvives } from '../../contract/on-delete.ts';
import { useCall } from '../api/context.tsx';
import { ActionButton } from '../kit/detail/ActionButton.tsx';
import { CopyButton } from '../kit/CopyButton.tsx';
import { DetailTable } from '../kit/DetailTable.tsx';
import { RowMenu } from '../kit/RowMenu.tsx';
import { CodeText, PlainText } from '../kit/text.tsx';
import {
  freeElasticIpsOptions,
  secondaryInterfacesOptions,
  subnetsOptions,
} from '../networks/queries.ts';
import { useWords } from '../words/language.tsx';
import classes from './devices/devices.module.css';
import { useLimits } from './devices/limits.ts';
import {
  freeElasticIpActions,
  freeInterfaceActions,
  interfaceActions,
} from './devices/row-actions.tsx';
import { deviceWords } from './devices/words.ts';
import {
  associateElasticIp,
  attachNetworkInterface,
  disassociateElasticIp,
} from './network-actions.tsx';

interface InterfacesProps {
  instance: Instance;
  region: string;
  /** With what there is room for where nothing else is shown. */
  full?: boolean;
}

/** The network interfaces of an instance and what becomes of each when it is deleted. */
export function InstanceInterfaces({ instance, region, full = false }: InterfacesProps) {
  const { instance: words, kit } = useWords();
  const { primaryNetworkInterface: primary, secondaryNetworkInterfaces = [] } = instance;
  const limit = useLimits(instance, region)?.nicLimit;
  const rows = [
    ...(primary ? [{ attachment: primary, isPrimary: true }] : []),
    ...secondaryNetworkInterfaces.map((attachment) => ({ attachment, isPrimary: false })),
  ];
  return (
    <DetailTable
      title={words.interfaces}
      note={limit === undefined ? String(rows.length) : words.ofLimit(rows.length, limit)}
      tools={
        <>
          {full && (
            <ActionButton
              action={instance.elasticIpId ? disassociateElasticIp : associateElasticIp}
              item={instance}
            />
          )}
          <ActionButton action={attachNetworkInterface} item={instance} />
        </>
      }
      empty={words.noInterfaces}
      head={[
        { label: words.role, width: 84 },
        { label: 'ID', width: 126 },
        { label: words.privateIp, width: 124 },
        { label: words.secondaryIps, width: full ? 112 : undefined },
        { label: words.publicIp, width: full ? 144 : 130 },
        ...(full
          ? [
              { label: words.subnet, width: 96 },
              { label: words.securityGroups },
              { label: words.sourceCheck, width: 96 },
            ]
          : []),
        { label: words.mac, width: 138 },
        { label: words.onDelete, width: 96 },
        { label: kit.actions, width: 44, silent: true },
      ]}
    >
      {rows.map((row, place) => (
        <InterfaceRow
          key={row.attachment.networkInterface?.networkInterfaceId ?? place}
          {...row}
          {...{ instance, region, full }}
        />
      ))}
    </DetailTable>
  );
}

interface InterfaceRowProps {
  instance: Instance;
  region: string;
  attachment: InstanceNetworkInterfaceAttachment;
  isPrimary: boolean;
  full: boolean;
}

function InterfaceRow({ instance, region, attachment, isPrimary, full }: InterfaceRowProps) {
  const { instance: words } = useWords();
  const { networkInterfaceId, macAddress, primaryIp, secondaryIps, ipv6Addresses, ...rest } =
    attachment.networkInterface ?? {};
  const { subnetId, securityGroups = [], sanityCheck } = rest;
  const further = [
    ...(secondaryIps ?? []).map((ip) => ip.privateIpAddress),
    ...(ipv6Addresses ?? []).map((ip) => ip.ipv6Address),
  ];
  const checkWord = (check: number) => (check === 0 ? words.off : words.on);
  const publicIps = [primaryIp, ...(secondaryIps ?? [])].flatMap(
    (ip) => ip?.elasticIpAddress || [],
  );
  const [publicIp, ...others] = publicIps;
  const address = primaryIp?.privateIpAddress;
  return (
    <tr>
      <td>
        <PlainText text={isPrimary ? words.primary : words.secondary} />
      </td>
      <td>
        <CodeText text={networkInterfaceId} />
      </td>
      <td>
        <span className={classes.address}>
          <CodeText text={address} />
          {full && address && <CopyButton text={address} what={address} />}
        </span>
      </td>
      <td>
        <CodeText text={further.filter(Boolean).join(', ')} />
      </td>
      <td>
        <CodeText text={publicIps.join(', ')} />
        {full && publicIp && others.length === 0 && <CopyButton text={publicIp} what={publicIp} />}
      </td>
      {full && (
        <>
          <td>
            <Subnet id={subnetId} region={region} short />
          </td>
          <td>
            <PlainText
              text={securityGroups.map(({ groupName, groupId }) => groupName || groupId).join(', ')}
              title={securityGroups
                .map(({ groupName, groupId }) => [groupName, groupId].filter(Boolean).join(' '))
                .join('\n')}
            />
          </td>
          <td>
            <PlainText text={sanityCheck === undefined ? undefined : checkWord(sanityCheck)} />
          </td>
        </>
      )}
      <td>
        <CodeText text={macAddress} />
      </td>
      <td>{interfaceSurvives(attachment, isPrimary) ? words.kept : words.deleted}</td>
      <td className={classes.actions}>
        {networkInterfaceId && (
          <RowMenu
            item={{
              instance,
              id: networkInterfaceId,
              address: address ?? '',
              autoDelete: attachment.autoDelete ?? false,
            }}
            name={networkInterfaceId}
            actions={interfaceActions}
          />
        )}
      </td>
    </tr>
  );
}

interface SubnetProps {
  id: string | undefined;
  region: string;
  /** There is room for its name alone. */
  short?: boolean;
}

/** A subnet by its name and block; by its id until they are known. */
function Subnet({ id, region, short = false }: SubnetProps) {
  const { data } = useQuery(subnetsOptions(useCall(), region));
  const subnet = data?.items.find(({ subnetId }) => subnetId === id);
  if (!subnet?.subnetName) return <CodeText text={id} />;
  return (
    <span title={[id, subnet.addressPrefix].join(' ')}>
      {subnet.subnetName}
      {!short && <span className={`mono ${classes.block}`}>{subnet.addressPrefix}</span>}
    </span>
  );
}

interface FreeProps {
  instance: Instance;
  region: string;
}

/** The interfaces of the instance's VPC that nothing uses. */
export function FreeInterfaces({ instance, region }: FreeProps) {
  const { instance: words, kit } = useWords();
  const say = deviceWords.useWords();
  const { data } = useQuery(secondaryInterfacesOptions(useCall(), region));
  const free = (data?.items ?? []).filter(
    ({ vpcId, instanceId }) => vpcId === instance.vpcId && !instanceId,
  );
  return (
    <DetailTable
      title={say.freeInterfaces.title}
      note={String(free.length)}
      empty={say.freeInterfaces.empty}
      head={[
        { label: words.name },
        { label: 'ID', width: 130 },
        { label: words.privateIp, width: 124 },
        { label: words.subnet, width: 190 },
        { label: words.publicIp, width: 130 },
        { label: kit.actions, width: 48, silent: true },
      ]}
    >
      {free.map((nic) => (
        <tr key={nic.networkInterfaceId}>
          <td>
            <PlainText text={nic.networkInterfaceName} />
          </td>
          <td>
            <CodeText text={nic.networkInterfaceId} />
          </td>
          <td>
            <CodeText text={nic.primaryIp?.privateIpAddress} />
          </td>
          <td>
            <Subnet id={nic.subnetId} region={region} />
          </td>
          <td>
            <CodeText text={nic.primaryIp?.elasticIpAddress} />
          </td>
          <td className={classes.actions}>
            <RowMenu
              item={{ instance, nic }}
              name={nic.networkInterfaceName || nic.networkInterfaceId}
              actions={freeInterfaceActions}
            />
          </td>
        </tr>
      ))}
    </DetailTable>
  );
}

/** The elastic IPs of the region that nothing uses, which are billed all the same. */
export function FreeElasticIps({ instance, region }: FreeProps) {
  const { instances, kit } = useWords();
  const say = deviceWords.useWords();
  const { data } = useQuery(freeElasticIpsOptions(useCall(), region));
  const free = data?.items ?? [];
  const billing = (mode: string | undefined) =>
    Object.entries(instances.billing).find(([name]) => name === mode)?.[1] ?? mode;
  return (
    <DetailTable
      title={say.freeElasticIps.title}
      note={String(free.length)}
      empty={say.freeElasticIps.empty}
      head={[
        { label: say.associate.eip, width: 130 },
        { label: say.name },
        { label: 'ID', width: 130 },
        { label: say.freeElasticIps.bandwidth, width: 100, end: true },
        { label: say.freeElasticIps.zone, width: 124 },
        { label: say.freeElasticIps.billing, width: 190 },
        { label: kit.actions, width: 48, silent: true },
      ]}
    >
      {free.map((eip) => (
        <tr key={eip.elasticIpId}>
          <td>
            <CodeText text={eip.elasticIpAddress} />
          </td>
          <td>
            <PlainText text={eip.elasticIpName} />
          </td>
          <td>
            <CodeText text={eip.elasticIpId} />
          </td>
          <td data-end="true">
            {eip.bandwidthMbps === undefined ? '–' : say.associate.mbps(eip.bandwidthMbps)}
          </td>
          <td>
            <PlainText text={eip.az || say.associate.anyZone} />
          </td>
          <td>
            <PlainText text={billing(eip.charge?.chargeMode)} />
          </td>
          <td className={classes.actions}>
            <RowMenu
              item={{ instance, eip }}
              name={eip.elasticIpAddress ?? eip.elasticIpId}
              actions={freeElasticIpActions}
            />
          </td>
        </tr>
      ))}
    </DetailTable>
  );
}
