import { refusal, refusals } from '../contract/errors.ts';
import { whyNotAttachKeypair, whyNotDetachKeypair } from '../contract/keypair-rules.ts';
import { keypairsFilters } from '../contract/keypairs.ts';
import { type PublicKey, readPublicKey } from '../contract/public-key.ts';
import { type HandlersOf, refuse } from './handlers.ts';
import { lister } from './lister.ts';
import { findInstance } from './tasks.ts';
import { localTime } from '../contract/times.ts';
import type { InstanceRecord, KeypairRecord, RegionWorld, World } from './world.ts';

const list = lister({
  table: keypairsFilters,
  key: 'keyNames',
  fields: { keyNames: ({ name }: KeypairRecord) => name },
});

export const keypairHandlers: HandlersOf<
  | 'attachKeypair'
  | 'createKeypair'
  | 'deleteKeypair'
  | 'describeKeypairs'
  | 'detachKeypair'
  | 'importKeypair'
> = {
  createKeypair({ world, region, generateKey }, { keyName }) {
    checkNew(region, keyName);
    const { privateKey, publicKey } = generateKey();
    const key = readPublicKey(publicKey);
    if (typeof key === 'string') throw new Error(`generateKey made a public key that is ${key}`);
    const keyFingerprint = keep({ world, region }, keyName, key);
    // The private half goes out in this answer and is kept nowhere.
    return { keyName, privateKey, keyFingerprint };
  },

  importKeypair({ world, region }, { keyName, publicKey }) {
    checkNew(region, keyName);
    const key = readPublicKey(publicKey);
    if (typeof key === 'string') {
      // The cloud repeats what it was given. What was given may be a private key, so this does not.
      refuse(refusal('FAILED_PRECONDITION', `Malformed PublicKey ${keyName}`));
    }
    return { keyName, keyFingerprint: keep({ world, region }, keyName, key) };
  },

  /** Instances keep the name and go on accepting the private key; templates that use it stop verifying. */
  deleteKeypair({ region }, { keyName }) {
    findKeypair(region, keyName);
    region.keypairs.delete(keyName);
    return {};
  },

  describeKeypairs({ region }, query) {
    const { page, totalCount } = list(region, region.keypairs, query);
    const users = usersOf(region, new Set(page.map(({ name }) => name)));
    return {
      keypairs: page.map(({ name, fingerprint, created }) => ({
        keyName: name,
        keyFingerprint: fingerprint,
        createTime: localTime(created),
        instanceIds: users.get(name) ?? [],
      })),
      totalCount,
    };
  },

  attachKeypair(context, { keyName, instanceIds }) {
    const { region } = context;
    findKeypair(region, keyName);
    const machines = instanceIds.map((id) => findInstance(context, id));
    const exists = (name: string) => region.keypairs.has(name);
    for (const machine of machines) {
      const why = whyNotAttachKeypair(factsOf(region, machine), keyName, exists);
      if (why) refuse(why.refusal);
    }
    return each(machines, (machine) => {
      machine.keyNames = [keyName];
      return true;
    });
  },

  detachKeypair(context, { keyName, instanceIds }) {
    const machines = instanceIds.map((id) => findInstance(context, id));
    return each(machines, (machine) => {
      if (whyNotDetachKeypair(factsOf(context.region, machine), keyName)) return false;
      machine.keyNames = machine.keyNames.filter((name) => name !== keyName);
      return true;
    });
  },
};

/** @returns its fingerprint. */
function keep(
  { world, region }: { world: World; region: RegionWorld },
  name: string,
  { fingerprint }: PublicKey,
): string {
  region.keypairs.set(name, { name, fingerprint, created: world.scheduler.now() });
  return fingerprint;
}

function factsOf(region: RegionWorld, { id, imageId, keyNames }: InstanceRecord) {
  return { instanceId: id, osType: region.images.get(imageId)?.osType, keyNames };
}

function checkNew(region: RegionWorld, keyName: string): void {
  // 400, not 409, although the cloud has a word for "already exists".
  if (region.keypairs.has(keyName))
    refuse(refusal('FAILED_PRECONDITION', `KeyName '${keyName}' already in use`));
  // The text is not documented; it follows the other quotas'.
  if (region.keypairs.size >= region.quotas.keypair) refuse(refusals.quota('KeyPair'));
}

/** @throws Refused NOT_FOUND, as the keypair operations word it */
function findKeypair(region: RegionWorld, keyName: string): KeypairRecord {
  return (
    region.keypairs.get(keyName) ?? refuse(refusal('NOT_FOUND', `Keypair '${keyName}' not found`))
  );
}

/** Does one thing to several machines; those with a task running are left out and reported as failed. */
function each(machines: InstanceRecord[], apply: (machine: InstanceRecord) => boolean) {
  const done = machines.map((machine) => ({
    id: machine.id,
    ok: machine.task === undefined && apply(machine),
  }));
  return {
    successInstanceId: done.filter(({ ok }) => ok).map(({ id }) => id),
    failInstanceId: done.filter(({ ok }) => !ok).map(({ id }) => id),
  };
}

/** Instances by the key pair they use, for a page of key pairs: one pass over the fleet. */
function usersOf(region: RegionWorld, names: ReadonlySet<string>): Map<string, string[]> {
  const users = new Map<string, string[]>();
  for (const { id, keyNames } of region.instances.values()) {
    for (const name of keyNames) {
      if (!names.has(name)) continue;
      const ids = users.get(name);
      if (ids) ids.push(id);
      else users.set(name, [id]);
    }
  }
  return users;
}
