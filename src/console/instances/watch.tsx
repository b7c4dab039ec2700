import { useQueryClient } from '@tanstack/react-query';
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
import { wallClock } from '../kit/timing.ts';
import { Watcher, type WatchState } from './watcher.ts';

const WatcherContext = createContext<Watcher | undefined>(undefined);

/** Keeps the instances of a region fresh for everything below it, as long as the tab is visible. */
export function WatchRoot({ region, children }: { region: string; children: ReactNode }) {
  const call = useCall();
  const client = useQueryClient();
  const { store, isResting } = useActivity();
  const watcher = useMemo(
    () => new Watcher({ call, client, store, clock: wallClock, isHidden: isResting }),
    [call, client, store, isResting],
  );
  useEffect(() => watcher.start(region), [watcher, region]);
  useEffect(() => {
    // Whoever comes back to the tab wants to see how things are now, not in three seconds.
    const look = () => {
      if (document.visibilityState === 'visible') void watcher.tick();
    };
    document.addEventListener('visibilitychange', look);
    return () => document.removeEventListener('visibilitychange', look);
  }, [watcher]);
  return <WatcherContext.Provider value={watcher}>{children}</WatcherContext.Provider>;
}

function useWatcher(): Watcher {
  const watcher = useContext(WatcherContext);
  if (!watcher) throw new Error('useWatch needs a WatchRoot above it');
  return watcher;
}

/** How much is changing and how often it is looked at; `since` tells from when an instance has been changing. */
export function useWatch(): WatchState & Pick<Watcher, 'since' | 'refresh'> {
  const watcher = useWatcher();
  const state = useSyncExternalStore(watcher.subscribe, watcher.state);
  return useMemo(
    () => ({ ...state, since: watcher.since, refresh: watcher.refresh.bind(watcher) }),
    [state, watcher],
  );
}
