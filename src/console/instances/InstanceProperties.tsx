import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { describeImage } from '../../contract/images.ts';
import type { Instance } from '../../contract/instances.ts';
import { describeSubnets } from '../../contract/subnets.ts';
import { describeVpcs } from '../../contract/vpcs.ts';
import { useCall } from '../api/context.tsx';
import { readOptions } from '../api/reads.ts';
import { Groups } from '../kit/detail/DetailPage.tsx';
import { Property, PropertyList } from '../kit/PropertyList.tsx';
import { paths } from '../paths.ts';
import { useWords } from '../words/language.tsx';
import cells from './cells.module.css';
import { CodeText } from '../kit/text.tsx';
import { formatMoment } from '../kit/when.ts';
import { useStatusWord } from './InstanceStatus.tsx';
import { instanceWords } from './words.ts';
import classes from './InstanceProperties.module.css';

interface PropertiesProps {
  instance: Instance;
  region: string;
}

/** Every field of an instance that a reader may ask for; what few instances have shows only where there is one. */
export function InstanceProperties({ instance, region }: PropertiesProps) {
  return (
    <Groups>
      <Configuration instance={instance} region={region} />
      <NetworkAndBilling instance={instance} region={region} />
    </Groups>
  );
}

function Configuration({ instance, region }: PropertiesProps) {
  const words = instanceWords.useWords();
  const { kit } = useWords();
  const { imageId, ag, hostGroup, burstInfo, policies } = instance;
  const image = useQuery({
    ...readOptions(useCall(), describeImage, { regionId: region, imageId: imageId ?? '' }),
    enabled: Boolean(imageId),
  });
  return (
    <PropertyList title={words.configuration}>
      <Property label={words.name}>{instance.instanceName}</Property>
      <Property label={words.description}>{instance.description}</Property>
      <Property label={words.hostname}>
        {instance.hostname && <CodeText text={instance.hostname} />}
      </Property>
      <Property label={words.status}>{useStatusWord()(instance)}</Property>
      <Property label={words.image}>
        {imageId && <Named name={image.data?.image?.name} id={imageId} />}
      </Property>
      <Property label={words.system}>
        {[instance.platform, instance.osVersion].filter(Boolean).join(' ') || instance.osType}
      </Property>
      <Property label={words.cpuTopology} rare>
        {topologyOf(instance, words.topology)}
      </Property>
      <Property label={words.architecture}>{instance.architecture}</Property>
      <Property label={words.bootMode} rare>
        {instance.bootMode}
      </Property>
      <Property label={words.keyPair}>
        {instance.keyNames?.length
          ? instance.keyNames.map((name) => (
              <Link key={name} className={classes.link} to={paths.keypair(region, name)}>
                {name}
              </Link>
            ))
          : undefined}
      </Property>
      <Property label={words.created}>{instance.launchTime}</Property>
      <Property label={words.releasedBy} rare>
        {instance.autoReleaseTime}
      </Property>
      <Property label={words.group} rare>
        {ag && [ag.name, ag.id].filter(Boolean).join(' ')}
      </Property>
      <Property label={words.faultDomain} rare>
        {instance.faultDomain}
      </Property>
      <Property label={words.dedicatedHost} rare>
        {instance.dedicatedHostId}
      </Property>
      <Property label={words.dedicatedPool} rare>
        {instance.dedicatedPoolId}
      </Property>
      <Property label={words.hostGroup} rare>
        {hostGroup && [hostGroup.hostGroupName, hostGroup.hostGroupId].filter(Boolean).join(' ')}
      </Property>
      <Property label={words.burst} rare>
        {burstInfo && kit.together([burstInfo.burstMode, burstInfo.creditChargeStatus])}
      </Property>
      <Property label={words.policies} rare>
        {policies &&
          kit.together(
            policies.map(({ policyId = '', policyType = '' }) =>
              `${policyType} ${policyId}`.trim(),
            ),
          )}
      </Property>
      <Property label={words.resourceGroup} rare>
        {instance.resourceGroupId}
      </Property>
    </PropertyList>
  );
}

function NetworkAndBilling({ instance, region }: PropertiesProps) {
  const words = instanceWords.useWords();
  const { instances, kit } = useWords();
  const call = useCall();
  const { vpcId, subnetId, charge, chargeOnStopped, tags = [], spotStatus } = instance;
  const vpcs = useQuery({
    ...readOptions(call, describeVpcs, {
      regionId: region,
      filters: [{ name: 'vpcIds', values: [vpcId ?? ''] }],
    }),
    enabled: Boolean(vpcId),
  });
  const subnets = useQuery({
    ...readOptions(call, describeSubnets, {
      regionId: region,
      filters: [{ name: 'subnetIds', values: [subnetId ?? ''] }],
    }),
    enabled: Boolean(subnetId),
  });
  const vpc = vpcs.data?.vpcs?.find((one) => one.vpcId === vpcId);
  const subnet = subnets.data?.subnets?.find((one) => one.subnetId === subnetId);
  const groups = instance.primaryNetworkInterface?.networkInterface?.securityGroups ?? [];
  const modeWord = (mode: string | undefined) =>
    Object.entries(instances.billing).find(([name]) => name === mode)?.[1] ?? mode;
  const prepaid = charge?.chargeMode === 'prepaid_by_duration';
  const release = momentOf(charge?.chargeRetireTime);
  return (
    <PropertyList title={words.networkAndBilling}>
      <Property label={words.vpc}>
        {vpcId && <Named name={vpc?.vpcName} id={vpcId} extra={vpc?.addressPrefix} />}
      </Property>
      <Property label={words.subnet}>
        {subnetId && (
          <Named name={subnet?.subnetName} id={subnetId} extra={subnet?.addressPrefix} />
        )}
      </Property>
      <Property label={words.securityGroups}>
        {groups.length > 0 &&
          groups.map(({ groupId = '', groupName }) => (
            <Named key={groupId} name={groupName} id={groupId} />
          ))}
      </Property>
      <Property label={words.privateIp}>
        {instance.privateIpAddress && <CodeText text={instance.privateIpAddress} />}
      </Property>
      <Property label={words.publicIp}>
        {instance.elasticIpAddress && (
          <>
            <CodeText text={instance.elasticIpAddress} />
            <span className={`mono ${classes.quiet}`}>{instance.elasticIpId}</span>
          </>
        )}
      </Property>
      <Property label={words.billing}>{modeWord(charge?.chargeMode)}</Property>
      <Property label={words.billed}>{momentOf(charge?.chargeStartTime)}</Property>
      <Property label={words.expires} rare>
        {momentOf(charge?.chargeExpiredTime)}
      </Property>
      <Property label={words.released} rare>
        {release && (prepaid ? words.releasedIfNotPaid(release) : release)}
      </Property>
      <Property label={words.whenStopped} rare>
        {chargeOnStopped === 'stopCharging'
          ? words.stopCharging
          : chargeOnStopped && words.keepCharging}
      </Property>
      <Property label={words.imageBilling} rare>
        {modeWord(instance.imageCharge?.chargeConfig?.chargeMode)}
      </Property>
      <Property label={words.rdma} rare>
        {instance.rdmaNetworkInterfaces &&
          kit.together(
            instance.rdmaNetworkInterfaces.map(({ macAddress, ipAddress = [] }) =>
              [...ipAddress, macAddress].join(' '),
            ),
          )}
      </Property>
      <Property label={words.spot} rare>
        {spotStatus}
      </Property>
      <Property label={words.tags}>
        {tags.length > 0 &&
          tags.map(({ key = '', value = '' }) => (
            <span key={key} className={cells.tag}>
              <span className={cells.key}>{key}</span> {value}
            </span>
          ))}
      </Property>
    </PropertyList>
  );
}

/** Sockets, cores and threads of a machine that shows its processors; most do not. */
function topologyOf(
  { cpuTopology }: Instance,
  say: (sockets: number, cores: number, threads: number) => string,
): string | undefined {
  const { sockets = [] } = cpuTopology ?? {};
  if (sockets.length === 0) return undefined;
  const cores = sockets.flatMap((socket) => socket.cores ?? []);
  const threads = cores.flatMap((core) => core.threads ?? []);
  return say(sockets.length, cores.length, threads.length);
}

/** What something is called, with the id it is known by; the id alone until its name has come. */
function Named({
  name,
  id,
  extra,
}: {
  name?: string | undefined;
  id: string;
  extra?: string | undefined;
}) {
  return (
    <span className={classes.named} title={id}>
      {name ?? <CodeText text={id} />}
      {name && <span className={`mono ${classes.quiet}`}>{extra ?? id}</span>}
    </span>
  );
}

/** Billing times are UTC; the reader's own zone is what counts for a reader. */
function momentOf(time: string | undefined): string | undefined {
  const at = Date.parse(time ?? '');
  return Number.isNaN(at) ? time : formatMoment(at);
}
