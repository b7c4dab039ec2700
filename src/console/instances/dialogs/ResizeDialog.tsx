import { IconArrowsDiagonal } from '@tabler/icons-react';
import { useState } from 'react';
import { resizeInstance } from '../../../contract/instance-actions.ts';
import type { InstanceType } from '../../../contract/instance-types.ts';
import type { Instance, InstanceDiskAttachment } from '../../../contract/instances.ts';
import { whyNotEvenStopped } from '../../../contract/lifecycle.ts';
import { localDataDisks } from '../../../contract/resize-rules.ts';
import { OneOrManyDialog } from '../../activity/OneOrManyDialog.tsx';
import type { ActionDialogProps } from '../../kit/action.ts';
import { CheckField } from '../../kit/form/CheckField.tsx';
import { PickField, possibleFirst } from '../../kit/form/PickField.tsx';
import { Note } from '../../kit/Note.tsx';
import { useWords } from '../../words/language.tsx';
import { changeWords } from '../change-words.ts';
import { nameOf, resourceOf } from '../resource.ts';
import { usePlan } from './plan.ts';
import { useInstanceRow, useInstanceSplit } from './split.ts';
import { stopsFirst, whileStopped } from './steps.ts';
import { StopFirst } from './StopFirst.tsx';
import { type Target, useTargets } from './targets.ts';
import { TypeTable, useWhyNotType } from './TypeTable.tsx';

/** Another type for one instance or several: those that are possible, what it costs and what is lost. */
export function ResizeDialog(props: ActionDialogProps<Instance>) {
  const { items, region } = props;
  const { resize: say, gone } = changeWords.useWords();
  const { instances, kit } = useWords();
  const row = useInstanceRow();
  const split = useInstanceSplit(resizeInstance.name, items, whyNotEvenStopped);
  const { able } = split;
  const { targets, failed, retry } = useTargets(able, region);
  const whyNotType = useWhyNotType(able.length > 1);
  const planOf = usePlan();
  const [instanceType, setInstanceType] = useState('');
  const [force, setForce] = useState(false);
  const [start, setStart] = useState(true);

  // What was chosen may have become impossible: stock moves.
  const target = targets?.find(({ type }) => type.instanceType === instanceType);
  const losers = able.filter((instance) => localDataDisks(instance).length > 0);
  const wiped = losers.flatMap(localDataDisks);
  const ready =
    target !== undefined && target.obstacle === undefined && (force || wiped.length === 0);
  const stepsFor = (instance: Instance) =>
    whileStopped(
      instance,
      region,
      {
        operation: resizeInstance,
        input: {
          regionId: region,
          instanceId: instance.instanceId,
          instanceType,
          ...(localDataDisks(instance).length > 0 && { force: true }),
        },
        resource: resourceOf(instance),
      },
      stopsFirst(instance) && start,
    );
  const sizesOf = (disks: readonly InstanceDiskAttachment[]) => {
    const sizes = disks.map(({ localDisk }) => localDisk?.diskSizeGB ?? 0);
    const times = (size: number) => sizes.filter((one) => one === size).length;
    return kit.together([...new Set(sizes)].map((size) => say.local(times(size), size)));
  };
  const sizeOf = ({ cpu = 0, memoryMB = 0 }: InstanceType) => instances.sum(cpu, memoryMB / 1024);
  const modes = new Set(able.map(({ charge }) => charge?.chargeMode === 'prepaid_by_duration'));
  const consequences = (
    <>
      {wiped.length > 0 && (
        <>
          <Note tone="bad">
            {say.wiped(
              items.length === 1 ? sizesOf(wiped) : say.disksOf(wiped.length, losers.length),
            )}
          </Note>
          <CheckField label={say.force} checked={force} onChange={setForce} />
        </>
      )}
      <StopFirst instances={able.filter(stopsFirst)} start={start} onStart={setStart} />
      {modes.has(false) && <p>{say.postpaid}</p>}
      {modes.has(true) && <p>{say.prepaid}</p>}
    </>
  );

  const choiceOf = (one: Target) => ({
    value: one.type.instanceType,
    label: one.type.instanceType,
    note: sizeOf(one.type),
    why: whyNotType(one),
  });

  const [only] = items;
  const now = targets?.find(({ type }) => type.instanceType === only.instanceType)?.type;
  return (
    <OneOrManyDialog
      {...props}
      operation="resizeInstance"
      width={720}
      title={say.title(nameOf(only))}
      id={only.instanceId}
      verb={say.verb}
      icon={IconArrowsDiagonal}
      note={planOf(stepsFor(only))}
      split={split}
      rowOf={(instance) => {
        const lost = localDataDisks(instance);
        return {
          ...row(instance),
          note: lost.length > 0 ? gone(sizesOf(lost)) : (instance.instanceType ?? ''),
          loud: lost.length > 0,
        };
      }}
      stepsFor={stepsFor}
      fields={
        items.length === 1 ? (
          <TypeTable
            {...{ targets, failed }}
            now={say.now(only.instanceType ?? '', now ? sizeOf(now) : '')}
            value={instanceType}
            onChange={setInstanceType}
            onRetry={retry}
          />
        ) : (
          <PickField
            label={say.several}
            placeholder={say.choose}
            value={instanceType}
            choices={targets && possibleFirst(targets.map(choiceOf))}
            failed={failed}
            onChange={setInstanceType}
          />
        )
      }
      warning={consequences}
      ready={ready}
    />
  );
}
