import type { WriteRequest } from '../api/write.ts';
import type { Look } from '../kit/Status.tsx';

/** One of those that will be changed. */
export interface PlanItem {
  request: WriteRequest;
  /** What follows it, in order. */
  after?: readonly WriteRequest[];
  look: Look;
  /** How it stands now. */
  word: string;
  /** What will happen to it, where that differs between them. */
  note?: string;
  /** The note is something to mind. */
  loud?: boolean;
  zone?: string;
}

export const orders = ['name', 'backwards', 'zone'] as const;
/** In which order they are taken: by name, the last name first, or one zone after the other. */
export type Order = (typeof orders)[number];

const { compare } = new Intl.Collator('en', { numeric: true });

export function inNameOrder<T extends { name: string }>(items: readonly T[]): T[] {
  return [...items].sort((a, b) => compare(a.name, b.name));
}

export function ordered(items: readonly PlanItem[], order: Order): readonly PlanItem[] {
  const byName = [...items].sort((a, b) =>
    compare(a.request.resource.name, b.request.resource.name),
  );
  if (order === 'backwards') return byName.reverse();
  if (order === 'zone') byName.sort((a, b) => compare(a.zone ?? '', b.zone ?? ''));
  return byName;
}
