import * as z from 'zod/mini';

/** Work that goes on after the cloud has accepted it, and the images, tasks or new instances on which its end shows. */
export const Work = z.object({
  kind: z.enum(['image', 'imageTask', 'instance']),
  region: z.string(),
  ids: z.array(z.string()),
});
export type Work = z.infer<typeof Work>;

const Copied = z.object({
  copyImages: z.array(z.object({ destinationImageId: z.optional(z.string()) })),
});
const Made = z.object({ imageId: z.string() });
const Launched = z.object({ instanceIds: z.array(z.string()) });
const Begun = z.object({ taskId: z.string() });

/**
 * What to look at for the end of a write that makes instances, or makes, moves or ends an image; nothing for writes
 * that end on what they are about, or are over when they are accepted. An import that fails takes its image away again, so that only its task can tell.
 * @param input what was sent.
 * @param result what the cloud answered.
 */
export function workOf(
  operation: string,
  input: Readonly<Record<string, unknown>>,
  result: unknown,
): Work | undefined {
  const work = (kind: Work['kind'], region: unknown, ids: (string | undefined)[]) => {
    const known = ids.filter((id) => id !== undefined);
    return known.length > 0 ? { kind, region: String(region), ids: known } : undefined;
  };
  switch (operation) {
    case 'createInstances':
      return work(
        'instance',
        input['regionId'],
        Launched.safeParse(result).data?.instanceIds ?? [],
      );
    case 'copyImages': {
      const copies = Copied.safeParse(result).data?.copyImages ?? [];
      const ids = copies.map(({ destinationImageId }) => destinationImageId);
      return work('image', input['destinationRegion'], ids);
    }
    case 'createImage':
    case 'createImageFromSnapshots':
      return work('image', input['regionId'], [Made.safeParse(result).data?.imageId]);
    case 'deleteImage':
      return work('image', input['regionId'], [String(input['imageId'])]);
    case 'importImage':
    case 'exportImage':
      return work('imageTask', input['regionId'], [Begun.safeParse(result).data?.taskId]);
    default:
      return undefined;
  }
}
