import type { Instance } from '../../contract/instances.ts';
import type { Resource } from '../api/write.ts';

/** An instance as the activity remembers it. */
export function resourceOf(instance: Instance): Resource {
  return { kind: 'instance', id: instance.instanceId, name: nameOf(instance) };
}

/** What to call it: its name, or its id while it has none. */
export function nameOf(instance: Instance): string {
  return instance.instanceName || instance.instanceId;
}
