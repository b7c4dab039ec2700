import { useQuery } from '@tanstack/react-query';
import type { Instance } from '../../../contract/instances.ts';
import { describeSnapshots } from '../../../contract/snapshots.ts';
import { useCall } from '../../api/context.tsx';
import { readOptions } from '../../api/reads.ts';
import { StatusGlyph } from '../../kit/Status.tsx';
import { useWords } from '../../words/language.tsx';
import { cloudDiskIds, lossesOf, type Part, partKinds } from './losses.ts';
import classes from './LossesTable.module.css';

interface LossesTableProps {
  instances: readonly Instance[];
  region: string;
  releaseElasticIps: boolean;
}

/** What is erased for good, and what stays and goes on costing money. */
export function LossesTable({ instances, region, releaseElasticIps }: LossesTableProps) {
  const { deleteInstance: say } = useWords().actions;
  const snapshots = useSnapshotCount(instances, region);
  const losses = instances.map((instance) => lossesOf(instance, releaseElasticIps));
  const lines = (of: Part[]) =>
    instances.length === 1
      ? of.map((part) => ({
          key: part.kind + part.what,
          label: say.part(part.kind, isDevice(part) ? part.what : ''),
          value: isDevice(part)
            ? part.sizeGB === undefined
              ? ''
              : say.size(part.sizeGB)
            : part.what,
        }))
      : summed(of).map(({ kind, n, sizeGB }) => ({
          key: kind,
          label: say.parts(kind, n),
          value: sizeGB > 0 ? say.size(sizeGB) : '',
        }));
  const kept = lines(losses.flatMap(({ kept }) => kept));
  return (
    <div className={classes.columns}>
      <section>
        <h3 className={classes.erased}>{say.erased}</h3>
        <Lines lines={lines(losses.flatMap(({ erased }) => erased))} />
      </section>
      <section>
        <h3 className={classes.kept}>
          <StatusGlyph look="warn" />
          {say.kept}
        </h3>
        <Lines
          lines={
            snapshots > 0
              ? [...kept, { key: 'snapshots', label: say.snapshots, value: say.pieces(snapshots) }]
              : kept
          }
        />
        {kept.length === 0 && snapshots === 0 && <p className={classes.none}>{say.nothingKept}</p>}
      </section>
    </div>
  );
}

function Lines({ lines }: { lines: { key: string; label: string; value: string }[] }) {
  return (
    <dl>
      {lines.map(({ key, label, value }) => (
        <div key={key} className={classes.line}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

const isDevice = ({ kind }: Part) =>
  kind === 'systemDisk' || kind === 'dataDisk' || kind === 'localDisk';

function summed(parts: Part[]) {
  const byKind = new Map<Part['kind'], { kind: Part['kind']; n: number; sizeGB: number }>();
  for (const { kind, sizeGB = 0 } of parts) {
    const sum = byKind.get(kind) ?? { kind, n: 0, sizeGB: 0 };
    byKind.set(kind, { kind, n: sum.n + 1, sizeGB: sum.sizeGB + sizeGB });
  }
  return partKinds.flatMap((kind) => byKind.get(kind) ?? []);
}

/** How many snapshots of their disks stay; 0 while that is not known. */
function useSnapshotCount(instances: readonly Instance[], regionId: string): number {
  const call = useCall();
  // An address has a length limit: with more disks than this nothing is said of snapshots.
  const values = cloudDiskIds(instances);
  const { data } = useQuery({
    ...readOptions(call, describeSnapshots, {
      regionId,
      pageSize: 10,
      filters: [{ name: 'diskId', values }],
    }),
    enabled: values.length > 0 && values.length <= 100,
  });
  return data?.totalCount ?? 0;
}
