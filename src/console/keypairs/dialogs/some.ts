import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { describeInstances, type Instance } from '../../../contract/instances.ts';
import type { attachKeypair, detachKeypair } from '../../../contract/keypairs.ts';
import { useActivity } from '../../activity/context.tsx';
import { useSubmit } from '../../activity/use-submit.ts';
import { useCall } from '../../api/context.tsx';
import { inParts } from '../../api/in-parts.ts';
import type { WriteRequest } from '../../api/write.ts';
import { absorb } from '../../instances/queries.ts';

type KeypairWrite = typeof attachKeypair | typeof detachKeypair;

/**
 * Sends a write about several instances, which may be done to some of them and not to others.
 * @param onDone called when it was done to all.
 * @returns with `left`: those it was not done to.
 */
export function useSomeSubmit<O extends KeypairWrite>(
  region: string,
  instanceIds: readonly string[],
  onDone: () => void,
) {
  const call = useCall();
  const client = useQueryClient();
  const [left, setLeft] = useState<readonly string[]>([]);
  /** The write is about the key pair, so nobody else looks at the instances again. */
  const refresh = async () => {
    const fresh = new Map<string, Instance>();
    for (const { ids, pageSize } of inParts(instanceIds)) {
      const { result } = await call(describeInstances, {
        regionId: region,
        pageSize,
        filters: [{ name: 'instanceId', values: ids }],
      });
      for (const instance of result.instances ?? []) fresh.set(instance.instanceId, instance);
    }
    absorb(client, region, fresh);
  };
  const { store } = useActivity();
  const { submit, ...submission } = useSubmit<O>(({ failInstanceId = [] }, entryId) => {
    // It is said here.
    store.see([entryId]);
    // What cannot be read now is read with the next refresh of the list.
    void refresh().catch(() => undefined);
    setLeft(failInstanceId);
    if (failInstanceId.length === 0) onDone();
  });
  return {
    left,
    // With some left out the dialog stays, and the answer is in.
    submission: left.length > 0 ? { ...submission, busy: false } : submission,
    submit: (request: WriteRequest<O>) => void submit(request),
  };
}
