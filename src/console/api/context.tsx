import { createContext, useContext } from 'react';
import type { Call } from './client.ts';

const CallContext = createContext<Call | undefined>(undefined);

export const CallProvider = CallContext.Provider;

/** The function that calls the cloud through the proxy. */
export function useCall(): Call {
  const call = useContext(CallContext);
  if (!call) throw new Error('useCall needs a CallProvider above it');
  return call;
}
