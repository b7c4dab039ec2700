import type { Guard } from './guard.ts';
import type { ActivityStore } from './store.ts';
import { guardName } from './write.ts';

/**
 * Finds entries whose tab went away before the answer came: whoever sends holds a lock, so one that is free has no
 * sender any more. What became of the write is unknown then.
 */
export async function recover(store: ActivityStore, guard: Guard): Promise<void> {
  const sending = store.entries().filter((entry) => entry.status === 'sending');
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
