import { IconTrash } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { type ImageFacts, whyNotImage } from '../../../contract/image-rules.ts';
import { deleteImage, type Image } from '../../../contract/images.ts';
import { AskDialog } from '../../activity/AskDialog.tsx';
import { BulkDialog } from '../../activity/BulkDialog.tsx';
import { useSubmit } from '../../activity/use-submit.ts';
import { useCall } from '../../api/context.tsx';
import { instancesOfImageOptions } from '../../instances/light/queries.ts';
import type { ActionDialogProps } from '../../kit/action.ts';
import { Checkbox } from '../../kit/Checkbox.tsx';
import { Note } from '../../kit/Note.tsx';
import { StatusGlyph } from '../../kit/Status.tsx';
import { TypeToConfirm } from '../../kit/TypeToConfirm.tsx';
import { useLanguage, useSay } from '../../words/language.tsx';
import { lookOf, stateWord } from '../look.ts';
import { nameOf, resourceOf } from '../resource.ts';
import { imageWords } from '../words.ts';
import classes from './Choices.module.css';
import { useImageSplit } from './split.ts';

/** The snapshots an image is made of. */
const snapshotsOf = ({ systemDisk, dataDisks = [] }: Image) =>
  [systemDisk, ...dataDisks].filter((device) => device?.cloudDisk?.snapshotId).length;

/** Deleting: says what stays and costs, and what instances made from it can no longer do; has to be meant. */
export function DeleteDialog({
  items,
  region,
  onClose,
  onStarted,
  onDone,
}: ActionDialogProps<Image>) {
  const words = imageWords.useWords();
  const { delete: say } = words;
  const { language } = useLanguage();
  const speak = useSay();
  const { able, skipped } = useImageSplit('deleteImage', items, region);
  const [confirmed, setConfirmed] = useState(false);
  const [withSnapshots, setWithSnapshots] = useState(false);
  const { submit, ...submission } = useSubmit(onDone);
  const users = useUsers(able, region);
  const snapshots = able.reduce((sum, image) => sum + snapshotsOf(image), 0);
  const requestFor = (image: Image) => ({
    operation: deleteImage,
    input: {
      regionId: region,
      imageId: image.imageId,
      ...(withSnapshots && snapshotsOf(image) > 0 && { deleteSnapshot: true }),
    },
    resource: resourceOf(image),
  });
  const consequences = (expected: string, label: ReactNode) => (
    <>
      {snapshots > 0 && (
        <label className={classes.check}>
          <Checkbox
            checked={withSnapshots}
            onChange={({ currentTarget }) => setWithSnapshots(currentTarget.checked)}
          />
          <span>
            {say.snapshots(snapshots)}
            <br />
            <span className={classes.quiet}>{withSnapshots ? say.erased : say.kept}</span>
          </span>
        </label>
      )}
      {users.count > 0 && <Note tone="warn">{say.users(users.count)}</Note>}
      <TypeToConfirm expected={expected} label={label} onMatch={setConfirmed} />
    </>
  );

  const [only] = items;
  if (items.length === 1) {
    // Only now it is known who uses it.
    const facts: ImageFacts = { ...only, instances: users.statuses };
    const sentence = whyNotImage('deleteImage', facts);
    return (
      <AskDialog
        sign={<StatusGlyph look="bad" />}
        title={say.title(nameOf(only))}
        aside={<span className="mono">{only.imageId}</span>}
        verb={say.verb}
        icon={IconTrash}
        tone="danger"
        note={say.final}
        why={skipped[0]?.why ?? (sentence && speak(sentence))}
        submission={submission}
        ready={confirmed}
        hasField
        onSubmit={() => void submit(requestFor(only))}
        onClose={onClose}
      >
        {consequences(nameOf(only), say.typeName)}
      </AskDialog>
    );
  }
  return (
    <BulkDialog
      operation="deleteImage"
      icon={IconTrash}
      tone="danger"
      sign={<StatusGlyph look="bad" />}
      skipped={skipped}
      items={able.map((image) => ({
        request: requestFor(image),
        look: lookOf(image),
        word: stateWord(image, words, language),
      }))}
      confirm={consequences(String(able.length), say.typeNumber(able.length))}
      confirmed={confirmed}
      onStarted={onStarted}
      onClose={onClose}
    />
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
