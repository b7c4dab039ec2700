import { useQuery } from '@tanstack/react-query';
import { useCallback, useMemo } from 'react';
import { useCall } from '../api/context.tsx';
import { snapshotsByIdOptions } from '../disks/queries.ts';
import { imagesByIdOptions } from '../images/queries.ts';
import { sizesOptions } from '../instance-types/queries.ts';
import { keypairsOptions } from '../keypairs/queries.ts';
import { securityGroupsOptions, subnetsOptions, vpcsOptions } from '../networks/queries.ts';
import { useWords } from '../words/language.tsx';
import type { Recipe } from './recipe.ts';
import type { ReferenceField } from './rows.ts';

/** Something that a template names, as it is now. */
export interface Reference {
  name?: string | undefined;
  /** Beside the name: an address range, a size. */
  note?: string | undefined;
  /** `unknown`: not read yet, or it could not be. */
  state: 'unknown' | 'there' | 'missing' | 'unusable';
}

export type References = (field: ReferenceField, id: string) => Reference;

/** Looks up what these recipes name: what it is called, and whether it is still there. */
export function useReferences(region: string, recipes: readonly Recipe[]): References {
  const call = useCall();
  const { instances: say } = useWords();
  const ids = (of: (recipe: Recipe) => readonly (string | undefined)[]) => [
    ...new Set(recipes.flatMap(of).flatMap((id) => id || [])),
  ];
  const known = recipes.length > 0;
  const images = useQuery(
    imagesByIdOptions(
      call,
      region,
      ids(({ imageId }) => [imageId]),
    ),
  ).data?.images;
  const types = useQuery(
    sizesOptions(
      call,
      region,
      ids(({ instanceType }) => [instanceType]),
    ),
  );
  // While others are asked for it still holds those from before, which say nothing of the new ones.
  const sizes = types.isPlaceholderData ? undefined : types.data;
  const snapshots = useQuery(
    snapshotsByIdOptions(
      call,
      region,
      ids(({ systemDisk, dataDisks }) =>
        [systemDisk, ...dataDisks].map((disk) => disk?.snapshotId),
      ),
    ),
  ).data?.snapshots;
  const vpcs = useQuery({ ...vpcsOptions(call, region), enabled: known }).data?.items;
  const subnets = useQuery({ ...subnetsOptions(call, region), enabled: known }).data?.items;
  const groups = useQuery({ ...securityGroupsOptions(call, region), enabled: known }).data?.items;
  const keys = useQuery({
    ...keypairsOptions(call, region),
    enabled: recipes.some(({ keyNames }) => keyNames.length > 0),
  }).data?.items;

  const tables = useMemo<Record<ReferenceField, ReadonlyMap<string, Reference> | undefined>>(
    () => ({
      imageId: tableOf(images, (image) => [
        image.imageId,
        {
          name: image.name,
          note: image.imageId,
          state: image.status === 'ready' ? 'there' : 'unusable',
        },
      ]),
      instanceType: tableOf(sizes && [...sizes], ([type, { cpu, memoryGib }]) => [
        type,
        { name: type, note: say.size(cpu, memoryGib), state: 'there' },
      ]),
      snapshotId: tableOf(snapshots, ({ snapshotId, name }) => [
        snapshotId,
        { name, note: snapshotId, state: 'there' },
      ]),
      vpcId: tableOf(vpcs, ({ vpcId, vpcName, addressPrefix }) => [
        vpcId,
        { name: vpcName, note: addressPrefix, state: 'there' },
      ]),
      subnetId: tableOf(subnets, ({ subnetId, subnetName, addressPrefix }) => [
        subnetId,
        { name: subnetName, note: addressPrefix, state: 'there' },
      ]),
      securityGroups: tableOf(groups, (group) => [
        group.networkSecurityGroupId,
        {
          name: group.networkSecurityGroupName,
          note: group.networkSecurityGroupId,
          state: 'there',
        },
      ]),
      keyNames: tableOf(keys, ({ keyName }) => [keyName, { name: keyName, state: 'there' }]),
    }),
    [images, sizes, snapshots, vpcs, subnets, groups, keys, say],
  );
  return useCallback(
    (field, id) => {
      const table = tables[field];
      return table?.get(id) ?? { state: table ? 'missing' : 'unknown' };
    },
    [tables],
  );
}

function tableOf<T>(
  items: readonly T[] | undefined,
  entryOf: (item: T) => [string | undefined, Reference],
): ReadonlyMap<string, Reference> | undefined {
  return (
    items &&
    new Map(
      items.map((item) => {
        const [id = '', reference] = entryOf(item);
        return [id, reference];
      }),
    )
  );
}
