import { classOf, classWord } from '../../contract/instance-families.ts';
import type { InstanceType } from '../../contract/instance-types.ts';
import { zonesOf } from '../../contract/stock.ts';
import type { Column } from '../kit/list/definition.ts';
import { textColumn } from '../kit/list/text-column.tsx';
import { Dash } from '../kit/text.tsx';
import { paths } from '../paths.ts';
import { useRegion, zoneLetter } from '../region.ts';
import { useLanguage } from '../words/language.tsx';
import classes from './cells.module.css';
import { burstWord, gpuWord, localDisksWord, memoryOf, perCpu } from './facts.ts';
import { Stock } from './Stock.tsx';
import type { Words } from '../words/en-US/index.ts';
import type { TypeWords } from './words.ts';
import { NameLink } from '../kit/list/cells.tsx';

interface CellProps {
  item: InstanceType;
}

function NameCell({ item: { instanceType } }: CellProps) {
  return <NameLink to={paths.typeCompare(useRegion(), [instanceType])} name={instanceType} />;
}

function ClassCell({ item }: CellProps) {
  const { language } = useLanguage();
  return (
    <>
      {classWord(classOf(item), language)}
      <span className={classes.family}>{item.family}</span>
    </>
  );
}

/** The columns of the list of types, in order. */
export function columnsFor(words: TypeWords): readonly Column<InstanceType>[] {
  const { columns: say } = words;
  const number = (
    id: 'cpu' | 'memory' | 'ratio' | 'nics' | 'disks' | 'generation',
    width: Column<InstanceType>['width'],
    read: (type: InstanceType) => number | undefined,
    word: (n: number) => string = words.number,
    shown: Column<InstanceType>['shown'] = 'always',
  ): Column<InstanceType> => ({
    id,
    label: () => say[id],
    width,
    shown,
    alignedRight: true,
    Cell: ({ item }) => {
      const value = read(item);
      return value === undefined ? <Dash /> : word(value);
    },
    text: (type) => String(read(type) ?? ''),
    order: read,
  });
  const plain = (
    id: keyof typeof say,
    width: number,
    text: (type: InstanceType, words: Words) => string | undefined,
    shown?: Column<InstanceType>['shown'],
  ) => textColumn(id, () => say[id], width, text, shown);
  return [
    {
      id: 'type',
      label: () => say.type,
      width: 132,
      shown: 'fixed',
      grows: true,
      Cell: NameCell,
      text: ({ instanceType }) => instanceType,
    },
    {
      id: 'class',
      label: () => say.class,
      width: { 'en-US': 142, 'zh-CN': 116 },
      shown: 'always',
      Cell: ClassCell,
      text: (type, { language }) =>
        [classWord(classOf(type), language), type.family].filter(Boolean).join(' '),
    },
    number('cpu', 56, ({ cpu }) => cpu),
    number('memory', 84, memoryOf, words.gib),
    number('ratio', 84, perCpu, words.ratio, 'wide'),
    {
      id: 'stock',
      label: () => say.stock,
      width: 122,
      shown: 'always',
      Cell: ({ item }) => <Stock type={item} />,
      text: (type, { region }) =>
        zonesOf(type)
          .has.map((az) => zoneLetter(az, region))
          .join(' '),
      order: (type) => -zonesOf(type).has.length,
    },
    plain('gpu', 150, (type) => gpuWord(type, words), 'always'),
    plain('localDisks', 164, (type) => localDisksWord(type, words), 'wide'),
    number('nics', 84, ({ nicLimit }) => nicLimit),
    number('disks', { 'en-US': 90, 'zh-CN': 84 }, (type) => type.cloudDiskCountLimit),
    number('generation', 96, ({ generation }) => generation, String, 'asked'),
    plain('architecture', 110, ({ architecture }) => architecture),
    plain('burst', 200, (type) => burstWord(type, words)),
    plain('diskTypes', 220, ({ cloudDiskTypes = [] }, { kit }) => kit.together(cloudDiskTypes)),
    plain('description', 240, ({ desc }) => desc),
  ];
}
