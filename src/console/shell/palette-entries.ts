import {
  IconBookmark,
  IconClipboardText,
  IconCpu,
  IconDeviceDesktop,
  IconDisc,
  IconGauge,
  IconHistory,
  IconKey,
  IconLanguage,
  IconLayoutDashboard,
  IconMapPin,
  IconMoon,
  IconPlus,
  IconServer2,
  IconSun,
  IconTemplate,
} from '@tabler/icons-react';
import type { ComponentType } from 'react';
import type { Instance } from '../../contract/instances.ts';
import { regions } from '../../contract/regions.ts';
import { instanceList } from '../instances/list.ts';
import { lookOf } from '../instances/look.ts';
import { nameOf } from '../instances/resource.ts';
import type { Setting } from '../kit/list/definition.ts';
import { viewsOf } from '../kit/list/saved-views.ts';
import type { Scope } from '../kit/scope.tsx';
import type { Look } from '../kit/Status.tsx';
import { paths } from '../paths.ts';
import { regionName } from '../region.ts';
import { languageNames } from '../words/language.tsx';
import type { PaletteWords } from './palette-words.ts';
import { rank } from './palette-match.ts';

/** A line of the palette. */
export interface Entry {
  id: string;
  label: string;
  icon?: ComponentType<{ size?: number; stroke?: number }>;
  look?: Look;
  /** Behind the label, read as code and searched as well. */
  codes?: readonly string[];
  /** Searched without being shown: what it is called in no language or in the other. */
  also?: string;
  /** At the right end: a count. */
  count?: number;
  /** It cannot be chosen, and why. */
  why?: string | undefined;
  danger?: boolean;
  preload?: (() => void) | undefined;
  /** Where it leads; one that leads nowhere does something. */
  to?: string | undefined;
  newTab?: boolean;
  run?: () => void;
  /** What could be taken in hand instead of being opened. */
  instance?: Instance;
}

interface Group {
  title: string;
  entries: readonly Entry[];
}

/** What the palette draws from. */
export interface Sources {
  scope: Scope | undefined;
  instances: readonly Instance[];
  setting: Setting;
  palette: PaletteWords;
  /** Of the address, so that another region shows the same. */
  section: string;
  /** There is an audit log to be read. */
  audit: boolean;
  setScheme: (scheme: 'auto' | 'light' | 'dark') => void;
  speak: (language: keyof typeof languageNames) => void;
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

function places({ instances, setting, palette, section, audit }: Sources): Entry[] {
  const { words, region, language } = setting;
  const { shell } = words;
  const list = paths.instances(region);
  return [
    {
      id: 'overview',
      label: shell.overview,
      icon: IconLayoutDashboard,
      also: 'overview',
      to: paths.overview(region),
    },
    { id: 'instances', label: shell.instances, icon: IconServer2, also: 'instances', to: list },
    {
      id: 'create instances',
      label: words.actions.createInstances.label,
      icon: IconPlus,
      also: 'create launch new instances',
      to: paths.create(region),
    },
    ...instanceList.tabs.map<Entry>(({ id, label, look, test }) => ({
      id: `tab ${id}`,
      label: palette.inState(label(words)),
      look,
      also: `${id} instances`,
      count: instances.filter(test).length,
      to: `${list}?tab=${id}`,
    })),
    ...viewsOf(instanceList.name).map<Entry>(({ name, search }) => ({
      id: `view ${name}`,
      label: palette.view(name),
      icon: IconBookmark,
      also: 'view',
      to: `${list}?${search}`,
    })),
    {
      id: 'images',
      label: shell.images,
      icon: IconDisc,
      also: 'images',
      to: paths.images(region),
    },
    {
      id: 'import image',
      label: palette.importImage,
      icon: IconDisc,
      also: 'import image',
      to: paths.imageImport(region),
    },
    {
      id: 'image tasks',
      label: palette.imageTasks,
      icon: IconDisc,
      also: 'imports exports image tasks',
      to: paths.imageTasks(region),
    },
    {
      id: 'templates',
      label: shell.templates,
      icon: IconTemplate,
      also: 'instance templates',
      to: paths.templates(region),
    },
    {
      id: 'create template',
      label: palette.createTemplate,
      icon: IconTemplate,
      also: 'create instance template',
      to: paths.templateCreate(region),
    },
    {
      id: 'compare templates',
      label: palette.compareTemplates,
      icon: IconTemplate,
      also: 'compare templates instances',
      to: paths.templateCompare(region, ''),
    },
    {
      id: 'keypairs',
      label: shell.keypairs,
      icon: IconKey,
      also: 'key pairs keypairs ssh',
      to: paths.keypairs(region),
    },
    {
      id: 'instance types',
      label: shell.instanceTypes,
      icon: IconCpu,
      also: 'instance types flavors stock',
      to: paths.instanceTypes(region),
    },
    {
      id: 'quotas',
      label: shell.quotas,
      icon: IconGauge,
      also: 'quotas limits',
      to: paths.quotas(region),
    },
    {
      id: 'activity',
      label: shell.activity,
      icon: IconHistory,
      also: 'activity',
      to: paths.activity(region),
    },
    ...(audit
      ? [
          {
            id: 'audit',
            label: shell.audit,
            icon: IconClipboardText,
            also: 'audit log',
            to: paths.audit(region),
          },
        ]
      : []),
    ...regions
      .filter(({ id }) => id !== region)
      .map(({ id, zh, en }) => ({
        id: `region ${id}`,
        label: regionName(id, language),
        codes: [id],
        icon: IconMapPin,
        also: `${zh} ${en} region`,
        to: `/${id}${section && `/${section}`}`,
      })),
  ];
}

const schemeIcons = { auto: IconDeviceDesktop, light: IconSun, dark: IconMoon } as const;

function settings({ setting, palette, setScheme, speak }: Sources): Entry[] {
  const { shell } = setting.words;
  return [
    ...(['auto', 'light', 'dark'] as const).map((scheme) => ({
      id: `scheme ${scheme}`,
      label: palette.setting(shell.scheme, shell.schemes[scheme]),
      icon: schemeIcons[scheme],
      also: `${scheme} scheme`,
      run: () => setScheme(scheme),
    })),
    ...(['zh-CN', 'en-US'] as const).map((language) => ({
      id: `language ${language}`,
      label: palette.setting(shell.language, languageNames[language]),
      icon: IconLanguage,
      also: `${language} language`,
      run: () => speak(language),
    })),
  ];
}
