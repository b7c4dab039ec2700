import type { Guard } from './guard.ts';
import type { ActivityStore } from './store.ts';
import { guardName } from './write.ts';

/** Longer than the proxy waits for the cloud: whoever sent this has an answer by now, or is gone. */
export const longestCall = 2 * 60_000;

/**
 * Finds entries whose tab went away before the answer came: whoever sends holds a lock, so one that is free has no
 * sender any more. What became of the write is unknown then.
 * @param shared whether the guard knows of other tabs; without that only time tells.
 */
export async function recover(
  store: ActivityStore,
  guard: Guard,
  shared: boolean,
  now: number,
): Promise<void> {
  const sending = store
    .entries()
    .filter(({ status }) => status === 'sending')
    .filter(({ startedAt }) => shared || now - startedAt > longestCall);
  await Promise.all(
    sending.map((entry) =>
      guard(guardName({ operation: { name: entry.operation }, resource: entry.resource }), () => {
        // It may have been answered while the lock was asked for.
        if (store.get(entry.id)?.status === 'sending') store.end(entry.id, { status: 'unknown' });
        return Promise.resolve(true);
      }),
    ),
  );
}
