import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useActivity } from '../activity/context.tsx';
import { useCall } from '../api/context.tsx';
import { wallClock } from '../kit/timing.ts';

/** Reads that show images or their tasks. */
const reads: ReadonlySet<unknown> = new Set(['describeImages', 'imageTasks']);

/**
 * Keeps changing images and running tasks fresh, and lets what was started on them end in the activity. What does the
 * looking is fetched when there is first something to look at.
 */
export function ImageWatch() {
  const call = useCall();
  const client = useQueryClient();
  const { store, isResting } = useActivity();
  useEffect(() => {
    let stop = () => {};
    let state: 'idle' | 'started' | 'over' = 'idle';
    const begin = () => {
      if (state !== 'idle') return;
      state = 'started';
      void import('./watcher.ts').then(
        ({ ImageWatcher }) => {
          if (state === 'over') return;
          const clock = wallClock;
          const watcher = new ImageWatcher({ call, client, store, clock, isHidden: isResting });
          stop = watcher.start();
        },
        // The next thing to look at tries again.
        () => {
          if (state === 'started') state = 'idle';
        },
      );
    };
    const isAboutImages = () =>
      store
        .entries()
        .some(({ status, work, operation }) =>
          status === 'running'
            ? (work?.kind ?? 'instance') !== 'instance'
            : status === 'unknown' && /Image/.test(operation),
        );
    if (isAboutImages()) begin();
    const stops = [
      store.onChange(() => {
        if (isAboutImages()) begin();
      }),
      client.getQueryCache().subscribe(({ query }) => {
        if (reads.has(query.queryKey[0])) begin();
      }),
    ];
    return () => {
      state = 'over';
      stop();
      for (const each of stops) each();
    };
  }, [call, client, store, isResting]);
  return null;
}
