import { createContext, type ReactNode, useContext, useMemo } from 'react';
import { useSession } from './api/context.tsx';
import type { Boot } from './boot.ts';

const BootContext = createContext<Boot | undefined>(undefined);

/** What the host told the page; who is signed in may have fewer rights than the console itself. */
export function BootProvider({ value, children }: { value: Boot; children: ReactNode }) {
  const session = useSession();
  const readOnly = value.readOnly || (session?.readOnly ?? false);
  const boot = useMemo(() => ({ ...value, readOnly }), [value, readOnly]);
  return <BootContext.Provider value={boot}>{children}</BootContext.Provider>;
}

/** What the host told the page: which cloud this is, whether writes are refused. */
export function useBoot(): Boot {
  const boot = useContext(BootContext);
  if (!boot) throw new Error('useBoot needs a BootProvider above it');
  return boot;
}
