import { lifecycle } from '../../../contract/lifecycle.ts';
import { startBatch } from '../../activity/batch.ts';
import { useActivity, useEntries } from '../../activity/context.tsx';
import { isOpen } from '../../activity/entry.ts';
import type { WriteRequest } from '../../api/write.ts';

/**
 * A machine takes one of these at a time. While something started here is still going on, what is asked for next
 * waits its turn instead of being refused.
 */
export function useQueue(instanceId: string) {
  const { batches } = useActivity();
  const busy = useEntries().some(
    (entry) =>
      entry.resource.id === instanceId &&
      isOpen(entry) &&
      Object.entries(lifecycle).some(([name, { lock }]) => lock && name === entry.operation),
  );
  const enqueue = (requests: readonly WriteRequest[]) => {
    for (const request of requests) {
      startBatch(batches, {
        asked: 1,
        skipped: [],
        parallel: 1,
        stopAfter: 0,
        requests: [request],
      });
    }
  };
  return { busy, enqueue };
}
