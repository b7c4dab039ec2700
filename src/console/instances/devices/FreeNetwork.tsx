import { useQuery } from '@tanstack/react-query';
import type { Instance } from '../../../contract/instances.ts';
import { useCall } from '../../api/context.tsx';
import { DetailTable } from '../../kit/DetailTable.tsx';
import { RowMenu } from '../../kit/RowMenu.tsx';
import { CodeText, PlainText } from '../../kit/text.tsx';
import { freeElasticIpsOptions, secondaryInterfacesOptions } from '../../networks/queries.ts';
import { useWords } from '../../words/language.tsx';
import { instanceWords } from '../words.ts';
import classes from './devices.module.css';
import { freeElasticIpActions, freeInterfaceActions } from './row-actions.tsx';
import { SubnetName } from './SubnetName.tsx';
import { deviceWords } from './words.ts';

interface FreeProps {
  instance: Instance;
  region: string;
}

/** What the instance might be given, and what is billed all the same. */
export function FreeNetwork(props: FreeProps) {
  return (
    <>
      <FreeInterfaces {...props} />
      <FreeElasticIps {...props} />
    </>
  );
}

/** The interfaces of the instance's VPC that nothing uses. */
function FreeInterfaces({ instance, region }: FreeProps) {
  const words = instanceWords.useWords();
  const { kit } = useWords();
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
            <SubnetName id={nic.subnetId} region={region} />
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
function FreeElasticIps({ instance, region }: FreeProps) {
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
