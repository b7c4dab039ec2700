import { useQueryClient } from '@tanstack/react-query';
import {
  createContext,
  type ReactNode,
  useContext,
  useEffect,
  useMemo,
  useSyncExternalStore,
} from 'react';
import { useCall, useSession } from '../api/context.tsx';
import { ActionHost } from '../kit/ActionHost.tsx';
import { wallClock } from '../kit/timing.ts';
import { type PlannedBatch, Batches } from './batches.ts';
import { type Doing, doingsOf } from './doings.ts';
import type { Entry } from './entry.ts';
import { createGuard } from './guard.ts';
import { recover } from './recover.ts';
import { Sequences } from './sequences.ts';
import { ActivityStore } from './store.ts';
import { createWrite, type Write } from './write.ts';

interface Activity {
  store: ActivityStore;
  write: Write;
  batches: Batches;
  sequences: Sequences;
  /** Nobody is looking, and nothing waits for an end before it sends the next thing. */
  isResting: () => boolean;
}

const ActivityContext = createContext<Activity | undefined>(undefined);

/** Remembers what is started below it, and shows the dialogs of actions. */
export function ActivityRoot({ children }: { children: ReactNode }) {
  const call = useCall();
  const client = useQueryClient();
  const owner = useSession()?.who;
  const { guard, ...activity } = useMemo(() => {
    // Of whoever has not signed in yet nothing is kept.
    const keep = owner === undefined ? undefined : storageOf(window);
    const store = new ActivityStore(keep, Date.now, owner ?? '');
    const shared = 'locks' in navigator;
    const guard = createGuard(shared ? navigator.locks : undefined);
    const write = createWrite({ call, store, guard, now: Date.now });
    const sequences = new Sequences({ write, store, guard, clock: wallClock, shared });
    const batches = new Batches({ sequences, store, clock: wallClock });
    const isResting = () =>
      document.visibilityState === 'hidden' && !batches.hasQueued() && !sequences.isRunning();
    return { store, guard, write, batches, sequences, isResting };
  }, [call, owner]);
  const { store, write, batches, sequences, isResting } = activity;
  useEffect(() => {
    const hear = (event: StorageEvent) => store.heard(event.key);
    window.addEventListener('storage', hear);
    void recover(store, guard, 'locks' in navigator, Date.now());
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
  useEffect(() => sequences.watch(), [sequences]);
  useEffect(() => {
    const warn = (event: BeforeUnloadEvent) => {
      if (batches.hasQueued() || sequences.holdsSecrets()) event.preventDefault();
    };
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, [batches, sequences]);
  const value = useMemo(
    () => ({ store, write, batches, sequences, isResting }),
    [store, write, batches, sequences, isResting],
  );
  return (
    <ActivityContext.Provider value={value}>
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

/** The same as what was asked for: the steps of a sequence count as one. */
export function useDoings(): readonly Doing[] {
  const entries = useEntries();
  return useMemo(() => doingsOf(entries), [entries]);
}

/** The batches of this page, newest first. */
export function useBatches(): readonly PlannedBatch[] {
  const { batches } = useActivity();
  return useSyncExternalStore(batches.subscribe, batches.list);
}
