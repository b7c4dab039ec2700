import { sourceOf } from '../../contract/image-rules.ts';
import type { Image } from '../../contract/images.ts';
import { useDoingsOf } from '../activity/ResourceActivity.tsx';
import { DetailHeader } from '../kit/detail/DetailHeader.tsx';
import { Fact, Facts } from '../kit/detail/Facts.tsx';
import { LinkTabs } from '../kit/detail/LinkTabs.tsx';
import { PlainText } from '../kit/text.tsx';
import { minuteOf } from '../kit/when.ts';
import { paths } from '../paths.ts';
import { useLanguage } from '../words/language.tsx';
import { useImageActions } from './actions.tsx';
import { lookOf, sizesOf, stateWord, systemOf } from './look.ts';
import { nameOf } from './resource.ts';
import { imageWords } from './words.ts';

interface PartProps {
  image: Image;
  region: string;
}

/** What it is and how it stands, what can be done with it, and the parts of its page. */
export function ImageHeader({ image, region, tab }: PartProps & { tab: string }) {
  const words = imageWords.useWords();
  const { language } = useLanguage();
  const source = sourceOf(image);
  return (
    <DetailHeader
      item={image}
      id={image.imageId}
      name={nameOf(image)}
      parent={{
        label: words.title,
        to: paths.images(region, source === 'private' ? '' : source),
      }}
      look={lookOf(image)}
      state={stateWord(image, words, language)}
      actions={useImageActions(region)}
      shown={
        source === 'private'
          ? ['copyImages', 'shareImage']
          : source === 'shared'
            ? ['copyImages']
            : []
      }
      renamedBy="modifyImageAttribute"
      facts={<ImageFactStrip image={image} />}
      tabs={<Tabs image={image} region={region} tab={tab} />}
    />
  );
}

function ImageFactStrip({ image }: { image: Image }) {
  const words = imageWords.useWords();
  const { columns: say } = words;
  const sizes = sizesOf(image);
  return (
    <Facts>
      <Fact label={words.source}>{words.sourceWord(sourceOf(image))}</Fact>
      <Fact label={say.system}>
        <PlainText text={systemOf(image)} />
      </Fact>
      <Fact label={say.architecture}>
        <PlainText text={image.architecture} />
      </Fact>
      <Fact label={say.size}>
        <PlainText text={sizes.length > 0 ? words.gb(sizes) : undefined} />
      </Fact>
      <Fact label={say.sharing}>
        <PlainText text={words.permission(image.launchPermission)} />
      </Fact>
      <Fact label={say.created}>
        <PlainText text={minuteOf(image.createTime)} />
      </Fact>
    </Facts>
  );
}

/** What has its own part on an image's page. */
function hasMembers(image: Image): boolean {
  return sourceOf(image) === 'private';
}

function Tabs({ image, region, tab }: PartProps & { tab: string }) {
  const { tabs: words } = imageWords.useWords();
  const { imageId } = image;
  const at = (id: string) => paths.imageTab(region, imageId, id);
  const doings = useDoingsOf(imageId).length;
  return (
    <LinkTabs
      label={words.label}
      current={tab}
      tabs={[
        { id: 'overview', label: words.overview, to: paths.image(region, imageId) },
        ...(hasMembers(image)
          ? [{ id: 'sharing', label: words.sharing, to: at('sharing') }]
          : [{ id: 'constraints', label: words.constraints, to: at('constraints') }]),
        { id: 'activity', label: words.activity, to: at('activity'), count: doings },
        { id: 'json', label: words.json, to: at('json') },
      ]}
    />
  );
}
