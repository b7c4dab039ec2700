import { sessionPath, signInHeader, whoHeader } from '../../contract/proxy-api.ts';
import { SignedIn } from '../../contract/session.ts';
import type { Transport } from './client.ts';

/** Why the proxy answers no call of this page: no session, or one of somebody else than the page belongs to. */
export type Closed = 'SIGN_IN_NEEDED' | 'SIGNED_IN_AS_ANOTHER';

/** Where calls wait while nobody is signed in. Nothing that was asked for or typed is lost by that. */
export interface Gate {
  /** Whose page this is, once that is known. */
  session: () => SignedIn | undefined;
  /** Whether any call has been answered, so that the page shows something of somebody's. */
  answered: () => boolean;
  closed: () => Closed | undefined;
  subscribe: (listener: () => void) => () => void;
  /**
   * Sends calls through the gate: one that meets it closed is sent again, as it was, when it opens. None is sent
   * before it is known for whom.
   */
  through: (send: Transport) => Transport;
  /** Somebody has signed in. What waits is sent only for the one who asked for it. */
  open: (session: SignedIn) => void;
}

/** @param whose the page is, when that is known */
export function createGate(whose: SignedIn | undefined): Gate {
  let session = whose;
  let answered = false;
  let closed: Closed | undefined;
  let waiting: (() => void)[] = [];
  const listeners = new Set<() => void>();
  const set = (to: Closed | undefined) => {
    closed = to;
    listeners.forEach((listener) => listener());
  };

  function open(now: SignedIn): void {
    if (answered && session?.who !== now.who) return set('SIGNED_IN_AS_ANOTHER');
    session = now;
    const all = waiting;
    waiting = [];
    set(undefined);
    all.forEach((go) => go());
  }

  return {
    session: () => session,
    answered: () => answered,
    closed: () => closed,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    through: (send) => async (request) => {
      for (;;) {
        const isAsking = session === undefined;
        if (session) request.headers.set(whoHeader, encodeURIComponent(session.who));
        const response = await send(isAsking ? whoIsIt(request) : request.clone());
        const why = response.headers.get(signInHeader);
        if (!why && isAsking && response.ok) {
          // Somebody who came by a link from elsewhere: the page itself was asked for without the session.
          open(SignedIn.parse(await response.json()));
          continue;
        }
        if (!why) {
          answered = !isAsking;
          return response;
        }
        // What is not read keeps its connection, of which a browser has six.
        await response.text();
        set(why === 'SIGNED_IN_AS_ANOTHER' ? why : 'SIGN_IN_NEEDED');
        await new Promise<void>((resolve) => waiting.push(resolve));
      }
    },
    open,
  };
}

function whoIsIt({ url, signal }: Request): Request {
  return new Request(new URL(sessionPath, url), { signal });
}
