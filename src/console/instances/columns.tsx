import type { Instance } from '../../contract/instances.ts';
import { instanceStatuses } from '../../contract/statuses.ts';
import type { Column } from '../kit/list/definition.ts';
import { textColumn } from '../kit/list/text-column.tsx';
import { CodeText, PlainText } from '../kit/text.tsx';
import type { Words } from '../words/en-US/index.ts';
import { zoneLetter } from '../region.ts';
import { daysLeft } from './billing.ts';
import { BillingCell, IdCell, NameCell, TagsCell, TypeCell, ZoneCell } from './cells.tsx';
import { InstanceStatus } from './InstanceStatus.tsx';
import { owes, statusSentence } from './look.ts';
import { nameOf } from './resource.ts';

/** The operating system for people; the image's id where the cloud does not tell. */
export function imageOf({ platform, osVersion, imageId = '' }: Instance): string {
  return [platform, osVersion].filter(Boolean).join(' ') || imageId;
}

/** The same where there is little room. */
export function ImageText({ instance }: { instance: Instance }) {
  const image = imageOf(instance);
  // Everybody knows what Windows 2012 R2 is, and it fits.
  return <PlainText text={image.replace(/^Windows Server /, 'Windows ')} title={image} />;
}

export function tagsOf({ tags = [] }: Instance): string[] {
  return tags.map(({ key = '', value = '' }) => `${key}=${value}`);
}

/** A column of one plain field. */
const plain = (
  id: 'vpc' | 'subnet' | 'keyPair' | 'created' | 'description' | 'hostname' | 'expires',
  width: number,
  text: (instance: Instance, words: Words) => string | undefined,
  Text = PlainText,
) => textColumn(id, ({ instances }) => instances.columns[id], width, text, 'asked', Text);

/** The columns of the instance list, in order. Widths hold what is usual; only the name may be cut. */
export const columns: readonly Column<Instance>[] = [
  {
    id: 'name',
    label: ({ instances }) => instances.columns.name,
    width: 136,
    shown: 'fixed',
    grows: true,
    Cell: NameCell,
    text: nameOf,
  },
  {
    id: 'id',
    label: ({ instances }) => instances.columns.id,
    width: 101,
    shown: 'wide',
    Cell: IdCell,
    text: ({ instanceId }) => instanceId,
  },
  {
    id: 'status',
    label: ({ instances }) => instances.columns.status,
    width: { 'en-US': 132, 'zh-CN': 116 },
    shown: 'always',
    Cell: ({ item }) => <InstanceStatus instance={item} />,
    text: ({ status }, { language }) => statusSentence(status)[language],
    // In the order of a life, with those that payment has stopped at the end.
    order: (item) =>
      owes(item)
        ? instanceStatuses.length
        : instanceStatuses.findIndex((one) => one === item.status),
  },
  {
    id: 'type',
    label: ({ instances }) => instances.columns.type,
    width: 185,
    shown: 'always',
    Cell: TypeCell,
    text: ({ instanceType = '' }) => instanceType,
  },
  {
    id: 'zone',
    label: ({ instances }) => instances.columns.zone,
    width: { 'en-US': 46, 'zh-CN': 54 },
    shown: 'always',
    Cell: ZoneCell,
    text: ({ az = '' }, { region }) => zoneLetter(az, region),
  },
  {
    id: 'privateIp',
    label: ({ instances }) => instances.columns.privateIp,
    width: 97,
    shown: 'always',
    Cell: ({ item }) => <CodeText text={item.privateIpAddress} />,
    text: ({ privateIpAddress = '' }) => privateIpAddress,
  },
  {
    id: 'publicIp',
    label: ({ instances }) => instances.columns.publicIp,
    width: 121,
    shown: 'always',
    Cell: ({ item }) => <CodeText text={item.elasticIpAddress} />,
    text: ({ elasticIpAddress = '' }) => elasticIpAddress,
  },
  {
    id: 'image',
    label: ({ instances }) => instances.columns.image,
    width: 123,
    shown: 'wide',
    Cell: ({ item }) => <ImageText instance={item} />,
    text: imageOf,
  },
  {
    id: 'billing',
    label: ({ instances }) => instances.columns.billing,
    width: 82,
    shown: 'always',
    Cell: BillingCell,
    text: ({ charge }, { words }) => {
      const mode = charge?.chargeMode ?? '';
      return Object.entries(words.instances.billing).find(([name]) => name === mode)?.[1] ?? mode;
    },
    order: (item) => daysLeft(item, 0),
  },
  {
    id: 'tags',
    label: ({ instances }) => instances.columns.tags,
    width: 119,
    shown: 'wide',
    Cell: TagsCell,
    text: (item) => tagsOf(item).join(' '),
  },
  plain('vpc', 120, ({ vpcId }) => vpcId, CodeText),
  plain('subnet', 132, ({ subnetId }) => subnetId, CodeText),
  plain('keyPair', 110, ({ keyNames = [] }, words) => words.kit.together(keyNames)),
  plain('created', 150, ({ launchTime }) => launchTime),
  plain('expires', 160, ({ charge }) => charge?.chargeExpiredTime),
  plain('hostname', 140, ({ hostname }) => hostname, CodeText),
  plain('description', 220, ({ description }) => description),
];
