import { Button } from '@mantine/core';
import { IconWorldShare } from '@tabler/icons-react';
import { useQueries } from '@tanstack/react-query';
import { useState } from 'react';
import { mostCopies } from '../../../contract/image-rules.ts';
import { copyImages, type Image } from '../../../contract/images.ts';
import { regions } from '../../../contract/regions.ts';
import { copyName, description as descriptionRule } from '../../../contract/rules.ts';
import { startBatch } from '../../activity/batch.ts';
import type { PlannedBatch } from '../../activity/batches.ts';
import { RunDialog } from '../../activity/BulkDialog.tsx';
import { useActivity } from '../../activity/context.tsx';
import { SkippedRows } from '../../activity/PlanRows.tsx';
import { useCall } from '../../api/context.tsx';
import type { ActionDialogProps } from '../../kit/action.ts';
import { Checkbox } from '../../kit/Checkbox.tsx';
import { Dialog } from '../../kit/Dialog.tsx';
import { TextArea, TextField } from '../../kit/form/TextField.tsx';
import { isShort, quotasOptions, roomIn } from '../../quotas/queries.ts';
import { regionName } from '../../region.ts';
import { useLanguage, useWords } from '../../words/language.tsx';
import { nameOf } from '../resource.ts';
import { imageWords } from '../words.ts';
import classes from './Choices.module.css';
import { useImageSplit } from './split.ts';

/**
 * Copies images to other regions, or within their own. The cloud locks an image while it is copied, so the regions are
 * served one after another, each with one write.
 */
export function CopyDialog({ items, region, onClose, onStarted }: ActionDialogProps<Image>) {
  const words = imageWords.useWords();
  const { copy: say } = words;
  const { actions, kit } = useWords();
  const { batch: buttons } = useWords().activity;
  const { batches } = useActivity();
  const { able, skipped } = useImageSplit('copyImages', items, region);
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [name, setName] = useState('');
  const [description, setDescription] = useState('');
  const [running, setRunning] = useState<PlannedBatch>();
  const [only] = items;
  const places = usePlaces(region, able.length);
  if (running) return <RunDialog planned={running} onClose={onClose} />;

  const nameError = name !== '' && !copyName.safeParse(name).success;
  const descriptionError = !descriptionRule.safeParse(description).success;
  const tooMany = able.length > mostCopies;
  const ready = able.length > 0 && !tooMany && chosen.length > 0 && !nameError && !descriptionError;
  const why =
    able.length === 0 && items.length === 1
      ? skipped[0]?.why
      : tooMany
        ? say.tooMany(mostCopies)
        : undefined;
  const start = () => {
    if (!ready) return;
    const requests = chosen.map((destinationRegion) => requestFor(able, destinationRegion));
    setRunning(
      startBatch(batches, { requests, asked: requests.length, skipped, parallel: 1, stopAfter: 0 }),
    );
    onStarted();
  };
  const requestFor = (images: Image[], destinationRegion: string) => ({
    operation: copyImages,
    input: {
      regionId: region,
      sourceImageIds: images.map(({ imageId }) => imageId),
      destinationRegion,
      ...(name !== '' && { name }),
      ...(description !== '' && { description }),
    },
    resource: {
      kind: 'image' as const,
      id: images[0]?.imageId ?? '',
      name: `${kit.together(images.map(nameOf))} → ${destinationRegion}`,
    },
  });
  return (
    <Dialog
      title={items.length === 1 ? say.title(nameOf(only)) : say.titleMany(able.length)}
      aside={items.length === 1 && <span className="mono">{only.imageId}</span>}
      note={chosen.length > 1 ? say.oneByOne : undefined}
      buttons={
        <>
          <Button size="md" onClick={onClose}>
            {buttons.cancel}
          </Button>
          <Button
            size="md"
            type="submit"
            variant="filled"
            disabled={!ready}
            leftSection={<IconWorldShare size={14} stroke={1.7} />}
          >
            {chosen.length > 0 ? say.verb(chosen.length) : actions.copyImages.label}
          </Button>
        </>
      }
      onClose={onClose}
      onSubmit={start}
    >
      {why === undefined ? (
        <div className={classes.body}>
          <fieldset className={classes.group}>
            <legend className={classes.legend}>{say.regions}</legend>
            {places.map(({ id, room, full }, at) => (
              <label key={id} className={classes.choice} data-off={full || undefined}>
                <Checkbox
                  checked={chosen.includes(id)}
                  disabled={full}
                  data-autofocus={at === 0 || undefined}
                  onChange={({ currentTarget }) =>
                    setChosen(
                      currentTarget.checked
                        ? [...chosen, id]
                        : chosen.filter((other) => other !== id),
                    )
                  }
                />
                <RegionName id={id} isHere={id === region} />
                <span className={classes.end} data-full={full || undefined}>
                  {room && say.quota(room.used, room.limit)}
                  {full && say.full}
                </span>
              </label>
            ))}
          </fieldset>
          <TextField
            label={say.name}
            optional
            value={name}
            placeholder={able.length === 1 && able[0] ? nameOf(able[0]) : undefined}
            hint={say.nameHint}
            error={nameError ? say.nameRule : undefined}
            onChange={setName}
          />
          <TextArea
            label={say.description}
            optional
            rows={2}
            value={description}
            hint={say.descriptionHint}
            error={descriptionError ? words.descriptionRule : undefined}
            onChange={setDescription}
          />
          {items.length > 1 && <SkippedRows skipped={skipped} />}
        </div>
      ) : (
        <p>{why}</p>
      )}
    </Dialog>
  );
}

function RegionName({ id, isHere }: { id: string; isHere: boolean }) {
  const { copy: say } = imageWords.useWords();
  const { language } = useLanguage();
  return (
    <span className={classes.name}>
      {regionName(id, language)} <span className={`mono ${classes.quiet}`}>{id}</span>
      {isHere && <span className={classes.quiet}> {say.here}</span>}
    </span>
  );
}

/** Where copies can go, other regions first, and the room for images there. */
function usePlaces(region: string, wanted: number) {
  const call = useCall();
  const here = regions.filter(({ id }) => id === region);
  const all = [...regions.filter(({ id }) => id !== region), ...here].map(({ id }) => id);
  const answers = useQueries({ queries: all.map((id) => quotasOptions(call, id)) });
  return all.map((id, at) => {
    const room = roomIn(answers[at]?.data, 'image');
    return { id, room, full: isShort(room, wanted) };
  });
}
