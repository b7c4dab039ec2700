import type { ResourceKind } from './api/write.ts';

/** Every address of the console. The region is part of each, so that a pasted link shows the same thing. */
export const paths = {
  overview: (region: string) => `/${region}`,
  instances: (region: string) => `/${region}/instances`,
  instance: (region: string, instanceId: string) => `/${region}/instances/${instanceId}`,
  instanceTab: (region: string, instanceId: string, tab: string) =>
    `/${region}/instances/${instanceId}/${tab}`,
  /** @param from what the form begins with: `from` (`template:` and its id), `like` an instance, an `image`, a `type`, a `key`. */
  create: (
    region: string,
    from?: Partial<Record<'from' | 'like' | 'image' | 'type' | 'key', string>>,
  ) => `/${region}/instances/create${from ? `?${new URLSearchParams(from)}` : ''}`,
  created: (region: string, token: string) => `/${region}/instances/create/${token}`,
  vnc: (region: string, instanceId: string) => `/${region}/instances/${instanceId}/vnc`,
  images: (region: string, source = '') =>
    `/${region}/images${source && `?${new URLSearchParams({ source })}`}`,
  image: (region: string, imageId: string) => `/${region}/images/${imageId}`,
  imageTab: (region: string, imageId: string, tab: string) => `/${region}/images/${imageId}/${tab}`,
  imageImport: (region: string) => `/${region}/images/import`,
  imageTasks: (region: string) => `/${region}/images/tasks`,
  templates: (region: string) => `/${region}/templates`,
  template: (region: string, templateId: string) => `/${region}/templates/${templateId}`,
  templateTab: (region: string, templateId: string, tab: string) =>
    `/${region}/templates/${templateId}/${tab}`,
  templateCreate: (region: string, from?: Readonly<Record<string, string>>) =>
    `/${region}/templates/create${from ? `?${new URLSearchParams(from)}` : ''}`,
  templateCompare: (region: string, a: string, b = '') =>
    `/${region}/templates/compare?${new URLSearchParams({ a, b })}`,
  keypairs: (region: string) => `/${region}/keypairs`,
  keypair: (region: string, keyName: string) => `/${region}/keypairs/${keyName}`,
  keypairTab: (region: string, keyName: string, tab: string) =>
    `/${region}/keypairs/${keyName}/${tab}`,
  instanceTypes: (region: string) => `/${region}/instance-types`,
  /** Some types beside each other, or one by itself. */
  typeCompare: (region: string, types: readonly string[]) =>
    `/${region}/instance-types/compare?${new URLSearchParams(types.map((type) => ['type', type]))}`,
  quotas: (region: string) => `/${region}/quotas`,
  activity: (region: string) => `/${region}/activity`,
  audit: (region: string) => `/${region}/audit`,
} as const;

/** The page of a resource; nothing where its kind has none of its own. */
export function pathOf(
  region: string,
  { kind, id }: { kind: ResourceKind; id: string },
): string | undefined {
  if (kind === 'instance') return paths.instance(region, id);
  if (kind === 'newInstances') return paths.created(region, id);
  if (kind === 'image') return paths.image(region, id);
  if (kind === 'newImage') return paths.images(region);
  if (kind === 'template') return paths.template(region, id);
  if (kind === 'newTemplate') return paths.templates(region);
  if (kind === 'keypair') return paths.keypair(region, id);
  if (kind === 'imageTask') return paths.imageTasks(region);
  return undefined;
}
