import type { Instance } from '../../contract/instances.ts';
import { isTransitional } from '../../contract/statuses.ts';
import type { ListDefinition } from '../kit/list/definition.ts';
import { zoneLetter } from '../region.ts';
import { columns, tagsOf } from './columns.tsx';
import { addressesOf, fields } from './fields.ts';
import { owes, stateWord } from './look.ts';
import { nameOf } from './resource.ts';

/** The list of instances: what it shows, finds and sorts by. */
export const instanceList: ListDefinition<Instance> = {
  name: 'instances',
  unit: ({ instances }) => instances.unit,
  idOf: ({ instanceId }) => instanceId,
  nameOf,
  stateOf: stateWord,
  changing: ({ status }) => isTransitional(status),
  columns,
  fields,
  tabs: [
    {
      id: 'running',
      label: ({ instances }) => instances.tabs.running,
      look: 'ok',
      test: ({ status }) => status === 'running',
    },
    {
      id: 'stopped',
      label: ({ instances }) => instances.tabs.stopped,
      look: 'off',
      test: (instance) => instance.status === 'stopped' && !owes(instance),
    },
    {
      id: 'changing',
      label: ({ instances }) => instances.tabs.changing,
      look: 'changing',
      test: ({ status }) => isTransitional(status),
    },
    {
      id: 'error',
      label: ({ instances }) => instances.tabs.error,
      look: 'bad',
      test: ({ status }) => status === 'error',
    },
    { id: 'overdue', label: ({ instances }) => instances.tabs.overdue, look: 'warn', test: owes },
  ],
  groupings: [
    {
      id: 'zone',
      label: ({ instances }) => instances.columns.zone,
      read: ({ az }) => az,
      word: (value, { region }) => zoneLetter(value, region),
    },
    {
      id: 'vpc',
      label: ({ instances }) => instances.columns.vpc,
      read: ({ vpcId }) => vpcId,
    },
    {
      id: 'type',
      label: ({ instances }) => instances.columns.type,
      read: ({ instanceType }) => instanceType,
    },
    {
      id: 'tag',
      label: ({ instances }) => instances.columns.tag,
      keys: ({ tags }) => tags?.flatMap(({ key }) => key ?? []) ?? [],
      read: ({ tags }, key) => tags?.find((tag) => tag.key === key)?.value,
    },
  ],
  searched: (instance) => [
    instance.instanceName,
    instance.instanceId,
    ...addressesOf(instance),
    instance.description,
    instance.hostname,
    ...tagsOf(instance),
  ],
  sortedBy: 'name',
};
