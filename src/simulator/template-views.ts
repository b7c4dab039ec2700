import type {
  InstanceTemplate,
  InstanceTemplateData,
  InstanceTemplateDiskAttachment,
  InstanceTemplateDiskAttachmentSpec,
} from '../contract/templates.ts';
import { localTime } from '../contract/times.ts';
import type { RegionWorld, TemplateFacts, TemplateRecord } from './world.ts';

/**
 * A template as it is read: other names than it was written with, `includePassword` in place of the password, and
 * neither metadata nor userdata, which have an operation of their own.
 */
export function templateView(region: RegionWorld, template: TemplateRecord): InstanceTemplate {
  return {
    id: template.id,
    name: template.name,
    description: template.description,
    instanceTemplateData: dataView(region, template.data, template.includePassword),
    ags: template.ags,
    createdTime: localTime(template.created),
  };
}

function dataView(
  region: RegionWorld,
  data: TemplateFacts,
  includePassword: boolean,
): InstanceTemplateData {
  const { primaryNetworkInterface, systemDisk, elasticIp } = data;
  const { networkInterface } = primaryNetworkInterface;
  return {
    instanceType: data.instanceType,
    vpcId: region.subnets.get(networkInterface.subnetId)?.vpcId,
    imageId: data.imageId,
    includePassword,
    ...(systemDisk && { systemDisk: diskView({ ...systemDisk, deviceName: 'vda' }) }),
    dataDisks: (data.dataDisks ?? []).map(diskView),
    primaryNetworkInterface: {
      deviceIndex: 1,
      autoDelete: primaryNetworkInterface.autoDelete ?? true,
      networkInterface: {
        subnetId: networkInterface.subnetId,
        securityGroups: networkInterface.securityGroups ?? [],
        // The parameter is ignored: a primary interface always checks.
        sanityCheck: 1,
        ipv6AddressCount: networkInterface.ipv6AddressCount ?? 0,
      },
    },
    ...(elasticIp && { elasticIp: { provider: 'BGP', ...elasticIp } }),
    keyNames: data.keyNames ?? [],
    chargeOnStopped: data.chargeOnStopped ?? 'keepCharging',
    autoImagePolicyId: data.autoImagePolicyId,
    // Written with a capital W, read without.
    passwordAuth: data.passWordAuth,
    imageInherit: data.imageInherit ?? 'no',
    ...(data.burstSpec && { burstInfo: { burstMode: data.burstSpec.burstMode ?? 'standard' } }),
    instanceTags: data.instanceTags ?? [],
  };
}

function diskView(spec: InstanceTemplateDiskAttachmentSpec): InstanceTemplateDiskAttachment {
  return {
    diskCategory: spec.diskCategory ?? 'cloud',
    autoDelete: spec.autoDelete ?? false,
    instanceTemplateDisk: spec.cloudDiskSpec,
    deviceName: spec.deviceName,
    noDevice: spec.noDevice,
  };
}
