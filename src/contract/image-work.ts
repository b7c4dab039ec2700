import * as z from 'zod/mini';

/** Work that goes on after the cloud has accepted it, and the images or tasks on which its end shows. */
export const ImageWork = z.object({
  kind: z.enum(['image', 'imageTask']),
  region: z.string(),
  ids: z.array(z.string()),
});
export type ImageWork = z.infer<typeof ImageWork>;

const Copied = z.object({
  copyImages: z.array(z.object({ destinationImageId: z.optional(z.string()) })),
});
const Made = z.object({ imageId: z.string() });
const Begun = z.object({ taskId: z.string() });

/**
 * What to look at for the end of a write that makes, moves or ends an image; nothing for writes that are over when they
 * are accepted. An import that fails takes its image away again, so that only its task can tell.
 * @param input what was sent.
 * @param result what the cloud answered.
 */
export function imageWorkOf(
  operation: string,
  input: Readonly<Record<string, unknown>>,
  result: unknown,
): ImageWork | undefined {
  const work = (kind: ImageWork['kind'], region: unknown, ids: (string | undefined)[]) => {
    const known = ids.filter((id) => id !== undefined);
    return known.length > 0 ? { kind, region: String(region), ids: known } : undefined;
  };
  switch (operation) {
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
