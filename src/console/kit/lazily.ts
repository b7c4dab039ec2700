import { type ComponentType, createElement, lazy, useState } from 'react';
import type { WordArea } from '../words/area.ts';

interface Lazily<P extends object> {
  component: ComponentType<P>;
  preload: () => void;
  /** Resolves when the chunk is there, or cannot be had. */
  ready: () => Promise<void>;
}

/**
 * A component in a chunk of its own, and how to fetch that chunk before it is wanted. One that is there already is
 * rendered at once: React's own `lazy` would show the fallback first, and keep it for some 300 ms.
 * @param load resolves to the component; the bundler sees the `import()` in it.
 * @param words of the component, fetched beside it, so that it is never shown without them.
 */
export function lazily<P extends object>(
  load: () => Promise<ComponentType<P>>,
  ...words: readonly Pick<WordArea<unknown>, 'ready'>[]
): Lazily<P> {
  let loaded: ComponentType<P> | undefined;
  const loadOnce = async () => {
    [loaded] = await Promise.all([load(), ...words.map((area) => area.ready())]);
    return loaded;
  };
  // A failure shows when the component is really wanted, where something can be said about it.
  const ready = () =>
    loadOnce().then(
      () => undefined,
      () => undefined,
    );
  const Later = lazy(async () => ({ default: await loadOnce() }));
  return {
    component: function Lazily(props: P) {
      // Decided once: what is on screen must not be replaced by its equal when the chunk comes.
      const [Component] = useState<ComponentType<P>>(() => loaded ?? Later);
      return createElement(Component, props);
    },
    preload: () => void ready(),
    ready,
  };
}
