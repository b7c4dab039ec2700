import type { Instance } from './instances.ts';
import { type Obstacle, obstacle } from './obstacle.ts';

type Machine = Pick<Instance, 'instanceId' | 'osType' | 'keyNames'>;

/**
 * What keeps a key pair from being attached to an instance (`attachKeypair`: Linux only, one per instance).
 * @param exists whether there is a key pair of that name: a deleted one frees its place, although instances go on
 * showing its name.
 */
export function whyNotAttachKeypair(
  { instanceId, osType, keyNames = [] }: Machine,
  keyName: string,
  exists: (name: string) => boolean,
): Obstacle | undefined {
  if (osType === 'windows') {
    return obstacle(
      'Windows 实例不支持密钥对。',
      'Windows takes no key pairs.',
      "Windows OS doesn't support attach keypair.",
    );
  }
  const other = keyNames.find(exists);
  if (other === undefined) return undefined;
  const message = `Already attached key pair. instance id ${instanceId}`;
  return other === keyName
    ? obstacle('已绑定此密钥对。', 'Attached already.', message)
    : obstacle(`已绑定密钥对 ${other}。`, `It has the key pair ${other}.`, message);
}

/** What keeps a key pair from being taken off an instance. What the cloud says to it is not documented. */
export function whyNotDetachKeypair(
  { keyNames = [] }: Machine,
  keyName: string,
): Obstacle | undefined {
  return keyNames.includes(keyName)
    ? undefined
    : obstacle('未绑定此密钥对。', 'It does not have this key pair.', 'Keypair is not attached');
}
