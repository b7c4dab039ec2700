import {
  createContext,
  type ReactNode,
  useContext,
  useEffect,
  useLayoutEffect,
  useMemo,
  useState,
} from 'react';
import { UNSAFE_NavigationContext as NavigationContext } from 'react-router';
import { useWords } from '../words/language.tsx';
import { useStable } from './stable.ts';

/** Those who have something to lose when another page takes their place. */
type Guards = Set<object>;

const GuardsContext = createContext<Guards | undefined>(undefined);

/**
 * Lets a page ask before another one of the console takes its place. `useBlocker` would want the data router, which
 * weighs more than twice as much; so the way on is asked for where links, menus and the palette all pass.
 */
export function WayGuard({ children }: { children: ReactNode }) {
  const { kit } = useWords();
  const [guards] = useState<Guards>(() => new Set());
  const mayGo = useStable(() => guards.size === 0 || window.confirm(kit.leave));
  useGuardedBack(mayGo);
  const navigation = useContext(NavigationContext);
  const guarded = useMemo(() => {
    const { navigator } = navigation;
    const push: typeof navigator.push = (...to) => mayGo() && navigator.push(...to);
    const replace: typeof navigator.replace = (...to) => mayGo() && navigator.replace(...to);
    return { ...navigation, navigator: { ...navigator, push, replace } };
  }, [navigation, mayGo]);
  return (
    <GuardsContext value={guards}>
      <NavigationContext value={guarded}>{children}</NavigationContext>
    </GuardsContext>
  );
}

/** Back and Forward, where the browser lets them be called off; elsewhere they go unasked. */
function useGuardedBack(mayGo: () => boolean): void {
  useEffect(() => {
    if (!('navigation' in window)) return undefined;
    const { navigation } = window;
    const ask = (event: NavigateEvent) => {
      const isBack = event.navigationType === 'traverse' && event.cancelable;
      if (isBack && !mayGo()) event.preventDefault();
    };
    navigation.addEventListener('navigate', ask);
    return () => navigation.removeEventListener('navigate', ask);
  }, [mayGo]);
}

/** Asks before another page of the console comes, while there is something to lose. */
export function useWayGuard(active: boolean): void {
  const guards = useContext(GuardsContext);
  // Before anything can be clicked, and gone at once when it is over.
  useLayoutEffect(() => {
    if (!active || !guards) return undefined;
    const guard = {};
    guards.add(guard);
    return () => void guards.delete(guard);
  }, [active, guards]);
}
