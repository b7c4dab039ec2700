import {
  type ComponentType,
  createContext,
  type ReactNode,
  type RefObject,
  useContext,
  useEffect,
  useRef,
} from 'react';
import { useRegion } from '../region.ts';
import { useWords } from '../words/language.tsx';
import { type Action, asks, useWhyNot } from './action.ts';
import { useStable } from './stable.ts';

/** One thing that can be done to what is in hand. */
interface ScopeAction {
  id: string;
  label: string;
  icon: ComponentType<{ size?: number; stroke?: number }>;
  danger: boolean;
  why: string | undefined;
  preload: (() => void) | undefined;
  /** Where it leads, for those that are links. */
  href: string | undefined;
  newTab: boolean;
  run: () => void;
}

/** What the page has in hand: the selection, the row in focus, the thing the page is about. */
export interface Scope {
  label: string;
  actions: readonly ScopeAction[];
}

type AskScope = () => Scope | undefined | Promise<Scope | undefined>;

const ScopeContext = createContext<RefObject<AskScope | undefined> | undefined>(undefined);

export function ScopeProvider({ children }: { children: ReactNode }) {
  const ref = useRef<AskScope>(undefined);
  return <ScopeContext value={ref}>{children}</ScopeContext>;
}

function useScopeRef() {
  const ref = useContext(ScopeContext);
  if (!ref) throw new Error('A scope needs a ScopeProvider above it');
  return ref;
}

/** Asks the page what it has in hand. */
export function useAskScope(): AskScope {
  const ref = useScopeRef();
  return useStable(() => ref.current?.());
}

/** A page says what it has in hand when it is asked; nothing is computed before. */
export function useOfferScope(offer: AskScope): void {
  const ref = useScopeRef();
  const latest = useStable(offer);
  useEffect(() => {
    ref.current = latest;
    return () => {
      if (ref.current === latest) ref.current = undefined;
    };
  }, [ref, latest]);
}

/** Turns actions on items into what the command palette can show. */
export function useScopeOf() {
  const words = useWords();
  const whyNot = useWhyNot();
  const region = useRegion();
  return <T,>(
    label: string,
    items: readonly T[],
    actions: readonly Action<T>[],
    open: (action: Action<T>, items: T[]) => void,
  ): Scope | undefined => {
    const [only] = items;
    if (only === undefined) return undefined;
    const single = items.length === 1;
    const offered = single ? actions : actions.filter(({ bulk }) => bulk);
    return {
      label,
      actions: offered.map((action) => {
        const reasons = items.map((item) => whyNot(action, item));
        return {
          id: action.id,
          label: `${action.label(words)}${asks(action) || !single ? '…' : ''}`,
          icon: action.icon,
          danger: action.tone === 'danger',
          // With several it can be done as long as it can be done to one of them.
          why: reasons.includes(undefined) ? undefined : reasons[0],
          preload: action.preload,
          href: single ? action.link?.to(only, region) : undefined,
          newTab: action.link?.newTab ?? false,
          run: () => open(action, [...items]),
        };
      }),
    };
  };
}
