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
import { regions } from '../../contract/regions.ts';
import { instanceList } from '../instances/list.ts';
import { viewsOf } from '../kit/list/saved-views.ts';
import { paths } from '../paths.ts';
import { regionName } from '../region.ts';
import { languageNames } from '../words/language.tsx';
import type { Entry, Sources } from './palette-entry.ts';

/** A page. @param also what it is called in English, whatever is on screen. */
function page(also: string, label: string, icon: Entry['icon'], to: string): Entry {
  return { id: also, label, icon, also, to };
}

/** Where the palette leads. */
export function places(sources: Sources): Entry[] {
  const { setting, palette, audit } = sources;
  const { words, region } = setting;
  const { shell, actions } = words;
  return [
    page('overview', shell.overview, IconLayoutDashboard, paths.overview(region)),
    page('instances', shell.instances, IconServer2, paths.instances(region)),
    page(
      'create launch new instances',
      actions.createInstances.label,
      IconPlus,
      paths.create(region),
    ),
    ...instanceLists(sources),
    page('images', shell.images, IconDisc, paths.images(region)),
    page('import image', palette.importImage, IconDisc, paths.imageImport(region)),
    page('imports exports image tasks', palette.imageTasks, IconDisc, paths.imageTasks(region)),
    page('instance templates', shell.templates, IconTemplate, paths.templates(region)),
    page(
      'create instance template',
      palette.createTemplate,
      IconTemplate,
      paths.templateCreate(region),
    ),
    page(
      'compare templates instances',
      palette.compareTemplates,
      IconTemplate,
      paths.templateCompare(region, ''),
    ),
    page('key pairs keypairs ssh', shell.keypairs, IconKey, paths.keypairs(region)),
    page('instance types flavors stock', shell.instanceTypes, IconCpu, paths.instanceTypes(region)),
    page('quotas limits', shell.quotas, IconGauge, paths.quotas(region)),
    page('activity', shell.activity, IconHistory, paths.activity(region)),
    ...(audit ? [page('audit log', shell.audit, IconClipboardText, paths.audit(region))] : []),
    ...otherRegions(sources),
  ];
}

/** The list of instances as its tabs and the saved views have it. */
function instanceLists({ instances, setting, palette }: Sources): Entry[] {
  const list = paths.instances(setting.region);
  return [
    ...instanceList.tabs.map<Entry>(({ id, label, look, test }) => ({
      id: `tab ${id}`,
      label: palette.inState(label(setting.words)),
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
  ];
}

function otherRegions({ setting, section }: Sources): Entry[] {
  return regions
    .filter(({ id }) => id !== setting.region)
    .map(({ id, zh, en }) => ({
      id: `region ${id}`,
      label: regionName(id, setting.language),
      codes: [id],
      icon: IconMapPin,
      also: `${zh} ${en} region`,
      to: `/${id}${section && `/${section}`}`,
    }));
}

const schemeIcons = { auto: IconDeviceDesktop, light: IconSun, dark: IconMoon } as const;

/** What can be set from the palette. */
export function settings({ setting, palette, setScheme, speak }: Sources): Entry[] {
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
