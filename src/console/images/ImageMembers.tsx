import { useQuery } from '@tanstack/react-query';
import { CloudError } from '../../contract/envelope.ts';
import { sourceOf } from '../../contract/image-rules.ts';
import type { Image } from '../../contract/images.ts';
import { useCall } from '../api/context.tsx';
import { Bones } from '../kit/Bones.tsx';
import { ActionButton } from '../kit/detail/ActionButton.tsx';
import { DetailTable } from '../kit/DetailTable.tsx';
import { FailureNote } from '../kit/FailureNote.tsx';
import { CodeText } from '../kit/text.tsx';
import { useImageActions } from './actions.tsx';
import classes from './ImageMembers.module.css';
import { imageMembersOptions } from './queries.ts';
import { imageWords } from './words.ts';

/** The accounts an image is shared with. */
export function ImageMembers({ image, region }: { image: Image; region: string }) {
  const { share: say } = imageWords.useWords();
  const actions = useImageActions(region);
  const isPrivate = sourceOf(image) === 'private';
  const query = useQuery({
    ...imageMembersOptions(useCall(), region, image.imageId),
    enabled: isPrivate,
  });
  if (!isPrivate) return <p className={classes.quiet}>{say.onlyPrivate}</p>;
  if (query.isPending) return <Bones rows={3} />;
  if (query.error instanceof CloudError) return <FailureNote failure={query.error} />;
  const { pins = [], loginNames = [] } = query.data ?? {};
  const rows = [
    ...pins.map((name) => ({ name, kind: say.pins })),
    ...loginNames.map((name) => ({ name, kind: say.loginNames })),
  ];
  return (
    <>
      <DetailTable
        title={say.members}
        note={rows.length > 0 ? String(rows.length) : undefined}
        empty={say.nobody}
        head={[{ label: say.account }, { label: say.kind }]}
      >
        {rows.map(({ name, kind }) => (
          <tr key={`${kind} ${name}`}>
            <td>
              <CodeText text={name} />
            </td>
            <td>{kind}</td>
          </tr>
        ))}
      </DetailTable>
      <div className={classes.buttons}>
        {actions
          .filter(({ id }) => id === 'shareImage' || id === 'unShareImage')
          .map((action) => (
            <ActionButton key={action.id} action={action} item={image} />
          ))}
      </div>
    </>
  );
}
