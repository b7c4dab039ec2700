import * as images from '../../contract/images.ts';
import * as writes from '../../contract/instance-actions.ts';
import type { WriteOperation } from '../../contract/operation.ts';
import type { WriteRequest } from '../api/write.ts';
import type { Entry } from './entry.ts';

// A delete or a rebuild is not among them: what erases something is asked about again, by its own dialog.
const known: readonly WriteOperation[] = [
  writes.startInstance,
  writes.stopInstance,
  writes.rebootInstance,
  writes.modifyInstanceAttribute,
  writes.resizeInstance,
  images.createImage,
  images.copyImages,
  images.modifyImageAttribute,
  images.shareImage,
  images.unShareImage,
  images.releaseImage,
  images.unReleaseImage,
];

/**
 * The write behind an entry, to be asked for once more; nothing when it must not be: it may have happened, its
 * input was not kept, or this version of the console does not know it.
 */
export function repeatOf(entry: Entry): WriteRequest | undefined {
  const operation = known.find(({ name }) => name === entry.operation);
  if (entry.status !== 'failed' || !operation) return undefined;
  // Resizing by force wipes disks; one of several steps is tried again together with what follows.
  if (entry.input?.['force'] === true || (entry.sequence && !entry.sequence.ended))
    return undefined;
  const input = operation.input.safeParse(entry.input);
  return input.success ? { operation, input: input.data, resource: entry.resource } : undefined;
}
