import type { Instance, InstanceDiskAttachment } from './instances.ts';
import { isTransitional } from './statuses.ts';

/** Operations whose end shows not in the instance's status but in what is attached to it. */
const attachmentOperations = [
  'attachDisk',
  'detachDisk',
  'attachNetworkInterface',
  'detachNetworkInterface',
] as const;
type AttachmentOperation = (typeof attachmentOperations)[number];

export function isAttachmentOperation(name: string): name is AttachmentOperation {
  return attachmentOperations.some((one) => one === name);
}

/**
 * How far such work has come, as the instance shows it.
 * `changing`: it is seen to go on. `before`: nothing is to be seen of it, yet or for good.
 */
type AttachmentWork = 'before' | 'changing' | 'done' | 'failed';

/** @param input what was sent. */
export function attachmentWork(
  operation: AttachmentOperation,
  input: Readonly<Record<string, unknown>>,
  instance: Instance,
): AttachmentWork {
  const { diskId, networkInterfaceId } = input;
  const attaching = operation.startsWith('attach');
  if (typeof diskId === 'string') {
    const { status = 'detached' } = attachmentOf(instance, diskId) ?? {};
    if (isTransitional(status)) return 'changing';
    if (status.startsWith('error')) return 'failed';
    return (status === 'attached') === attaching ? 'done' : 'before';
  }
  const { secondaryNetworkInterfaces: nics = [] } = instance;
  const present = nics.some(
    ({ networkInterface }) => networkInterface?.networkInterfaceId === networkInterfaceId,
  );
  return present === attaching ? 'done' : 'before';
}

/** The entry of a disk on an instance; the one of a disk that is detached lingers for a while. */
export function attachmentOf(
  { systemDisk, dataDisks = [] }: Pick<Instance, 'systemDisk' | 'dataDisks'>,
  diskId: string | undefined,
): InstanceDiskAttachment | undefined {
  return [systemDisk, ...dataDisks].find((one) => one?.cloudDisk?.diskId === diskId);
}

/** Whether a disk of an instance is just being attached or detached. */
export function hasChangingDisk({ systemDisk, dataDisks = [] }: Instance): boolean {
  return isTransitional(systemDisk?.status) || dataDisks.some((one) => isTransitional(one.status));
}
