import type { Instance, InstanceNetworkInterfaceAttachment } from '../../contract/instances.ts';
import { modifyInstanceNetworkAttribute } from '../../contract/instance-actions.ts';
import { whyNot } from '../../contract/lifecycle.ts';
import { whyNotAutoDeleteInterface } from '../../contract/network-rules.ts';
import { interfaceSurvives } from '../../contract/on-delete.ts';
import { ActionButton } from '../kit/detail/ActionButton.tsx';
import { CopyButton } from '../kit/CopyButton.tsx';
import { DetailTable } from '../kit/DetailTable.tsx';
import { RowMenu } from '../kit/RowMenu.tsx';
import { useRoomy } from '../kit/list/chosen-columns.ts';
import { CodeText, PlainText } from '../kit/text.tsx';
import { useWords } from '../words/language.tsx';
import { instanceWords } from './words.ts';
import classes from './devices/devices.module.css';
import { useLimits } from './devices/limits.ts';
import { OnDelete } from './devices/OnDelete.tsx';
import { interfaceActions } from './devices/row-actions.tsx';
import { SubnetName } from './devices/SubnetName.tsx';
import {
  associateElasticIp,
  attachNetworkInterface,
  disassociateElasticIp,
} from './network-actions.tsx';
import { resourceOf } from './resource.ts';

interface InterfacesProps {
  instance: Instance;
  region: string;
  /** With what there is room for where nothing else is shown. */
  full?: boolean;
}

/** The network interfaces of an instance and what becomes of each when it is deleted. */
export function InstanceInterfaces({ instance, region, full = false }: InterfacesProps) {
  const words = instanceWords.useWords();
  const { kit } = useWords();
  // Where the window is narrow these are left to the overview and to JSON.
  const wide = useRoomy() && full;
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
        { label: words.role, width: 80 },
        { label: 'ID', width: 126 },
        { label: words.privateIp, width: full ? 132 : 124 },
        { label: words.secondaryIps, width: full ? 104 : undefined },
        { label: words.publicIp, width: full ? 148 : 130 },
        ...(full
          ? [
              { label: words.subnet, width: 92 },
              { label: words.securityGroups, width: wide ? undefined : 110 },
            ]
          : []),
        ...(wide ? [{ label: words.sourceCheck, width: 96 }] : []),
        ...(wide || !full ? [{ label: words.mac, width: 148 }] : []),
        { label: words.onDelete, width: 96 },
        { label: kit.actions, width: 44, silent: true },
      ]}
    >
      {rows.map((row, place) => (
        <InterfaceRow
          key={row.attachment.networkInterface?.networkInterfaceId ?? place}
          {...row}
          {...{ instance, region, full, wide }}
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
  wide: boolean;
}

function InterfaceRow({ attachment, isPrimary, ...props }: InterfaceRowProps) {
  const { instance, region, full, wide } = props;
  const { kit } = useWords();
  const words = instanceWords.useWords();
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
        <CodeText text={kit.together(further)} />
      </td>
      <td>
        <span className={classes.address}>
          <CodeText text={kit.together(publicIps)} />
          {full && publicIp && others.length === 0 && (
            <CopyButton text={publicIp} what={publicIp} />
          )}
        </span>
      </td>
      {full && (
        <>
          <td>
            <SubnetName id={subnetId} region={region} short />
          </td>
          <td>
            <PlainText
              text={kit.together(
                securityGroups.map(({ groupName, groupId }) => groupName || groupId),
              )}
              title={securityGroups
                .map(({ groupName, groupId }) => [groupName, groupId].filter(Boolean).join(' '))
                .join('\n')}
            />
          </td>
        </>
      )}
      {wide && (
        <td>
          <PlainText text={sanityCheck === undefined ? undefined : checkWord(sanityCheck)} />
        </td>
      )}
      {(wide || !full) && (
        <td>
          <CodeText text={macAddress} />
        </td>
      )}
      <td>
        <OnDelete
          name={networkInterfaceId ?? ''}
          autoDelete={attachment.autoDelete ?? false}
          fate={interfaceSurvives(attachment, isPrimary) ? words.kept : words.deleted}
          whyNot={
            whyNot('modifyInstanceNetworkAttribute', instance) ??
            whyNotAutoDeleteInterface(instance, networkInterfaceId ?? '')?.why
          }
          requestFor={(autoDelete) => ({
            operation: modifyInstanceNetworkAttribute,
            input: {
              regionId: region,
              instanceId: instance.instanceId,
              networks: [{ networkInterfaceId, autoDelete }],
            },
            resource: resourceOf(instance),
          })}
        />
      </td>
      <td className={classes.actions}>
        {networkInterfaceId && (
          <RowMenu
            item={{
              instance,
              id: networkInterfaceId,
              address: address ?? '',
            }}
            name={networkInterfaceId}
            actions={interfaceActions}
          />
        )}
      </td>
    </tr>
  );
}
