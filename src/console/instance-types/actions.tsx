import { IconArrowsDiff, IconPlus, IconServer2 } from '@tabler/icons-react';
import { useEffect, useMemo } from 'react';
import { useNavigate } from 'react-router';
import type { InstanceType } from '../../contract/instance-types.ts';
import { zonesOf } from '../../contract/stock.ts';
import type { Sentence } from '../../contract/words.ts';
import type { Action, ActionDialogProps } from '../kit/action.ts';
import { copyAction } from '../kit/copy-action.ts';
import { paths } from '../paths.ts';
import { soldOutHere } from '../words/sentences.ts';
import { typeWords, type TypeWords } from './words.ts';

/** What can be done with types, in the order of every menu and bar. */
function actionsWith({ actions: say }: TypeWords): readonly Action<InstanceType>[] {
  const common = { writes: false, whyNot: () => undefined };
  return [
    {
      id: 'createInstances',
      label: () => say.create,
      icon: IconPlus,
      group: 0,
      bulk: false,
      writes: true,
      whyNot: whyNotCreate,
      link: {
        to: ({ instanceType }, region) => paths.create(region, { type: instanceType }),
        newTab: false,
      },
    },
    {
      ...common,
      id: 'compareTypes',
      label: () => say.compare,
      icon: IconArrowsDiff,
      group: 0,
      bulk: true,
      link: {
        to: ({ instanceType }, region) => paths.typeCompare(region, [instanceType]),
        newTab: false,
      },
      dialog: ToComparison,
    },
    {
      ...common,
      id: 'instancesOfType',
      label: () => say.instances,
      icon: IconServer2,
      group: 0,
      bulk: false,
      link: {
        to: ({ instanceType }, region) => instancesPath(region, instanceType),
        newTab: false,
      },
    },
    copyAction(
      { id: 'copyName', label: () => say.copyName, group: 1 },
      ({ instanceType }: InstanceType) => instanceType,
    ),
  ];
}

/** A type that no zone has makes no instance. */
export function whyNotCreate(type: InstanceType): Sentence | undefined {
  const { has, lacks } = zonesOf(type);
  return has.length === 0 && lacks.length > 0 ? soldOutHere : undefined;
}

/** Several are compared on a page of their own. */
function ToComparison({ items, region, onDone }: ActionDialogProps<InstanceType>) {
  const navigate = useNavigate();
  useEffect(() => {
    onDone();
    const names = items.map(({ instanceType }) => instanceType);
    void navigate(paths.typeCompare(region, names));
  }, [items, region, onDone, navigate]);
  return null;
}

/** The list of instances, narrowed to those of a type. */
export function instancesPath(region: string, type: string): string {
  return `${paths.instances(region)}?${new URLSearchParams({ f: `type:is:${type}` })}`;
}

export function useTypeActions(): readonly Action<InstanceType>[] {
  const words = typeWords.useWords();
  return useMemo(() => actionsWith(words), [words]);
}
