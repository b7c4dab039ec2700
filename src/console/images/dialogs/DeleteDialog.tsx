import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { type ImageFacts, whyNotImage } from '../../../contract/image-rules.ts';
import { deleteImage, type Image } from '../../../contract/images.ts';
import { DeletionDialog } from '../../activity/DeletionDialog.tsx';
import { useCall } from '../../api/context.tsx';
import { instancesOfImageOptions } from '../../instances/light/queries.ts';
import type { ActionDialogProps } from '../../kit/action.ts';
import { CheckField } from '../../kit/form/CheckField.tsx';
import { Note } from '../../kit/Note.tsx';
import { useLanguage, useSay } from '../../words/language.tsx';
import { lookOf, stateWord } from '../look.ts';
import { nameOf, resourceOf } from '../resource.ts';
import { imageWords } from '../words.ts';
import { useImageSplit } from './split.ts';

/** The snapshots an image is made of. */
const snapshotsOf = ({ systemDisk, dataDisks = [] }: Image) =>
  [systemDisk, ...dataDisks].filter((device) => device?.cloudDisk?.snapshotId).length;

/** Deleting: says what stays and costs, and what instances made from it can no longer do; has to be meant. */
export function DeleteDialog(props: ActionDialogProps<Image>) {
  const { items, region } = props;
  const words = imageWords.useWords();
  const { delete: say } = words;
  const { language } = useLanguage();
  const speak = useSay();
  const split = useImageSplit('deleteImage', items, region);
  const [withSnapshots, setWithSnapshots] = useState(false);
  const users = useUsers(split.able, region);
  const snapshots = split.able.reduce((sum, image) => sum + snapshotsOf(image), 0);
  // Only now it is known who uses it.
  const facts: ImageFacts = { ...items[0], instances: users.statuses };
  const inUse = whyNotImage('deleteImage', facts);
  return (
    <DeletionDialog
      {...props}
      {...{ split, nameOf, say }}
      operation="deleteImage"
      idOf={({ imageId }) => imageId}
      why={split.skipped[0]?.why ?? (inUse && speak(inUse))}
      rowOf={(image) => ({ look: lookOf(image), word: stateWord(image, words, language) })}
      stepsFor={(image) => ({
        operation: deleteImage,
        input: {
          regionId: region,
          imageId: image.imageId,
          ...(withSnapshots && snapshotsOf(image) > 0 && { deleteSnapshot: true }),
        },
        resource: resourceOf(image),
      })}
    >
      {snapshots > 0 && (
        <CheckField
          label={say.snapshots(snapshots)}
          hint={withSnapshots ? say.erased : say.kept}
          checked={withSnapshots}
          onChange={setWithSnapshots}
        />
      )}
      {users.count > 0 && <Note tone="warn">{say.users(users.count)}</Note>}
    </DeletionDialog>
  );
}

/** The instances made from these images: how many, and how those on the first page stand. */
function useUsers(images: readonly Image[], region: string) {
  const ids = images.map(({ imageId }) => imageId);
  const { data } = useQuery(instancesOfImageOptions(useCall(), region, ids));
  return {
    count: data?.totalCount ?? 0,
    statuses: data?.instances?.map(({ status }) => status) ?? [],
  };
}
