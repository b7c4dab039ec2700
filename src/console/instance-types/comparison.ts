import { classOf, classWord } from '../../contract/instance-families.ts';
import type { InstanceType } from '../../contract/instance-types.ts';
import { isSoldOut } from '../../contract/stock.ts';
import type { Language } from '../../contract/words.ts';
import { zoneLetter } from '../region.ts';
import { burstWord, gpuWord, localDisksWord, memoryOf, perCpu } from './facts.ts';
import type { TypeWords } from './words.ts';

/** One fact of some types. */
export interface Line {
  id: string;
  label: string;
  /** One per type, in words; undefined where it has none, or where nothing is told. */
  values: readonly (string | undefined)[];
  differs: boolean;
}

interface LineGroup {
  id: 'kind' | 'power' | 'limits' | 'stock';
  lines: readonly Line[];
}

interface Setting {
  words: TypeWords;
  together: (parts: readonly string[]) => string;
  language: Language;
  region: string;
}

/** The facts of types, line by line; those that none of them has are left out. */
export function linesOf(types: readonly InstanceType[], setting: Setting): LineGroup[] {
  const { words, together, language, region } = setting;
  const { columns: say, stock } = words;
  const line = (
    id: string,
    label: string,
    read: (type: InstanceType) => string | undefined,
  ): Line[] => {
    const values = types.map((type) => read(type) || undefined);
    if (values.every((value) => value === undefined)) return [];
    return [{ id, label, values, differs: new Set(values).size > 1 }];
  };
  const maybe = (value: number | undefined, word: (n: number) => string = words.number) =>
    value === undefined ? undefined : word(value);
  const zones = new Set(types.flatMap(({ state = [] }) => state.flatMap(({ az }) => az ?? [])));
  return [
    {
      id: 'kind',
      lines: [
        ...line('class', say.class, (type) => classWord(classOf(type), language)),
        ...line('family', say.family, ({ family }) => family),
        ...line('generation', say.generation, ({ generation }) => maybe(generation, String)),
        ...line('architecture', say.architecture, ({ architecture }) => architecture),
        ...line('description', say.description, ({ desc }) => desc),
      ],
    },
    {
      id: 'power',
      lines: [
        ...line('cpu', say.cpu, ({ cpu }) => maybe(cpu)),
        ...line('memory', say.memory, (type) => maybe(memoryOf(type), words.gib)),
        ...line('ratio', say.ratio, (type) => maybe(perCpu(type), words.ratio)),
        ...line('burst', say.burst, (type) => burstWord(type, words)),
        ...line('gpu', say.gpu, (type) => gpuWord(type, words)),
        ...line('localDisks', say.localDisks, (type) => localDisksWord(type, words)),
        ...line('rdma', say.rdma, ({ rdma }) =>
          rdma?.count ? words.rdma(rdma.count, rdma.bandwidthGbps) : undefined,
        ),
      ],
    },
    {
      id: 'limits',
      lines: [
        ...line('nics', say.nics, ({ nicLimit }) => maybe(nicLimit)),
        ...line('disks', say.disks, (type) => maybe(type.cloudDiskCountLimit)),
        ...line('diskTypes', say.diskTypes, ({ cloudDiskTypes = [] }) =>
          together([...cloudDiskTypes].sort()),
        ),
      ],
    },
    {
      id: 'stock',
      lines: [...zones].sort().flatMap((az) =>
        line(az, stock.inZoneLabel(zoneLetter(az, region)), (type) => {
          if (!type.state?.some((one) => one.az === az)) return undefined;
          return isSoldOut(type, az) ? stock.soldOut : stock.inStock;
        }),
      ),
    },
  ];
}
