import { useState } from 'react';
import type { OutputOf, WriteOperation } from '../../contract/operation.ts';
import { listOf, type Steps } from '../api/write.ts';
import type { Failure } from '../kit/explain.ts';
import { useActivity } from './context.tsx';

/** Where a form that sends one write is. */
export interface Submission {
  busy: boolean;
  /** Why it did not go through. */
  failure?: Failure & { requestId?: string | undefined };
  /** It may have happened all the same, so the form must not send it again. */
  unknown: boolean;
}

/**
 * Sends the one write of a dialog or form, or the first of several that follow each other. What goes wrong is shown there, and so counts as seen in the activity.
 * @param onAccepted called with the cloud's answer once it has taken it.
 */
export function useSubmit<O extends WriteOperation>(
  onAccepted: (result: OutputOf<O>, entryId: string) => void,
) {
  const { sequences, store } = useActivity();
  const [state, setState] = useState<Submission>({ busy: false, unknown: false });
  const submit = async (steps: Steps<O>, goal = '') => {
    if (state.busy) return;
    setState({ busy: true, unknown: false });
    const outcome = await sequences.start(listOf(steps), goal);
    switch (outcome.kind) {
      case 'accepted':
        onAccepted(outcome.result, outcome.entryId);
        return;
      case 'busy':
        setState({
          busy: false,
          unknown: false,
          failure: { code: 0, status: 'BUSY', message: '' },
        });
        return;
      case 'refused':
      case 'unknown':
        store.see([outcome.entryId]);
        setState({ busy: false, unknown: outcome.kind === 'unknown', failure: outcome.error });
    }
  };
  return { ...state, submit };
}
