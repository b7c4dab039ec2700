import { useQueryClient } from '@tanstack/react-query';
import {
  createContext,
  type ReactNode,
  useContext,
  useEffect,
  useMemo,
  useSyncExternalStore,
} from 'react';
import { useCall } from '../api/context.tsx';
import { ActionHost } from '../kit/ActionHost.tsx';
import type { Entry } from './entry.ts';
import { createGuard } from './guard.ts';
import { recover } from './recover.ts';
import { ActivityStore } from './store.ts';
import { createWrite, type Write } from './write.ts';

interface Activity {
  store: ActivityStore;
  write: Write;
}

const ActivityContext = createContext<Activity | undefined>(undefined);

/** Remembers what is started below it, and shows the dialogs of actions. */
export function ActivityRoot({ children }: { children: ReactNode }) {
  const call = useCall();
  const client = useQueryClient();
  const { store, write, guard } = useMemo(() => {
    const store = new ActivityStore(storageOf(window), Date.now);
    const guard = createGuard('locks' in navigator ? navigator.locks : undefined);
    return { store, guard, write: createWrite({ call, store, guard, now: Date.now }) };
  }, [call]);
  useEffect(() => {
    const hear = (event: StorageEvent) => store.heard(event.key);
    window.addEventListener('storage', hear);
    void recover(store, guard);
    return () => window.removeEventListener('storage', hear);
  }, [store, guard]);
  useEffect(
    () =>
      store.onChange((entry, before) => {
        if (entry.status === before?.status || entry.status === 'sending') return;
        // What a write touches has changed once when it is accepted, and again when it ends.
        for (const name of entry.touches) void client.invalidateQueries({ queryKey: [name] });
      }),
    [store, client],
  );
  const activity = useMemo(() => ({ store, write }), [store, write]);
  return (
    <ActivityContext.Provider value={activity}>
      <ActionHost send={write}>{children}</ActionHost>
    </ActivityContext.Provider>
  );
}

/** Reading `localStorage` throws where the user has switched it off. */
function storageOf(window: Window): Storage | undefined {
  try {
    return window.localStorage;
  } catch {
    return undefined;
  }
}

export function useActivity(): Activity {
  const activity = useContext(ActivityContext);
  if (!activity) throw new Error('useActivity needs an ActivityRoot above it');
  return activity;
}

/** Everything remembered, newest first. */
export function useEntries(): readonly Entry[] {
  const { store } = useActivity();
  return useSyncExternalStore(store.subscribe, store.entries);
}
