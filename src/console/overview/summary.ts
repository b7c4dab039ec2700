import type { Instance } from '../../contract/instances.ts';
import { daysLeft, soonDays } from '../instances/billing.ts';
import { owes } from '../instances/look.ts';
import type { Look } from '../kit/Status.tsx';

/** Instances that need somebody for the same reason. */
export interface Concern {
  id: 'error' | 'overdue' | 'soon' | 'later';
  look: Look;
  /** The most urgent first. */
  instances: readonly Instance[];
  /** What the list is asked for to show just these. */
  query: string;
}

/** Terms that end within so many days are worth a thought. */
export const laterDays = 30;

/** What a person has to do something about, worst first; reasons that concern nobody are left out. */
export function concernsOf(fleet: readonly Instance[], now: number): Concern[] {
  const ending = (days: number) =>
    fleet
      .flatMap((instance) => {
        const left = daysLeft(instance, now);
        return left !== undefined && left >= 0 && left < days ? [{ instance, left }] : [];
      })
      .sort((a, b) => a.left - b.left)
      .map(({ instance }) => instance);
  const soon = ending(soonDays);
  const later = ending(laterDays);
  const all: Concern[] = [
    {
      id: 'error',
      look: 'bad',
      instances: fleet.filter(({ status }) => status === 'error'),
      query: '?tab=error',
    },
    { id: 'overdue', look: 'warn', instances: fleet.filter(owes), query: '?tab=overdue' },
    { id: 'soon', look: 'warn', instances: soon, query: `?f=expires:within:${soonDays}` },
    {
      id: 'later',
      look: 'queued',
      // The same ones again would be no news.
      instances: later.length > soon.length ? later : [],
      query: `?f=expires:within:${laterDays}`,
    },
  ];
  return all.filter(({ instances }) => instances.length > 0);
}

/** How many instances a zone has. */
interface ZoneCount {
  az: string;
  running: number;
  stopped: number;
  total: number;
}

/** The fleet by zone, in the order of their names. Instances that are nowhere yet count nowhere. */
export function zonesOf(fleet: readonly Instance[]): ZoneCount[] {
  const zones = new Map<string, ZoneCount>();
  for (const { az, status } of fleet) {
    if (!az) continue;
    const zone = zones.get(az) ?? { az, running: 0, stopped: 0, total: 0 };
    zone.total += 1;
    if (status === 'running') zone.running += 1;
    if (status === 'stopped') zone.stopped += 1;
    zones.set(az, zone);
  }
  return [...zones.values()].sort((a, b) => (a.az < b.az ? -1 : 1));
}
