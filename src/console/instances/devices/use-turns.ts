import { lifecycle } from '../../../contract/lifecycle.ts';
import { startBatch } from '../../activity/batch.ts';
import { useActivity, useEntries } from '../../activity/context.tsx';
import { isOpen } from '../../activity/entry.ts';
import { useSubmit } from '../../activity/use-submit.ts';
import type { WriteRequest } from '../../api/write.ts';

type Requests = readonly [WriteRequest, ...WriteRequest[]];

/**
 * Sends what a dialog asks for about the devices of an instance, which takes one of these at a time. While something
 * started here is still going on, what is asked for next waits its turn instead of being refused.
 */
export function useTurns(instanceId: string, onDone: () => void) {
  const { batches } = useActivity();
  const waits = useEntries().some(
    (entry) =>
      entry.resource.id === instanceId &&
      isOpen(entry) &&
      Object.entries(lifecycle).some(([name, { lock }]) => lock && name === entry.operation),
  );
  const { submit, ...submission } = useSubmit(onDone);
  const send = (...requests: Requests) => {
    if (!waits) {
      void submit(requests, requests[0].operation.name);
      return;
    }
    for (const request of requests) {
      startBatch(batches, {
        asked: 1,
        skipped: [],
        parallel: 1,
        stopAfter: 0,
        requests: [request],
      });
    }
    onDone();
  };
  return {
    waits,
    send,
    /** Makes something, which is no matter of turns, and then gives it to the instance. */
    makeAndSend: (create: WriteRequest, request: WriteRequest) =>
      void submit([create, request], request.operation.name),
    submission,
  };
}
