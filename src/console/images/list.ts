import type { Image } from '../../contract/images.ts';
import { isTransitional } from '../../contract/statuses.ts';
import type { Field, ListDefinition } from '../kit/list/definition.ts';
import { columnsFor, ownerOf } from './columns.tsx';
import { stateWord, systemOf } from './look.ts';
import type { ImageSource } from './queries.ts';
import { nameOf } from './resource.ts';
import type { ImageWords } from './words.ts';

const isOrNot = ['is', 'not'] as const;

function fieldsFor(source: ImageSource, words: ImageWords): readonly Field<Image>[] {
  const { columns: say } = words;
  const field = (
    id: keyof typeof say,
    read: (image: Image) => string | undefined,
    word: (value: string) => string = (value) => value,
  ): Field<Image> => ({
    id,
    label: () => say[id],
    operators: isOrNot,
    read: (image) => [read(image)],
    word,
  });
  const fields: (Field<Image> | false)[] = [
    {
      ...field('status', ({ status, offline }) => (offline ? 'offline' : status)),
      word: (value, { language }) =>
        stateWord(
          value === 'offline' ? { status: 'ready', offline: true } : { status: value },
          words,
          language,
        ),
    },
    field('platform', ({ platform }) => platform),
    { ...field('system', systemOf), operators: ['is', 'not', 'has'] },
    field(
      'rootDevice',
      ({ rootDeviceType }) => rootDeviceType,
      (value) => words.rootDevice(value) ?? value,
    ),
    field('architecture', ({ architecture }) => architecture),
    field(
      'bootMode',
      ({ bootMode }) => bootMode,
      (value) => value.toUpperCase(),
    ),
    source === 'private' &&
      field(
        'sharing',
        ({ launchPermission }) => launchPermission,
        (value) => words.permission(value) ?? value,
      ),
    source === 'private' && {
      ...field('instance', ({ instanceId }) => instanceId),
      operators: ['is', 'not', 'has'],
    },
    source !== 'private' && source !== 'public' && field('owner', ownerOf),
    { ...field('id', ({ imageId }) => imageId), operators: ['is', 'has', 'not'] },
  ];
  return fields.filter((one) => one !== false);
}

/** A list of images of one source: what it shows, finds and sorts by. */
export function imageListFor(source: ImageSource, words: ImageWords): ListDefinition<Image> {
  return {
    name: `images-${source}`,
    unit: () => words.unit,
    idOf: ({ imageId }) => imageId,
    nameOf,
    stateOf: (image, { language }) => stateWord(image, words, language),
    changing: ({ status }) => isTransitional(status),
    columns: columnsFor(source, words),
    fields: fieldsFor(source, words),
    tabs: [],
    searched: (image) => [
      image.name,
      image.imageId,
      systemOf(image),
      image.desc,
      image.instanceId,
      ownerOf(image),
    ],
    sortedBy: source === 'private' ? '-created' : 'name',
  };
}
