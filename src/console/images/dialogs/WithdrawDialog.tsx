import { IconWorldOff } from '@tabler/icons-react';
import { type Image, unReleaseImage } from '../../../contract/images.ts';
import { AskDialog } from '../../activity/AskDialog.tsx';
import { useSubmit } from '../../activity/use-submit.ts';
import type { ActionDialogProps } from '../../kit/action.ts';
import { nameOf, resourceOf } from '../resource.ts';
import { imageWords } from '../words.ts';
import classes from './Choices.module.css';
import { useImageSplit } from './split.ts';

/** Makes a community image private again. */
export function WithdrawDialog({ items, region, onClose, onDone }: ActionDialogProps<Image>) {
  const { withdraw: say } = imageWords.useWords();
  const { skipped } = useImageSplit('unReleaseImage', items, region);
  const [image] = items;
  const { submit, ...submission } = useSubmit(onDone);
  return (
    <AskDialog
      title={say.title(nameOf(image))}
      id={image.imageId}
      verb={say.verb}
      icon={IconWorldOff}
      why={skipped[0]?.why}
      submission={submission}
      onSubmit={() =>
        void submit({
          operation: unReleaseImage,
          input: { regionId: region, imageId: image.imageId },
          resource: resourceOf(image),
        })
      }
      onClose={onClose}
    >
      <ul className={classes.points}>
        {say.points.map((point) => (
          <li key={point}>{point}</li>
        ))}
      </ul>
    </AskDialog>
  );
}
