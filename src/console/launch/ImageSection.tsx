import { whyNotImage } from '../../contract/image-rules.ts';
import type { Image } from '../../contract/images.ts';
import { FieldRow } from '../kit/form/Field.tsx';
import { Section } from '../kit/form/FormPage.tsx';
import { PickField, noteOf, possibleFirst } from '../kit/form/PickField.tsx';
import { SegmentsField } from '../kit/form/SegmentsField.tsx';
import { imageSources } from '../images/queries.ts';
import { useSay } from '../words/language.tsx';
import type { LaunchFacts } from './facts.ts';
import type { LaunchValues, SetLaunch } from './values.ts';
import { launchWords } from './words.ts';

interface ImageSectionProps {
  values: LaunchValues;
  facts: LaunchFacts;
  set: SetLaunch;
}

/** What an instance boots from: one of the images of a source. */
export function ImageSection({ values, facts, set }: ImageSectionProps) {
  const say = launchWords.useWords();
  const speak = useSay();
  const choiceOf = (image: Image) => {
    const why = whyNotImage('createInstances', image);
    return {
      value: image.imageId,
      label: image.name || image.imageId,
      note: noteOf(
        image.rootDeviceType === 'localDisk' && say.localDisk,
        image.systemDiskSizeGB && say.gb(image.systemDiskSizeGB),
        image.imageId,
      ),
      why: why && speak(why),
    };
  };
  const { image, images } = facts;
  // One that came with the address is shown by its name, whatever list is on screen.
  const known = images && (image && !images.includes(image) ? [image, ...images] : images);
  return (
    <Section title={say.image} note={say.imageNote}>
      <SegmentsField
        label={say.source}
        value={values.imageSource}
        onChange={(imageSource) => set({ imageSource })}
        choices={imageSources.map((value) => ({ value, label: say.sources[value] }))}
      />
      <FieldRow>
        <PickField
          name="imageId"
          label={say.image}
          width={520}
          placeholder={images ? say.pickImage : say.loading}
          value={values.imageId}
          // Disks that another image brings along cannot be left out of this one.
          onChange={(imageId) => set({ imageId, leftOut: [] })}
          choices={known && possibleFirst(known.map(choiceOf))}
          failed={facts.failed.images}
          empty={say.noImages}
        />
      </FieldRow>
    </Section>
  );
}
