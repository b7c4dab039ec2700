import type { Call } from '../../api/client.ts';
import type { Pair } from '../../kit/form/PairsField.tsx';
import type { modifyInstanceAttribute } from '../../../contract/instance-actions.ts';
import { describeInstancesCustomData } from '../../../contract/instance-status.ts';
import type { InputOf } from '../../../contract/operation.ts';
import {
  decodeUserdata,
  encodeUserdata,
  type MetadataProblems,
  metadataProblems,
  userdataKey,
  userdataProblem,
} from '../../../contract/userdata.ts';
import { isHostname } from '../../../contract/rules.ts';

/** What is set on an instance, or is to be. */
export interface Details {
  hostname: string;
  pairs: readonly Pair[];
  script: string;
}

type Input = InputOf<typeof modifyInstanceAttribute>;

/** The most pairs an instance takes; a fresh row counts once it has a key. */
export const mostPairs = 40;

/**
 * Metadata and launch script, which no other reply tells. They carry credentials around, so they go into the form and
 * nowhere else: not into the cache.
 */
export async function readCustomData(
  call: Call,
  regionId: string,
  instanceId: string,
  signal: AbortSignal,
): Promise<Omit<Details, 'hostname'>> {
  const filters = [{ name: 'instanceId' as const, values: [instanceId] }];
  const { result } = await call(describeInstancesCustomData, { regionId, filters }, { signal });
  const { metadata = [], userdata = [] } = result.customData?.[0] ?? {};
  const script = userdata.find(({ key }) => key === userdataKey)?.value ?? '';
  return {
    pairs: metadata.map(({ key = '', value = '' }, at) => ({ id: String(at), key, value })),
    script: decodeUserdata(script) ?? '',
  };
}

/** What is wrong with a pair; nothing with one that says nothing yet. */
export function pairProblems(pair: Pair, pairs: readonly Pair[]): MetadataProblems {
  if (pair.key === '' && pair.value === '') return {};
  const keys = pairs.map(({ key }) => key);
  return metadataProblems(pair, keys.slice(0, pairs.indexOf(pair)));
}

/** What is wrong with the script; nothing while it is as it was. */
export function scriptProblem(now: Details, before: Details, osType: string | undefined) {
  return now.script === before.script ? undefined : userdataProblem(now.script, osType);
}

export function isHostnameWrong(now: Details, before: Details, osType: string | undefined) {
  return now.hostname !== before.hostname && !isHostname(now.hostname, osType);
}

const filled = (pairs: readonly Pair[]) => pairs.filter(({ key }) => key !== '');

/** The keys that were there and are there no more. */
export function removedKeys(now: Details, before: Details): string[] {
  const kept = new Set(filled(now.pairs).map(({ key }) => key.toLowerCase()));
  return before.pairs.map(({ key }) => key).filter((key) => !kept.has(key.toLowerCase()));
}

/**
 * What has to be sent; nothing when nothing has changed. Whether pairs that are not sent stay is not documented, so all
 * of them are; one that goes is sent with a hyphen at its end, which is how updates delete.
 */
export function changesOf(
  now: Details,
  before: Details,
): Pick<Input, 'hostname' | 'metadata' | 'userdata'> {
  const pairs = filled(now.pairs).map(({ key, value }) => ({ key, value }));
  const gone = removedKeys(now, before).map((key) => ({ key: `${key}-`, value: '' }));
  const same =
    gone.length === 0 &&
    pairs.every(({ key, value }) =>
      before.pairs.some((old) => old.key === key && old.value === value),
    );
  return {
    ...(now.hostname !== before.hostname && { hostname: now.hostname }),
    ...(!same && { metadata: [...pairs, ...gone] }),
    ...(now.script !== before.script && {
      userdata: [{ key: userdataKey, value: encodeUserdata(now.script) }],
    }),
  };
}
