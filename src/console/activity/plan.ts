import type { WriteRequest } from '../api/write.ts';
import type { Look } from '../kit/Status.tsx';

/** One of those that will be changed. */
export interface PlanItem {
  request: WriteRequest;
  look: Look;
  /** How it stands now. */
  word: string;
  /** What will happen to it, where that differs between them. */
  note?: string;
  /** The note is something to mind. */
  loud?: boolean;
  zone?: string;
}

/** In which order they are taken: as selected, by name, or one zone after the other. */
export type Order = 'listed' | 'name' | 'zone';

export function ordered(items: readonly PlanItem[], order: Order): readonly PlanItem[] {
  if (order === 'listed') return items;
  const compare = new Intl.Collator('en', { numeric: true }).compare;
  const key = (item: PlanItem) =>
    order === 'name' ? item.request.resource.name : (item.zone ?? '');
  return [...items].sort((a, b) => compare(key(a), key(b)));
}
