import { createContext, useContext, useSyncExternalStore } from 'react';
import type { SignedIn } from '../../contract/session.ts';
import type { Call } from './client.ts';
import type { Gate } from './gate.ts';

const CallContext = createContext<Call | undefined>(undefined);

export const CallProvider = CallContext.Provider;

/** The function that calls the cloud through the proxy. */
export function useCall(): Call {
  const call = useContext(CallContext);
  if (!call) throw new Error('useCall needs a CallProvider above it');
  return call;
}

const GateContext = createContext<Gate | undefined>(undefined);

export const GateProvider = GateContext.Provider;

/** Where calls wait while nobody is signed in. */
export function useGate(): Gate {
  const gate = useContext(GateContext);
  if (!gate) throw new Error('useGate needs a GateProvider above it');
  return gate;
}

/** Whose page this is, once that is known. */
export function useSession(): SignedIn | undefined {
  const gate = useGate();
  return useSyncExternalStore(gate.subscribe, gate.session);
}
