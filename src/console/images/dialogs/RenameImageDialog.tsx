import { type Image, modifyImageAttribute } from '../../../contract/images.ts';
import { resourceName } from '../../../contract/rules.ts';
import { RenameDialog } from '../../activity/RenameDialog.tsx';
import type { ActionDialogProps } from '../../kit/action.ts';
import { nameOf, resourceOf } from '../resource.ts';
import { imageWords } from '../words.ts';
import { useImageSplit } from './split.ts';

/** Name and description of one image. */
export function RenameImageDialog({ items, region, onClose, onDone }: ActionDialogProps<Image>) {
  const { nameRule } = imageWords.useWords();
  const { skipped } = useImageSplit('modifyImageAttribute', items, region);
  const [image] = items;
  const { imageId, name = '', desc: description = '' } = image;
  return (
    <RenameDialog
      id={imageId}
      shownName={nameOf(image)}
      before={{ name, description }}
      nameRule={resourceName}
      nameHint={nameRule}
      why={skipped[0]?.why}
      requestFor={(changes) => ({
        operation: modifyImageAttribute,
        input: { regionId: region, imageId, ...changes },
        resource: resourceOf(image),
      })}
      onClose={onClose}
      onDone={onDone}
    />
  );
}
