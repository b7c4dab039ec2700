import type { ResourceKind } from './api/write.ts';

/** Every address of the console. The region is part of each, so that a pasted link shows the same thing. */
export const paths = {
  overview: (region: string) => `/${region}`,
  instances: (region: string) => `/${region}/instances`,
  instance: (region: string, instanceId: string) => `/${region}/instances/${instanceId}`,
  instanceTab: (region: string, instanceId: string, tab: string) =>
    `/${region}/instances/${instanceId}/${tab}`,
  vnc: (region: string, instanceId: string) => `/${region}/instances/${instanceId}/vnc`,
  activity: (region: string) => `/${region}/activity`,
} as const;

/** The page of a resource; nothing where its kind has none of its own. */
export function pathOf(
  region: string,
  { kind, id }: { kind: ResourceKind; id: string },
): string | undefined {
  return kind === 'instance' ? paths.instance(region, id) : undefined;
}
