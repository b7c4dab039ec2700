import { isIn, toNumber } from '../../contract/addresses.ts';
import { TagInput } from '../../contract/common.ts';
import { tooManyDisks } from '../../contract/disk-rules.ts';
import { mostMbps } from '../../contract/elastic-ips.ts';
import { whyImageUnfit } from '../../contract/image-fit.ts';
import { whyNotImage } from '../../contract/image-rules.ts';
import type { InstanceType } from '../../contract/instance-types.ts';
import { loginUser, whyNoKey, whyNotInherit } from '../../contract/logins.ts';
import { passwordProblems } from '../../contract/rules.ts';
import { isSoldOut } from '../../contract/stock.ts';
import { hasIpv6, type Subnet } from '../../contract/subnets.ts';
import { metadataProblems, userdataProblem } from '../../contract/userdata.ts';
import type { Sentence } from '../../contract/words.ts';
import type { Fault } from '../kit/form/faults.tsx';
import { numberOf } from '../kit/form/TextField.tsx';
import {
  cloudDisks,
  dataRange,
  diskTypesFor,
  fits,
  iopsOf,
  isLocal,
  mayEncrypt,
  systemRange,
  systemSize,
} from './disks.ts';
import type { LaunchFacts } from './facts.ts';
import { type LaunchValues, unchosen } from './values.ts';
import type { LaunchWords } from './words.ts';

/** What faults are said with. */
export interface Saying {
  say: LaunchWords;
  /** A sentence of the contract in the language on screen. */
  speak: (sentence: Sentence) => string;
}

type Add = (field: string, label: string, message: string | undefined | false) => void;
type Look = (values: LaunchValues, facts: LaunchFacts, saying: Saying, add: Add) => void;

/** How many tags an instance takes. */
const mostTags = 10;

/** What stands in the way in the sections from image to login, in their order. */
export function launchFaults(values: LaunchValues, facts: LaunchFacts, saying: Saying): Fault[] {
  const { faults, add } = collect();
  for (const look of [ofImage, ofType, ofDisks, ofNetwork, ofLogin])
    look(values, facts, saying, add);
  return faults;
}

/** Collects what is wrong: a message that is none is no fault. */
export function collect(): { faults: Fault[]; add: Add } {
  const faults: Fault[] = [];
  return {
    faults,
    add: (field, label, message) => {
      if (message) faults.push({ field, label, message });
    },
  };
}

const ofImage: Look = ({ imageId }, { image }, { say, speak }, add) => {
  const why = image && whyNotImage('createInstances', image);
  add('imageId', say.image, imageId === '' ? say.needed : why && speak(why));
};

/** Why an instance of this type cannot be made as things stand. */
export function whyNotType(
  type: InstanceType,
  { image, excluded, zone }: Pick<LaunchFacts, 'image' | 'excluded' | 'zone'>,
  { say, speak }: Saying,
): string | undefined {
  const unfit = image && whyImageUnfit(image, type, excluded);
  if (unfit) return speak(unfit);
  // Without a zone it is sold out where no zone has any.
  const zones = zone === undefined ? (type.state ?? []).map(({ az }) => az) : [zone];
  return zones.length > 0 && zones.every((az) => isSoldOut(type, az))
    ? say.soldOut(zone)
    : undefined;
}

const ofType: Look = ({ instanceType }, facts, saying, add) => {
  const { say } = saying;
  const { type, types } = facts;
  const why = type ? whyNotType(type, facts, saying) : types && say.typeGone;
  add('instanceType', say.type, instanceType === '' ? say.needed : why);
};

const ofDisks: Look = (values, facts, { say, speak }, add) => {
  const types = diskTypesFor(facts);
  const encrypts = mayEncrypt(facts);
  const look = (
    id: string,
    label: string,
    disk: { type: string; sizeGB: number | undefined; iops: string; encrypt: boolean },
    range: ReturnType<typeof systemRange>,
  ) => {
    add(`${id}-type`, label, !types.includes(disk.type) && say.diskTypeUnfit(disk.type));
    const sizeFits = fits(disk.sizeGB, range);
    add(`${id}-size`, say.sizeOf(label), !sizeFits && say.sizeRule(range));
    const iops = iopsOf(disk.type, sizeFits ? disk.sizeGB : undefined);
    if (iops && disk.iops !== '')
      add(`${id}-iops`, say.iopsOf(label), !fits(numberOf(disk.iops), iops) && say.sizeRule(iops));
    add(`${id}-encrypt`, label, disk.encrypt && !encrypts && say.noEncryption);
  };
  if (!isLocal(facts)) {
    const { systemType: type, systemIops: iops, systemEncrypt: encrypt } = values;
    const disk = { type, iops, encrypt, sizeGB: systemSize(values, facts) };
    look('vda', 'vda', disk, systemRange(type, facts));
  }
  for (const disk of values.disks) {
    add(`${disk.id}-snapshot`, say.snapshot, disk.snapshotId === unchosen && say.needed);
    look(disk.id, disk.device, { ...disk, sizeGB: numberOf(disk.sizeGB) }, dataRange(disk, facts));
  }
  const limit = facts.type?.cloudDiskCountLimit;
  if (limit !== undefined && cloudDisks(values, facts) > limit)
    add('disks', say.disks, speak(tooManyDisks(limit).why));
};

const ofNetwork: Look = (values, { subnet, subnets, zone }, { say }, add) => {
  const { subnetId, addressMode, ipv6 } = values;
  const why = subnet ? whyNotSubnet(subnet, zone, say) : subnets && say.subnetGone;
  add('subnetId', say.subnet, subnetId === '' ? say.needed : why);
  add('ipv6', say.ipv6, ipv6 && subnet !== undefined && !hasIpv6(subnet) && say.noIpv6);
  if (addressMode === 'none') return;
  const most = mostMbps[addressMode === 'traffic' ? 'postpaid_by_usage' : 'postpaid_by_duration'];
  const range = { least: 1, most, step: 1 };
  add('mbps', say.bandwidth, !fits(numberOf(values.mbps), range) && say.mbpsRule(most));
};

/** Why no instance of a zone can be put into a subnet. */
export function whyNotSubnet(
  { availableIpCount, az }: Subnet,
  zone: string | undefined,
  say: LaunchWords,
): string | undefined {
  if (az && zone !== undefined && az !== zone) return say.subnetElsewhere(az);
  return availableIpCount === 0 ? say.noneFree : undefined;
}

/** What is wrong with a private address that somebody wants of a subnet; nothing when it is empty. */
export function addressFault(
  address: string,
  subnet: Pick<Subnet, 'addressPrefix'> | undefined,
  say: Pick<LaunchWords, 'addressWrong' | 'addressOutside'>,
): string | undefined {
  if (address === '') return undefined;
  if (toNumber(address) === undefined) return say.addressWrong;
  const { addressPrefix } = subnet ?? {};
  if (!addressPrefix) return undefined;
  return isIn(addressPrefix, address) ? undefined : say.addressOutside(addressPrefix);
}

const ofLogin: Look = (values, { image, keypairs }, { say, speak }, add) => {
  const { login, keyName, password } = values;
  if (login === 'key') {
    const why = whyNoKey(image);
    const isGone = keypairs?.every((one) => one.keyName !== keyName);
    add(
      'keyName',
      say.keyPair,
      why ? speak(why) : keyName === '' ? say.needed : isGone && say.keyGone,
    );
  }
  if (login === 'password') {
    const broken = passwordProblems(password, loginUser(image?.osType)).length > 0;
    add('password', say.password, password === '' ? say.needed : broken && say.passwordWrong);
  }
  const why = login === 'image' ? whyNotInherit(image) : undefined;
  add('login', say.login, why && speak(why));
};

/**
 * What stands in the way among tags, script and metadata.
 * @param mostMetadata how many pairs are taken: instances and templates differ.
 */
export function dataFaults(
  values: LaunchValues,
  { image }: Pick<LaunchFacts, 'image'>,
  say: LaunchWords,
  mostMetadata: number,
): Fault[] {
  const { faults, add } = collect();
  const { userdata, metadata, tags } = values;
  const known = new Set<string>();
  for (const { id, key, value } of tags) {
    const parsed = TagInput.safeParse({ key, value });
    const [issue] = parsed.error?.issues ?? [];
    add(
      `${id}-key`,
      say.tags,
      issue?.path[0] === 'key' ? say.tagKeyRule : known.has(key) && say.tagTwice,
    );
    add(`${id}-value`, say.tags, issue?.path[0] === 'value' && say.tagValueRule);
    known.add(key);
  }
  add('tags', say.tags, tags.length > mostTags && say.tooMany(mostTags));
  const problem = userdata === '' ? undefined : userdataProblem(userdata, image?.osType);
  const system = image?.osType === 'windows' ? 'windows' : 'linux';
  add(
    'userdata',
    say.script,
    problem === 'begin' ? say.scriptBegin[system] : problem && say.scriptLong,
  );
  const keys = metadata.map(({ key }) => key);
  for (const [at, pair] of metadata.entries()) {
    const { key, value } = metadataProblems(pair, keys.slice(0, at));
    add(`${pair.id}-key`, say.metadata, key && say[key]);
    add(`${pair.id}-value`, say.metadata, value && say[value]);
  }
  add('metadata', say.metadata, metadata.length > mostMetadata && say.tooMany(mostMetadata));
  return faults;
}
