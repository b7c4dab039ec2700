import { use } from 'react';
import { Link } from 'react-router';
import type { Image } from '../../contract/images.ts';
import type { Column } from '../kit/list/definition.ts';
import { textColumn } from '../kit/list/text-column.tsx';
import { Status } from '../kit/Status.tsx';
import { CodeText, Dash, type PlainText } from '../kit/text.tsx';
import { minuteOf } from '../kit/when.ts';
import { paths } from '../paths.ts';
import { useRegion } from '../region.ts';
import { useLanguage } from '../words/language.tsx';
import classes from './cells.module.css';
import { ExcludedContext } from './constraints.ts';
import { lookOf, sizesOf, stateWord, systemOf } from './look.ts';
import { hasConstraints, type ImageSource } from './queries.ts';
import { nameOf } from './resource.ts';
import { imageWords, type ImageWords } from './words.ts';
import { IdText, NameLink } from '../kit/list/cells.tsx';

interface CellProps {
  item: Image;
}

function NameCell({ item }: CellProps) {
  return <NameLink to={paths.image(useRegion(), item.imageId)} name={nameOf(item)} />;
}

function IdCell({ item }: CellProps) {
  return <IdText id={item.imageId} />;
}

function StatusCell({ item }: CellProps) {
  const { language } = useLanguage();
  return <Status look={lookOf(item)}>{stateWord(item, imageWords.useWords(), language)}</Status>;
}

function SharingCell({ item }: CellProps) {
  const words = imageWords.useWords();
  const word = words.permission(item.launchPermission);
  if (!word) return <Dash />;
  return item.launchPermission === 'ownerOnly' ? (
    <span className={classes.quiet}>{word}</span>
  ) : (
    word
  );
}

function SizeCell({ item }: CellProps) {
  const words = imageWords.useWords();
  const sizes = sizesOf(item);
  return sizes.length > 0 ? words.gb(sizes) : <Dash />;
}

function ExcludedCell({ item }: CellProps) {
  const words = imageWords.useWords();
  const region = useRegion();
  const count = use(ExcludedContext).get(item.imageId);
  if (count === undefined) return <Dash />;
  return count === 0 ? (
    <span className={classes.quiet}>{words.runsOnAll}</span>
  ) : (
    <Link className={classes.link} to={paths.imageTab(region, item.imageId, 'constraints')}>
      {words.excluded(count)}
    </Link>
  );
}

const fileSizeOf = ({ sizeMB }: Image, words: ImageWords) =>
  sizeMB ? words.megabytes(sizeMB) : '';

/** Whose images are of interest one by one; the rest are the cloud's or one's own. */
const foreign: readonly ImageSource[] = ['thirdparty', 'shared', 'community'];

/** The columns of a list of images, in order; what there is to tell depends on where they come from. */
export function columnsFor(source: ImageSource, words: ImageWords): readonly Column<Image>[] {
  const { columns: say } = words;
  const plain = (
    id: keyof typeof say,
    width: number,
    text: (item: Image) => string | undefined,
    shown?: Column<Image>['shown'],
    Text?: typeof PlainText,
  ) => textColumn(id, () => say[id], width, text, shown, Text);
  const columns: (Column<Image> | false)[] = [
    {
      id: 'name',
      label: () => say.name,
      width: 170,
      shown: 'fixed',
      grows: true,
      Cell: NameCell,
      text: nameOf,
    },
    {
      id: 'id',
      label: () => say.id,
      width: 130,
      shown: 'wide',
      Cell: IdCell,
      text: ({ imageId }) => imageId,
    },
    {
      id: 'status',
      label: () => say.status,
      width: { 'en-US': 128, 'zh-CN': 118 },
      shown: 'always',
      Cell: StatusCell,
      text: (image, { language }) => stateWord(image, words, language),
    },
    plain('system', 190, systemOf, 'always'),
    plain(
      'rootDevice',
      96,
      ({ rootDeviceType }) => words.rootDevice(rootDeviceType),
      // Next to the owner and to what it does not run on there is no room for it.
      source === 'thirdparty' ? 'asked' : 'wide',
    ),
    {
      id: 'size',
      label: () => say.size,
      width: 112,
      shown: 'always',
      alignedRight: true,
      Cell: SizeCell,
      text: (image) => sizesOf(image).join(' + '),
      order: (image) => sizesOf(image).reduce((sum, size) => sum + size, 0),
    },
    source === 'private' && {
      id: 'sharing',
      label: () => say.sharing,
      width: 112,
      shown: 'always',
      Cell: SharingCell,
      text: ({ launchPermission }) => words.permission(launchPermission) ?? '',
    },
    foreign.includes(source) && plain('owner', 116, ownerOf, 'always'),
    hasConstraints(source) && {
      id: 'constraints',
      label: () => say.constraints,
      width: 130,
      shown: 'wide',
      Cell: ExcludedCell,
      // What the cell shows is read beside the list; a file has what the list itself tells.
      text: () => '',
    },
    plain('created', 140, ({ createTime }) => minuteOf(createTime), 'always'),
    plain('architecture', 100, ({ architecture }) => architecture),
    plain('bootMode', 96, ({ bootMode }) => bootMode?.toUpperCase()),
    {
      ...plain('fileSize', 96, (image) => fileSizeOf(image, words)),
      alignedRight: true,
      order: ({ sizeMB }) => sizeMB,
    },
    source === 'private' &&
      plain('instance', 112, ({ instanceId }) => instanceId, 'asked', CodeText),
    plain('description', 240, ({ desc }) => desc),
  ];
  return columns.filter((column) => column !== false);
}

/** The account an image belongs to, by the name people sign in with where it is told. */
export function ownerOf({ loginName, ownerPin }: Image): string | undefined {
  return loginName || ownerPin;
}
