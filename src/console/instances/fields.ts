import type { Instance } from '../../contract/instances.ts';
import type { Field } from '../kit/list/definition.ts';
import { zoneLetter } from '../region.ts';
import { daysLeft } from './billing.ts';
import { imageOf, tagsOf } from './columns.tsx';
import { statusSentence } from './look.ts';

/** Every address an instance has, on any of its interfaces. */
export function addressesOf(instance: Instance): string[] {
  const attachments = [
    instance.primaryNetworkInterface,
    ...(instance.secondaryNetworkInterfaces ?? []),
  ];
  const found = [instance.privateIpAddress, instance.elasticIpAddress];
  for (const attachment of attachments) {
    const { primaryIp, secondaryIps = [], ipv6Addresses = [] } = attachment?.networkInterface ?? {};
    for (const ip of [primaryIp, ...secondaryIps])
      found.push(ip?.privateIpAddress, ip?.elasticIpAddress);
    for (const { ipv6Address } of ipv6Addresses) found.push(ipv6Address);
  }
  return [...new Set(found.flatMap((address) => address || []))];
}

const isOrNot = ['is', 'not'] as const;

/** What the instance list can be filtered by. */
export const fields: readonly Field<Instance>[] = [
  {
    id: 'status',
    label: ({ instances }) => instances.columns.status,
    operators: isOrNot,
    read: ({ status }) => [status],
    word: (value, { language }) => statusSentence(value)[language],
  },
  {
    id: 'zone',
    label: ({ instances }) => instances.columns.zone,
    operators: isOrNot,
    read: ({ az }) => [az],
    word: (value, { region }) => zoneLetter(value, region),
  },
  {
    id: 'type',
    label: ({ instances }) => instances.columns.type,
    operators: ['is', 'not', 'has'],
    read: ({ instanceType }) => [instanceType],
  },
  {
    id: 'image',
    label: ({ instances }) => instances.columns.image,
    operators: ['is', 'not', 'has'],
    read: (item) => [imageOf(item)],
  },
  {
    id: 'imageId',
    label: ({ instances }) => instances.columns.imageId,
    operators: isOrNot,
    read: ({ imageId }) => [imageId],
  },
  {
    id: 'tag',
    label: ({ instances }) => instances.columns.tag,
    operators: ['key', 'noKey', 'is', 'not'],
    read: (item, operator) =>
      operator === 'is' || operator === 'not'
        ? tagsOf(item)
        : (item.tags?.map(({ key }) => key) ?? []),
  },
  {
    id: 'billing',
    label: ({ instances }) => instances.columns.billing,
    operators: isOrNot,
    read: ({ charge }) => [charge?.chargeMode],
    word: (value, { words }) =>
      Object.entries(words.instances.billing).find(([mode]) => mode === value)?.[1] ?? value,
  },
  {
    id: 'expires',
    label: ({ instances }) => instances.columns.expires,
    operators: ['within'],
    read: () => [],
    offers: ['3', '7', '14', '30', '90'],
    word: (value, { words }) => words.kit.list.days(Number(value)),
    test: (item, values) => {
      const left = daysLeft(item, Date.now());
      return left !== undefined && left >= 0 && values.some((days) => left < Number(days));
    },
  },
  {
    id: 'vpc',
    label: ({ instances }) => instances.columns.vpc,
    operators: isOrNot,
    read: ({ vpcId }) => [vpcId],
  },
  {
    id: 'subnet',
    label: ({ instances }) => instances.columns.subnet,
    operators: isOrNot,
    read: ({ subnetId }) => [subnetId],
  },
  {
    id: 'keyPair',
    label: ({ instances }) => instances.columns.keyPair,
    operators: isOrNot,
    read: ({ keyNames = [] }) => keyNames,
  },
  {
    id: 'ip',
    label: ({ instances }) => instances.columns.ip,
    operators: ['has', 'is', 'not'],
    read: addressesOf,
  },
  {
    id: 'id',
    label: ({ instances }) => instances.columns.id,
    operators: ['is', 'has', 'not'],
    read: ({ instanceId }) => [instanceId],
  },
];
