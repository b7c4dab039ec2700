import { classOf, classWord } from '../../contract/instance-families.ts';
import type { InstanceType } from '../../contract/instance-types.ts';
import { zonesOf } from '../../contract/stock.ts';
import type { Field, ListDefinition } from '../kit/list/definition.ts';
import { zoneLetter } from '../region.ts';
import { columnsFor } from './columns.tsx';
import { memoryOf } from './facts.ts';
import type { TypeWords } from './words.ts';

const isOrNot = ['is', 'not'] as const;
const isInStock = (type: InstanceType) => zonesOf(type).has.length > 0;

function fieldsFor(words: TypeWords): readonly Field<InstanceType>[] {
  const { columns: say } = words;
  const field = (
    id: keyof typeof say,
    read: (type: InstanceType) => string | undefined,
    word: Field<InstanceType>['word'] = (value) => value,
  ): Field<InstanceType> => ({
    id,
    label: () => say[id],
    operators: isOrNot,
    read: (type) => [read(type)],
    word,
  });
  return [
    field('class', classOf, (value, { language }) => classWord(value, language)),
    field('family', ({ family }) => family),
    field(
      'cpu',
      ({ cpu }) => cpu?.toString(),
      (value) => words.cpus(Number(value)),
    ),
    field(
      'memory',
      (type) => memoryOf(type)?.toString(),
      (value) => words.gib(Number(value)),
    ),
    field(
      'gpu',
      // Most have none, which somebody may want to leave out.
      ({ gpu }) => gpu?.model ?? (gpu ? '' : 'none'),
      (value) => (value === 'none' ? words.none : value),
    ),
    {
      id: 'zone',
      label: () => words.stock.zone,
      operators: ['is'],
      read: (type) => zonesOf(type).has,
      word: (value, { region }) => zoneLetter(value, region),
    },
    field('generation', ({ generation }) => generation?.toString()),
    field('architecture', ({ architecture }) => architecture),
  ];
}

/** The list of instance types: what it shows, finds and sorts by. */
export function typeListFor(words: TypeWords): ListDefinition<InstanceType> {
  return {
    name: 'instance-types',
    unit: () => words.unit,
    idOf: ({ instanceType }) => instanceType,
    nameOf: ({ instanceType }) => instanceType,
    changing: () => false,
    columns: columnsFor(words),
    fields: fieldsFor(words),
    tabs: [
      { id: 'inStock', label: () => words.stock.inStock, look: 'ok', test: isInStock },
      {
        id: 'soldOut',
        label: () => words.stock.soldOut,
        look: 'warn',
        test: (type) => !isInStock(type),
      },
    ],
    groupings: [
      {
        id: 'class',
        label: () => words.columns.class,
        read: classOf,
        word: (value, { language }) => classWord(value, language),
      },
      { id: 'family', label: () => words.columns.family, read: ({ family }) => family },
    ],
    searched: ({ instanceType, family, gpu, desc }) => [instanceType, family, gpu?.model, desc],
    sortedBy: 'type',
  };
}
