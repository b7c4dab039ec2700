import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { describeInstances, type Instance } from '../../contract/instances.ts';
import type { Keypair } from '../../contract/keypairs.ts';
import type { InstanceTemplate } from '../../contract/templates.ts';
import type { Call } from '../api/client.ts';
import { useCall } from '../api/context.tsx';
import { readOptions } from '../api/reads.ts';
import { paths } from '../paths.ts';
import { templatesOptions } from '../templates/queries.ts';

/** A key pair with what names it. */
export interface KeypairInUse extends Keypair {
  /** Absent while nobody knows. */
  templates?: readonly InstanceTemplate[] | undefined;
}

/** The templates of a region by the key pair they name; undefined while they are not read. */
function useTemplatesByKey(
  region: string,
  enabled: boolean,
): ReadonlyMap<string, readonly InstanceTemplate[]> | undefined {
  const { data } = useQuery({ ...templatesOptions(useCall(), region), enabled });
  return useMemo(() => {
    if (!data) return undefined;
    const byKey = new Map<string, InstanceTemplate[]>();
    for (const template of data.items) {
      for (const name of template.instanceTemplateData?.keyNames ?? [])
        byKey.set(name, [...(byKey.get(name) ?? []), template]);
    }
    return byKey;
  }, [data]);
}

/** Key pairs with the templates that name them, which are read once the key pairs are there. */
export function useKeypairsInUse(
  region: string,
  keypairs: readonly Keypair[] | undefined,
): readonly KeypairInUse[] | undefined {
  const byKey = useTemplatesByKey(region, keypairs !== undefined);
  return useMemo(
    () =>
      keypairs?.map((keypair) => ({
        ...keypair,
        templates: byKey && (byKey.get(keypair.keyName) ?? []),
      })),
    [keypairs, byKey],
  );
}

/** So many instances are named; the list of instances has all of them. */
export const mostNamed = 100;

/** The first of the instances that have a key pair. */
export function usersOptions(call: Call, regionId: string, ids: readonly string[]) {
  return {
    ...readOptions(call, describeInstances, {
      regionId,
      pageSize: mostNamed,
      filters: [{ name: 'instanceId', values: ids.slice(0, mostNamed) }],
    }),
    enabled: ids.length > 0,
    // One more or one less: the others stay on screen.
    placeholderData: (before: { instances?: Instance[] } | undefined) => before,
  };
}

/** The list of instances, narrowed to those that have a key pair. */
export function usersPath(region: string, keyName: string): string {
  return `${paths.instances(region)}?${new URLSearchParams({ f: `keyPair:is:${keyName}` })}`;
}
