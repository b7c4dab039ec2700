import { signInHeader, whoHeader } from '../../contract/proxy-api.ts';
import type { Transport } from './client.ts';

/** Why the proxy answers no call of this page: no session, or one of somebody else than the page belongs to. */
export type Closed = 'SIGN_IN_NEEDED' | 'SIGNED_IN_AS_ANOTHER';

/** Where calls wait while nobody is signed in. Nothing that was asked for or typed is lost by that. */
export interface Gate {
  /** Whose page this is; empty where that is not known. */
  who: () => string;
  /** Whether any call has been answered, so that the page shows something of somebody's. */
  answered: () => boolean;
  closed: () => Closed | undefined;
  subscribe: (listener: () => void) => () => void;
  /** Sends calls through the gate: one that meets it closed is sent again, as it was, when it opens. */
  through: (send: Transport) => Transport;
  /** Somebody has signed in. What waits is sent only for the one who asked for it. */
  open: (who: string) => void;
}

/**
 * @param whose the page is, when that is known
 * @param remember keeps who has signed in, for pages to come
 */
export function createGate(whose: string, remember: (who: string) => void): Gate {
  let who = whose;
  let answered = false;
  let closed: Closed | undefined;
  let waiting: (() => void)[] = [];
  const listeners = new Set<() => void>();
  const set = (to: Closed | undefined) => {
    closed = to;
    listeners.forEach((listener) => listener());
  };
  return {
    who: () => who,
    answered: () => answered,
    closed: () => closed,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    through: (send) => async (request) => {
      for (;;) {
        if (who) request.headers.set(whoHeader, encodeURIComponent(who));
        const response = await send(request.clone());
        const why = response.headers.get(signInHeader);
        if (!why) {
          answered = true;
          return response;
        }
        // What is not read keeps its connection, of which a browser has six.
        await response.text();
        set(why === 'SIGNED_IN_AS_ANOTHER' ? why : 'SIGN_IN_NEEDED');
        await new Promise<void>((resolve) => waiting.push(resolve));
      }
    },
    open(name) {
      remember(name);
      if (answered && who !== name) return set('SIGNED_IN_AS_ANOTHER');
      who = name;
      const all = waiting;
      waiting = [];
      set(undefined);
      all.forEach((go) => go());
    },
  };
}
