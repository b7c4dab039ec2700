import { Button } from '@mantine/core';
import { useState } from 'react';
import type { InstanceType } from '../../../contract/instance-types.ts';
import { CheckField } from '../../kit/form/CheckField.tsx';
import { RadioTable } from '../../kit/form/RadioTable.tsx';
import { TextField } from '../../kit/form/TextField.tsx';
import { useSay } from '../../words/language.tsx';
import { changeWords } from '../change-words.ts';
import { nameOf } from '../resource.ts';
import type { Target } from './targets.ts';
import classes from './TypeTable.module.css';
import { useWords } from '../../words/language.tsx';

/** Why a type cannot be had, in words; with the name of the machine where there are several. */
export function useWhyNotType(several: boolean): (target: Target) => string | undefined {
  const { resize: say } = changeWords.useWords();
  const speak = useSay();
  return ({ obstacle }) => {
    if (!obstacle) return undefined;
    const { why, instance } = obstacle;
    const sentence = why === 'current' ? say.isCurrent : speak(why);
    return several ? say.of(nameOf(instance), sentence) : sentence;
  };
}

interface TypeTableProps {
  /** Nothing while they are being read. */
  targets: readonly Target[] | undefined;
  failed: boolean;
  /** What it has now. */
  now: string;
  value: string;
  onChange: (instanceType: string) => void;
  onRetry: () => void;
}

/** All types to choose from, the impossible ones with the reason. */
export function TypeTable({ targets, failed, now, value, onChange, onRetry }: TypeTableProps) {
  const words = changeWords.useWords();
  const { resize: say } = words;
  const { kit } = useWords();
  const whyNotType = useWhyNotType(false);
  const [search, setSearch] = useState('');
  const [onlyPossible, setOnlyPossible] = useState(true);
  const possible = targets?.filter(({ obstacle }) => !obstacle).length ?? 0;
  const found = (targets ?? [])
    .filter(
      (target) =>
        target.type.instanceType === value ||
        ((!onlyPossible || !target.obstacle) && matches(target, search)),
    )
    .sort(bySize);
  return (
    <div className={classes.choice}>
      <p className={classes.now}>
        {say.current} <strong>{now}</strong>
      </p>
      <div className={classes.tools}>
        <TextField
          label={say.find}
          labelHidden
          autofocus
          placeholder={say.findHint}
          width={260}
          value={search}
          onChange={setSearch}
        />
        <CheckField label={say.onlyPossible} checked={onlyPossible} onChange={setOnlyPossible} />
      </div>
      <RadioTable
        label={say.target}
        head={[
          { label: say.type, width: 170 },
          { label: say.cpu, width: 64, end: true },
          { label: say.memory, width: 84, end: true },
          { label: say.interfaces, width: 84, end: true },
          { label: say.disks, width: 64, end: true },
          { label: say.remarks },
        ]}
        rows={found.map((target) => {
          const { type } = target;
          const why = whyNotType(target);
          return {
            value: type.instanceType,
            label: type.instanceType,
            why,
            cells: [
              type.cpu,
              type.memoryMB !== undefined && say.gib(type.memoryMB / 1024),
              type.nicLimit,
              type.cloudDiskCountLimit,
              <span key="remarks" className={classes.remarks}>
                {why ?? remarksOf(type)}
              </span>,
            ],
          };
        })}
        value={value}
        onChange={onChange}
        empty={
          failed ? (
            <span className={classes.failed}>
              {say.failed}
              <Button size="xs" onClick={onRetry}>
                {say.retry}
              </Button>
            </span>
          ) : (
            <span role="status">{targets ? say.noMatch : say.loading}</span>
          )
        }
        foot={targets && say.foot(possible, targets.length)}
      />
    </div>
  );

  function remarksOf({ localDisks = [], gpu, burstInfo }: InstanceType): string {
    const [disk] = localDisks;
    return kit.together([
      gpu && say.gpu(gpu.number ?? 1, gpu.model ?? ''),
      disk && say.local(localDisks.length, disk.diskSizeGB ?? 0),
      burstInfo && say.burst,
    ]);
  }
}

/** Every word typed is in its name, or is its vCPU or memory. */
function matches({ type }: Target, search: string): boolean {
  const { instanceType, cpu, memoryMB = 0 } = type;
  const wanted = search.toLowerCase().split(/\s+/).filter(Boolean);
  return wanted.every(
    (word) =>
      instanceType.includes(word) || word === String(cpu) || word === String(memoryMB / 1024),
  );
}

function bySize({ type: a }: Target, { type: b }: Target): number {
  return (a.cpu ?? 0) - (b.cpu ?? 0) || (a.memoryMB ?? 0) - (b.memoryMB ?? 0);
}
