import { useIsFetching, useQueryClient } from '@tanstack/react-query';
import {
  createContext,
  type ReactNode,
  useContext,
  useEffect,
  useMemo,
  useSyncExternalStore,
} from 'react';
import { useActivity } from '../activity/context.tsx';
import { useCall } from '../api/context.tsx';
import { lateValue } from '../kit/late-value.ts';
import { wallClock } from '../kit/timing.ts';
import type { Watcher, WatchState } from './watcher.ts';

/** What does the looking is no part of the first load: there is nothing to look at before the first rows are there. */
const lateWatcher = lateValue<typeof Watcher | undefined>(
  async () => (await import('./watcher.ts')).Watcher,
  undefined,
);

const WatcherContext = createContext<Watcher | undefined>(undefined);

/** Keeps the instances of a region fresh for everything below it, as long as the tab is visible. */
export function WatchRoot({ region, children }: { region: string; children: ReactNode }) {
  const call = useCall();
  const client = useQueryClient();
  const { store, isResting } = useActivity();
  const isFirstRead = useIsFetching({ predicate: ({ state }) => state.status === 'pending' }) > 0;
  const Loaded = lateWatcher.useValue(!isFirstRead);
  const watcher = useMemo(
    () => Loaded && new Loaded({ call, client, store, clock: wallClock, isHidden: isResting }),
    [Loaded, call, client, store, isResting],
  );
  useEffect(() => watcher?.start(region), [watcher, region]);
  useEffect(() => {
    // Whoever comes back to the tab wants to see how things are now, not in three seconds.
    const look = () => {
      if (document.visibilityState === 'visible') void watcher?.tick();
    };
    document.addEventListener('visibilitychange', look);
    return () => document.removeEventListener('visibilitychange', look);
  }, [watcher]);
  return <WatcherContext.Provider value={watcher}>{children}</WatcherContext.Provider>;
}

const nothingYet: WatchState = { changing: 0, everySeconds: 3 };
const never = () => () => undefined;

/** How much is changing and how often it is looked at; `since` tells from when an instance has been changing. */
export function useWatch(): WatchState & {
  since: (instanceId: string) => number | undefined;
} {
  const watcher = useContext(WatcherContext);
  const state = useSyncExternalStore(
    watcher?.subscribe ?? never,
    () => watcher?.state() ?? nothingYet,
  );
  return useMemo(
    () => ({ ...state, since: (instanceId) => watcher?.since(instanceId) }),
    [state, watcher],
  );
}
