import { IconServer2 } from '@tabler/icons-react';
import type { Instance } from '../../contract/instances.ts';
import { lookOf } from '../instances/look.ts';
import { nameOf } from '../instances/resource.ts';
import type { Setting } from '../kit/list/definition.ts';
import type { Scope } from '../kit/scope.tsx';
import { paths } from '../paths.ts';
import type { Entry, Sources } from './palette-entry.ts';
import { rank } from './palette-match.ts';
import { places, settings } from './palette-places.ts';

interface Group {
  title: string;
  entries: readonly Entry[];
}

const most = { instances: 8, goTo: 8 };

/** Everything that fits what is typed, by kind, best first. Without a word typed: what is in hand, and the pages. */
export function groupsFor(query: string, sources: Sources): Group[] {
  const { scope, palette } = sources;
  const groups: Group[] = [];
  if (scope) {
    groups.push({
      title: palette.actionsOn(scope.label),
      entries: fitting(actionsOf(scope), query),
    });
  }
  if (query.trim() !== '') {
    groups.push({
      title: palette.instances,
      entries: instancesFitting(sources, query),
    });
  }
  groups.push({
    title: palette.goTo,
    entries: fitting(places(sources), query).slice(0, query.trim() === '' ? undefined : most.goTo),
  });
  if (query.trim() !== '') {
    groups.push({ title: palette.settings, entries: fitting(settings(sources), query) });
  }
  return groups.filter(({ entries }) => entries.length > 0);
}

function fitting(entries: readonly Entry[], query: string): Entry[] {
  return (
    entries
      .flatMap((entry) => {
        const fit = rank(searched(entry), query);
        return fit === undefined ? [] : [{ entry, fit }];
      })
      // What can be done comes before what cannot; as long as nothing is typed, the order is everywhere the same.
      .sort((a, b) => (query.trim() === '' ? 0 : able(a.entry) - able(b.entry) || a.fit - b.fit))
      .map(({ entry }) => entry)
  );
}

const able = ({ why }: Entry) => (why === undefined ? 0 : 1);
const searched = ({ label, codes = [], also = '' }: Entry) => [label, ...codes, also].join(' ');

/** What an instance is found by, put together once. */
const known = new WeakMap<Instance, string>();

function hayOf(instance: Instance): string {
  let hay = known.get(instance);
  if (hay === undefined) {
    hay = [nameOf(instance), ...codesOf(instance)].join(' ').toLowerCase();
    known.set(instance, hay);
  }
  return hay;
}

/** A quick pass over all of them; how well it fits is asked only of those that do. */
function findInstances(instances: readonly Instance[], query: string): Instance[] {
  const byFit: [Instance[], Instance[], Instance[]] = [[], [], []];
  const wanted = query.toLowerCase().split(/\s+/).filter(Boolean);
  for (const instance of instances) {
    const hay = hayOf(instance);
    if (!wanted.every((word) => hay.includes(word))) continue;
    const fit = rank(hay, query);
    if (fit === undefined) continue;
    byFit[fit]?.push(instance);
    if (byFit[0].length >= most.instances) break;
  }
  return byFit.flat().slice(0, most.instances);
}

/** The best of them; where there may be more, the list with all of them is one line further. */
function instancesFitting({ instances, setting, palette }: Sources, query: string): Entry[] {
  const found = findInstances(instances, query).map(asEntry(setting));
  if (found.length < most.instances) return found;
  const all: Entry = {
    id: 'all found',
    label: palette.allFound(query.trim()),
    icon: IconServer2,
    to: `${paths.instances(setting.region)}?${new URLSearchParams({ q: query.trim() })}`,
  };
  return [...found, all];
}

function codesOf({ instanceId, privateIpAddress, elasticIpAddress }: Instance): string[] {
  return [instanceId, privateIpAddress, elasticIpAddress].flatMap((code) => code || []);
}

function asEntry({ region }: Setting) {
  return (instance: Instance): Entry => ({
    id: `instance ${instance.instanceId}`,
    label: nameOf(instance),
    look: lookOf(instance),
    codes: codesOf(instance),
    to: paths.instance(region, instance.instanceId),
    instance,
  });
}

function actionsOf({ actions }: Scope): Entry[] {
  return actions.map(({ id, href, ...action }) => ({
    ...action,
    id: `action ${id}`,
    // The vendor's names, by which people who read its documentation know them.
    also: id.replace('Instance', ' '),
    to: href,
  }));
}
