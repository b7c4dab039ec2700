import * as z from 'zod/mini';
import type { ChargeSpec } from '../../../contract/common.ts';
import { whyNotStopCharging } from '../../../contract/charge-on-stop.ts';
import type { createInstances, InstanceSpec } from '../../../contract/instance-create.ts';
import type { InputOf } from '../../../contract/operation.ts';
import {
  batchHostname,
  batchInstanceName,
  description,
  instanceName,
  isHostname,
  namesOf,
} from '../../../contract/rules.ts';
import type { Fault } from '../../kit/form/faults.tsx';
import { numberOf } from '../../kit/form/TextField.tsx';
import { isLocal } from '../../launch/disks.ts';
import type { LaunchFacts } from '../../launch/facts.ts';
import {
  addressFault,
  collect,
  dataFaults,
  launchFaults,
  type Saying,
} from '../../launch/faults.ts';
import {
  addressOf,
  dataDisksOf,
  loginOf,
  metadataOf,
  networkOf,
  systemDiskOf,
  tagsOf,
  userdataOf,
} from '../../launch/spec.ts';
import { emptyLaunch, LaunchValues } from '../../launch/values.ts';
import { isShort, type Room } from '../../quotas/queries.ts';
import type { CreateWords } from './words.ts';

/** How long an instance can be bought for; the API takes months up to nine and years up to three. */
export const periods = [
  ...[1, 2, 3, 4, 5, 6, 7, 8, 9].map((n) => ({ id: `month-${n}`, unit: 'month' as const, n })),
  ...[1, 2, 3].map((n) => ({ id: `year-${n}`, unit: 'year' as const, n })),
];

/** Pairs of metadata that an instance takes. */
const mostMetadata = 40;
/** Instances that one call makes at most. */
export const mostInstances = 100;

/** The form as it is on screen. */
export const CreateValues = z.extend(LaunchValues, {
  zone: z.string(),
  prepaid: z.boolean(),
  period: z.string(),
  autoRenew: z.boolean(),
  name: z.string(),
  count: z.string(),
  hostname: z.string(),
  description: z.string(),
  /** Of the primary interface; empty: the subnet gives one. */
  address: z.string(),
  /** One per request, so that a lost answer never makes twins. */
  token: z.string(),
});
export type CreateValues = z.infer<typeof CreateValues>;
/** As a draft is kept: without what is secret. */
export const CreateDraft = z.partial(CreateValues);

export function emptyCreate(zone: string, token: string): CreateValues {
  return {
    ...emptyLaunch,
    zone,
    prepaid: false,
    period: 'month-1',
    autoRenew: false,
    name: '',
    count: '1',
    hostname: '',
    description: '',
    address: '',
    token,
  };
}

/** The template a form began with, as it is. */
export interface Base {
  templateId: string;
  name: string;
  holdsPassword: boolean;
  values: LaunchValues;
}

/** How many are asked for; nothing while that is no number. */
export function countOf({ count }: Pick<CreateValues, 'count'>): number | undefined {
  const typed = numberOf(count);
  return typed !== undefined && typed >= 1 && typed <= mostInstances ? typed : undefined;
}

/** What every instance will be called, the first to the last. */
export function plannedNames(values: Pick<CreateValues, 'name' | 'count'>): string[] {
  return values.name === '' ? [] : namesOf(values.name, countOf(values) ?? 1);
}

/** Why the instances cannot stop being charged for when they are stopped; nothing when they can. */
export function whyAlwaysCharged({ prepaid }: Pick<CreateValues, 'prepaid'>, facts: LaunchFacts) {
  return whyNotStopCharging({
    charge: { chargeMode: prepaid ? 'prepaid_by_duration' : 'postpaid_by_duration' },
    systemDisk: { diskCategory: isLocal(facts) ? 'local' : 'cloud' },
  });
}

/** Everything that stands in the way, in the order of the form. */
export function createFaults(
  values: CreateValues,
  facts: LaunchFacts,
  room: Room | undefined,
  { words, ...saying }: Saying & { words: CreateWords },
): Fault[] {
  const { faults, add } = collect();
  const { say } = saying;
  const count = countOf(values);
  const wrong = addressFault(values.address, facts.subnet, say);
  const fixed = values.address !== '' && (count ?? 1) > 1 && words.addressForOne;
  add('address', say.address, wrong ?? fixed);
  add('name', words.name, nameFault(values, words));
  add(
    'count',
    words.count,
    count === undefined
      ? words.countRule(mostInstances)
      : isShort(room) && words.noRoom(room.limit),
  );
  add('hostname', words.hostname, hostnameFault(values, facts, words));
  add(
    'description',
    say.description,
    !description.safeParse(values.description).success && say.descriptionRule,
  );
  return [
    ...launchFaults(values, facts, saying),
    ...faults,
    ...dataFaults(values, facts, say, mostMetadata),
  ];
}

function nameFault(values: CreateValues, words: CreateWords): string | false {
  if (values.name === '') return words.needed;
  if (!batchInstanceName.safeParse(values.name).success) return words.nameRule;
  // The numbers make a name longer.
  return (
    !plannedNames(values).every((name) => instanceName.safeParse(name).success) && words.nameRule
  );
}

function hostnameFault(
  { hostname, ...values }: CreateValues,
  { image }: LaunchFacts,
  words: CreateWords,
): string | false {
  if (hostname === '') return false;
  const names = namesOf(hostname, countOf(values) ?? 1);
  const fits =
    batchHostname.safeParse(hostname).success &&
    names.every((name) => isHostname(name, image?.osType));
  return !fits && words.hostnameRule[image?.osType === 'windows' ? 'windows' : 'linux'];
}

function chargeOf({ prepaid, period, autoRenew }: CreateValues): ChargeSpec {
  const bought = periods.find(({ id }) => id === period);
  if (!prepaid || !bought) return { chargeMode: 'postpaid_by_duration' };
  return {
    chargeMode: 'prepaid_by_duration',
    chargeUnit: bought.unit,
    chargeDuration: bought.n,
    autoRenew,
  };
}

type Blocks = Pick<
  InstanceSpec,
  | 'instanceType'
  | 'imageId'
  | 'burstSpec'
  | 'systemDisk'
  | 'dataDisks'
  | 'primaryNetworkInterface'
  | 'elasticIp'
  | 'metadata'
  | 'userdata'
  | 'userTags'
  | 'chargeOnStopped'
>;

/** What a template may hold as well, but for the login. */
function blocksOf(values: LaunchValues & Partial<CreateValues>, facts: LaunchFacts): Blocks {
  const { prepaid = false, address = '' } = values;
  const elasticIp = addressOf(values);
  const dataDisks = dataDisksOf(values, facts);
  const stops = values.stopCharging && !whyAlwaysCharged({ prepaid }, facts);
  return {
    instanceType: values.instanceType,
    imageId: values.imageId,
    burstSpec: facts.type?.burstInfo && {
      burstMode: values.unlimited ? 'unlimited' : 'standard',
    },
    systemDisk: systemDiskOf(values, facts),
    // Bought for a period they are kept, whatever is asked for.
    dataDisks: prepaid
      ? dataDisks.map((disk) => (disk.noDevice ? disk : { ...disk, autoDelete: false }))
      : dataDisks,
    primaryNetworkInterface: {
      networkInterface: {
        ...networkOf(values, facts),
        ...(address !== '' && { primaryIpAddress: address }),
      },
    },
    elasticIp: elasticIp && { ...elasticIp, provider: 'bgp' },
    metadata: metadataOf(values),
    userdata: userdataOf(values),
    userTags: tagsOf(values),
    chargeOnStopped: stops ? 'stopCharging' : 'keepCharging',
  };
}

/** What is sent; the form has no faults. */
export function createInput(
  values: CreateValues,
  facts: LaunchFacts,
  regionId: string,
  base?: Base,
): InputOf<typeof createInstances> {
  const blocks = blocksOf(values, facts);
  return {
    regionId,
    maxCount: countOf(values) ?? 1,
    clientToken: values.token,
    instanceSpec: {
      az: values.zone,
      name: values.name,
      charge: chargeOf(values),
      ...(values.hostname !== '' && { hostname: values.hostname }),
      ...(values.description !== '' && { description: values.description }),
      ...(base
        ? { instanceTemplateId: base.templateId, ...differences(values, blocks, facts, base) }
        : { ...filled(blocks), ...loginOf(values) }),
    },
  };
}

/** Some of the blocks. */
function only(
  blocks: Blocks,
  wanted: (name: keyof Blocks, block: Blocks[keyof Blocks]) => boolean,
): Blocks {
  const names = Object.keys(blocks) as (keyof Blocks)[]; // it is made right above, with these keys alone
  return Object.fromEntries(
    names.flatMap((name) => (wanted(name, blocks[name]) ? [[name, blocks[name]]] : [])),
  );
}

/** Without what is empty: that is what the cloud does by itself. */
function filled(blocks: Blocks): Blocks {
  return only(
    blocks,
    (_, block) => block !== undefined && !(Array.isArray(block) && block.length === 0),
  );
}

/** What is to be otherwise than the template has it: what is given wins, and some of it must be called off by name. */
function differences(
  values: CreateValues,
  blocks: Blocks,
  facts: LaunchFacts,
  { values: had, holdsPassword }: Base,
): Partial<InstanceSpec> {
  const sameImage = values.imageId === had.imageId;
  const before = blocksOf(had, facts);
  const changed = only(blocks, (name, block) => {
    // With another image the cloud forgets the template's disks.
    if (!sameImage && (name === 'systemDisk' || name === 'dataDisks')) return true;
    return JSON.stringify(block) !== JSON.stringify(before[name]);
  });
  const { elasticIp, userTags, dataDisks, ...rest } = changed;
  const gone = had.disks.filter(
    ({ device }) => device !== '' && !values.disks.some((disk) => disk.device === device),
  );
  const called = sameImage
    ? gone.map(({ device }) => ({ deviceName: device, noDevice: true }))
    : [];
  return {
    ...rest,
    ...(dataDisks && { dataDisks: [...dataDisks, ...called] }),
    ...(elasticIp && { elasticIp }),
    ...('elasticIp' in changed && !elasticIp && { noElasticIp: true }),
    ...(userTags && (userTags.length > 0 ? { userTags } : { noInstanceTags: true })),
    ...loginDifferences(values, had, holdsPassword),
  };
}

function loginDifferences(
  values: CreateValues,
  had: LaunchValues,
  holdsPassword: boolean,
): Partial<InstanceSpec> {
  const { login, keyName, passwordToo } = values;
  const sameKey = login === 'key' && keyName === had.keyName && passwordToo === had.passwordToo;
  const same = login === had.login && (login === 'key' ? sameKey : login !== 'password');
  if (same) return {};
  return {
    ...(had.login === 'image' && { imageInherit: 'no' }),
    ...loginOf(values),
    ...(had.login === 'key' && login !== 'key' && { noKeyNames: true }),
    // With a key it may open the door as well; a password of one's own takes its place.
    ...(holdsPassword && (login === 'later' || login === 'image') && { noPassword: true }),
  };
}
