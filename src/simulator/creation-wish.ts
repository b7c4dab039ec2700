import type { InstanceDiskAttachmentSpec, InstanceSpec } from '../contract/instance-create.ts';
import { refusals } from '../contract/errors.ts';
import { refuse } from './handlers.ts';
import { findTemplate } from './templates.ts';
import type { RegionWorld, TemplateFacts } from './world.ts';

/** A disk as a request or a template describes it; a template may leave its kind and size open. */
export type DiskAttachmentWish = Omit<InstanceDiskAttachmentSpec, 'cloudDiskSpec'> & {
  cloudDiskSpec?: Partial<NonNullable<InstanceDiskAttachmentSpec['cloudDiskSpec']>>;
};

/** What a creation asks for once its template has filled in what the request left open. */
export type CreationWish = Omit<InstanceSpec, 'systemDisk' | 'dataDisks'> & {
  systemDisk?: DiskAttachmentWish;
  dataDisks?: DiskAttachmentWish[];
};

/**
 * Joins a request with its template: what is given explicitly wins; another image than the template's drops the
 * template's disks. Of an availability group only its template is known here.
 * @throws Refused 404
 */
export function wishOf(region: RegionWorld, spec: InstanceSpec): CreationWish {
  if (spec.agId !== undefined) {
    const { agId } = spec;
    for (const template of region.templates.values()) {
      if (template.ags.some(({ id }) => id === agId))
        return joined({ ...ownOf(spec), az: spec.az ?? region.zones[0] }, template.data);
    }
    refuse(refusals.notFoundPlain('AvailabilityGroup', agId));
  }
  if (spec.instanceTemplateId === undefined) return spec;
  return joined(spec, findTemplate(region, spec.instanceTemplateId).data);
}

/** What may be said beside a group's template. */
function ownOf(spec: InstanceSpec): InstanceSpec {
  const { name, agId, az, description, userTags, noInstanceTags } = spec;
  return { name, agId, az, description, userTags, noInstanceTags };
}

function joined(spec: InstanceSpec, template: TemplateFacts): CreationWish {
  const sameImage = spec.imageId === undefined || spec.imageId === template.imageId;
  const { ipv6AddressCount, securityGroups, subnetId } =
    template.primaryNetworkInterface.networkInterface;
  return {
    ...spec,
    instanceType: spec.instanceType ?? template.instanceType,
    imageId: spec.imageId ?? template.imageId,
    systemDisk: spec.systemDisk ?? (sameImage ? template.systemDisk : undefined),
    dataDisks: spec.dataDisks ?? (sameImage ? template.dataDisks : undefined),
    primaryNetworkInterface: spec.primaryNetworkInterface ?? {
      autoDelete: template.primaryNetworkInterface.autoDelete,
      networkInterface: { subnetId, securityGroups, ipv6AddressCount },
    },
    keyNames: spec.keyNames ?? (spec.noKeyNames ? undefined : template.keyNames),
    elasticIp: spec.elasticIp ?? (spec.noElasticIp ? undefined : elasticIpOf(template)),
    userTags: spec.userTags ?? (spec.noInstanceTags ? undefined : template.instanceTags),
    metadata: spec.metadata ?? template.metadata,
    userdata: spec.userdata ?? template.userdata,
    chargeOnStopped: spec.chargeOnStopped ?? template.chargeOnStopped,
    passwordAuth: spec.passwordAuth ?? template.passWordAuth,
    imageInherit: spec.imageInherit ?? template.imageInherit,
    burstSpec: spec.burstSpec ?? template.burstSpec,
  };
}

/** Templates have words of their own for elastic IPs: `BGP`, and `bandwith` (sic) or `flow`. */
function elasticIpOf({ elasticIp }: TemplateFacts): InstanceSpec['elasticIp'] {
  if (!elasticIp) return undefined;
  const { bandwidthMbps, provider = 'BGP', chargeMode } = elasticIp;
  return {
    bandwidthMbps,
    provider: provider === 'nonBGP' ? 'no_bgp' : provider.toLowerCase(),
    ...(chargeMode === 'flow' && { chargeSpec: { chargeMode: 'postpaid_by_usage' } }),
  };
}
