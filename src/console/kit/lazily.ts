import { type ComponentType, lazy } from 'react';

interface Lazily<P extends object> {
  component: ComponentType<P>;
  preload: () => void;
  /** Resolves when the chunk is there, or cannot be had. */
  ready: () => Promise<void>;
}

/**
 * A component in a chunk of its own, and how to fetch that chunk before it is wanted.
 * @param load resolves to the component; the bundler sees the `import()` in it.
 */
export function lazily<P extends object>(load: () => Promise<ComponentType<P>>): Lazily<P> {
  // A failure shows when the component is really wanted, where something can be said about it.
  const ready = () =>
    load().then(
      () => undefined,
      () => undefined,
    );
  return {
    component: lazy(async () => ({ default: await load() })),
    preload: () => void ready(),
    ready,
  };
}
