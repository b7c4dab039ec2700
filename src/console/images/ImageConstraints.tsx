import { useQuery } from '@tanstack/react-query';
import { sourceOf } from '../../contract/image-rules.ts';
import type { Image } from '../../contract/images.ts';
import { useCall } from '../api/context.tsx';
import { sizesOptions } from '../instance-types/queries.ts';
import { Bones } from '../kit/Bones.tsx';
import { DetailTable } from '../kit/DetailTable.tsx';
import { FailureNote } from '../kit/FailureNote.tsx';
import { CodeText } from '../kit/text.tsx';
import { CloudError } from '../../contract/envelope.ts';
import { hasConstraints, imageConstraintsOptions } from './queries.ts';
import { imageWords } from './words.ts';

/** The instance types an image does not run on; only official and third-party images name any. */
export function ImageConstraints({ image, region }: { image: Image; region: string }) {
  const { constraints: say } = imageWords.useWords();
  const call = useCall();
  const may = hasConstraints(sourceOf(image));
  const query = useQuery({
    ...imageConstraintsOptions(call, region, image.imageId),
    enabled: may,
  });
  const { constraintsType = 'excludes', instanceTypes: types = [] } =
    query.data?.imageConstraints?.imageInstanceTypeConstraint ?? {};
  const { data: sizes } = useQuery(sizesOptions(call, region, types));
  if (may && query.isPending) return <Bones rows={4} />;
  if (query.error instanceof CloudError) return <FailureNote failure={query.error} />;
  const only = constraintsType === 'includes';
  return (
    <DetailTable
      title={only ? say.includes : say.excludes}
      note={types.length > 0 ? String(types.length) : undefined}
      empty={may ? say.none : say.notTold}
      head={[
        { label: say.type },
        { label: say.cpu, width: 120, end: true },
        { label: say.memory, width: 120, end: true },
      ]}
    >
      {types.map((type) => {
        const size = sizes?.get(type);
        return (
          <tr key={type}>
            <td>
              <CodeText text={type} />
            </td>
            <td data-end="true">{size?.cpu ?? '–'}</td>
            <td data-end="true">{size ? say.gib(size.memoryGib) : '–'}</td>
          </tr>
        );
      })}
    </DetailTable>
  );
}
