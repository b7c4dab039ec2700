import { type ComponentProps, Suspense } from 'react';
import type { ActionMenu as ActionMenuPart } from './ActionMenu.tsx';
import { lazily } from './lazily.ts';
import type { ChoiceMenu as ChoiceMenuPart } from './Menu.tsx';

// Nothing floats before somebody points at something, so none of it is in the first load.
const parts = () => import('./float-parts.ts');
const floating = lazily(async () => (await parts()).Floating);
const menu = lazily(async () => (await parts()).Menu);
const choiceMenu = lazily(async () => (await parts()).ChoiceMenu);
const actionMenu = lazily(async () => (await parts()).ActionMenu);

/** Fetches the code of everything that floats. */
export function preloadFloats(): void {
  for (const part of [floating, menu, choiceMenu, actionMenu]) part.preload();
}

/** See Floating.tsx. */
export function Floating(props: ComponentProps<typeof floating.component>) {
  return (
    <Suspense fallback={null}>
      <floating.component {...props} />
    </Suspense>
  );
}

/** See Menu.tsx. */
export function Menu(props: ComponentProps<typeof menu.component>) {
  return (
    <Suspense fallback={null}>
      <menu.component {...props} />
    </Suspense>
  );
}

// What is lazy forgets that it is generic.
const Choices = choiceMenu.component as typeof ChoiceMenuPart;

/** See Menu.tsx. */
export function ChoiceMenu<V extends string>(props: Parameters<typeof ChoiceMenuPart<V>>[0]) {
  return (
    <Suspense fallback={null}>
      <Choices {...props} />
    </Suspense>
  );
}

// The same here.
const Actions = actionMenu.component as typeof ActionMenuPart;

/** See ActionMenu.tsx. */
export function ActionMenu<T>(props: Parameters<typeof ActionMenuPart<T>>[0]) {
  return (
    <Suspense fallback={null}>
      <Actions {...props} />
    </Suspense>
  );
}
