import { IconWorld } from '@tabler/icons-react';
import { type Image, releaseImage } from '../../../contract/images.ts';
import { AskDialog } from '../../activity/AskDialog.tsx';
import { useSubmit } from '../../activity/use-submit.ts';
import type { ActionDialogProps } from '../../kit/action.ts';
import { Note } from '../../kit/Note.tsx';
import { nameOf, resourceOf } from '../resource.ts';
import { imageWords } from '../words.ts';
import classes from './Choices.module.css';
import { useMembers } from './ShareDialog.tsx';
import { useImageSplit } from './split.ts';

/** Publishes an image to every account; says what that ends. */
export function ReleaseDialog({ items, region, onClose, onDone }: ActionDialogProps<Image>) {
  const { release: say } = imageWords.useWords();
  const { skipped } = useImageSplit('releaseImage', items, region);
  const [image] = items;
  const isShared = image.launchPermission === 'specifiedUsers';
  const members = useMembers(isShared ? image : undefined, region);
  const { submit, ...submission } = useSubmit(onDone);
  return (
    <AskDialog
      title={say.title(nameOf(image))}
      id={image.imageId}
      verb={say.verb}
      icon={IconWorld}
      why={skipped[0]?.why}
      submission={submission}
      onSubmit={() =>
        void submit({
          operation: releaseImage,
          input: { regionId: region, imageId: image.imageId },
          resource: resourceOf(image),
        })
      }
      onClose={onClose}
    >
      <p>{say.meaning}</p>
      <ul className={classes.points}>
        {say.points.map((point) => (
          <li key={point}>{point}</li>
        ))}
      </ul>
      {isShared && <Note tone="warn">{say.endsShares(members.count)}</Note>}
    </AskDialog>
  );
}
