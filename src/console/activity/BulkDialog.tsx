import { Button } from '@mantine/core';
import {
  type ComponentType,
  type ReactNode,
  useEffect,
  useState,
  useSyncExternalStore,
} from 'react';
import { Dialog } from '../kit/Dialog.tsx';
import { Stepper } from '../kit/Stepper.tsx';
import { useWords } from '../words/language.tsx';
import { maxParallel, startBatch } from './batch.ts';
import type { PlannedBatch, Skipped } from './batches.ts';
import classes from './Bulk.module.css';
import { useActivity } from './context.tsx';
import { operationWords } from './operation-words.ts';
import { type Order, type PlanItem, ordered } from './plan.ts';
import { PlanControls } from './PlanControls.tsx';
import { PlanRows } from './PlanRows.tsx';
import { RunBar } from './RunBar.tsx';
import { RunButtons } from './RunButtons.tsx';
import { RunRows } from './RunRows.tsx';

export interface BulkDialogProps {
  operation: string;
  icon: ComponentType<{ size?: number; stroke?: number }>;
  tone?: 'danger';
  sign?: ReactNode;
  items: readonly PlanItem[];
  skipped: Skipped[];
  /** Left in the bar: what else can be chosen for all of them. */
  options?: ReactNode;
  /** Below that: what has to be entered for all of them. */
  fields?: ReactNode;
  /** What the choice means. */
  warning?: ReactNode;
  /** Below the rows: what has to be confirmed. */
  confirm?: ReactNode;
  /** False keeps the last button shut. */
  confirmed?: boolean;
  onStarted: () => void;
  onClose: () => void;
}

/** The same thing for several: first the plan, then, in the same place and order, how it goes. */
export function BulkDialog(props: BulkDialogProps) {
  const { operation, icon: Icon, tone, items, skipped, confirmed = true, onClose } = props;
  const words = useWords();
  const { batch: say } = words.activity;
  const { many } = operationWords(words, operation);
  const { batches } = useActivity();
  const [running, setRunning] = useState<PlannedBatch>();
  const [parallel, setParallel] = useState(5);
  const [stopAfter, setStopAfter] = useState(0);
  const [order, setOrder] = useState<Order>('name');
  if (running) return <RunDialog planned={running} onClose={onClose} />;

  const rows = ordered(items, order);
  const asked = items.length + skipped.length;
  const possible = rows.length > 0;
  const ready = possible && confirmed;
  return (
    <Dialog
      width={720}
      sign={props.sign}
      title={many(rows.length)}
      aside={skipped.length > 0 && say.skips(asked, skipped.length)}
      bar={
        <div
          className={classes.plan}
          data-bare={
            (!(possible && (props.options || props.fields)) && rows.length < 2) || undefined
          }
        >
          <div className={classes.options}>
            <div>{possible && props.options}</div>
            {rows.length > 1 && (
              <Stepper
                label={say.parallel}
                value={parallel}
                min={1}
                max={maxParallel}
                onChange={setParallel}
                fewer={say.fewer}
                more={say.more}
              />
            )}
          </div>
          {possible && props.fields}
          {possible && props.warning}
        </div>
      }
      note={possible ? say.planNote : say.nothingPossible}
      buttons={
        <>
          <Button size="md" onClick={onClose}>
            {say.cancel}
          </Button>
          <Button
            size="md"
            type="submit"
            variant="filled"
            color={tone === 'danger' ? 'red' : undefined}
            disabled={!ready}
            data-autofocus={confirmed || undefined}
            leftSection={<Icon size={14} stroke={1.7} />}
          >
            {many(rows.length)}
          </Button>
        </>
      }
      onClose={onClose}
      onSubmit={() => {
        if (!ready) return;
        const requests = rows.map(({ request, after = [] }) => [request, ...after] as const);
        const plan = { requests, goal: operation, asked, skipped, parallel, stopAfter };
        setRunning(startBatch(batches, plan));
        props.onStarted();
      }}
    >
      <PlanRows items={rows} skipped={skipped} />
      {rows.length > 2 && (
        <PlanControls
          order={order}
          onOrder={setOrder}
          stopAfter={stopAfter}
          onStopAfter={setStopAfter}
        />
      )}
      {possible && props.confirm && <div className={classes.confirm}>{props.confirm}</div>}
    </Dialog>
  );
}

/** How a batch goes. It goes on when this closes. */
export function RunDialog({ planned, onClose }: { planned: PlannedBatch; onClose: () => void }) {
  const { batch, plan } = planned;
  const words = useWords();
  const { batch: say } = words.activity;
  const state = useSyncExternalStore(batch.subscribe, batch.state);
  const { many, doingMany } = operationWords(words, batch.operation);
  const { store } = useActivity();
  useEffect(() => {
    // Shown here in full, so the tray need not point at them as well.
    store.see(
      state.items.flatMap(({ phase, entryId }) =>
        entryId !== undefined && (phase === 'failed' || phase === 'unknown') ? [entryId] : [],
      ),
    );
  }, [store, state.items]);
  const over = state.endedAt !== undefined;
  const n = state.items.length;
  return (
    <Dialog
      width={720}
      title={over ? many(n) : doingMany(n)}
      aside={plan.skipped.length > 0 && say.skips(plan.asked, plan.skipped.length)}
      bar={<RunBar batch={batch} state={state} />}
      note={!over && say.runNote}
      buttons={<RunButtons batch={batch} state={state} />}
      onClose={onClose}
      onSubmit={onClose}
    >
      <RunRows batch={batch} state={state} skipped={plan.skipped} />
    </Dialog>
  );
}
