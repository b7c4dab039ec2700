import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { sourceOf } from '../../contract/image-rules.ts';
import type { Image } from '../../contract/images.ts';
import type { InstanceType } from '../../contract/instance-types.ts';
import type { Keypair } from '../../contract/keypairs.ts';
import type { NetworkSecurityGroup } from '../../contract/security-groups.ts';
import type { Snapshot } from '../../contract/snapshots.ts';
import type { Subnet } from '../../contract/subnets.ts';
import type { Vpc } from '../../contract/vpcs.ts';
import { useCall } from '../api/context.tsx';
import { ownSnapshotsOptions } from '../disks/queries.ts';
import { imageConstraintsOptions, imageOptions, imagesOptions } from '../images/queries.ts';
import { instanceTypesOptions } from '../instance-types/queries.ts';
import { keypairsOptions } from '../keypairs/queries.ts';
import { securityGroupsOptions, subnetsOptions, vpcsOptions } from '../networks/queries.ts';
import type { LaunchValues } from './values.ts';

/** What the cloud knows of the things a form chooses from. Lists are undefined until they are read. */
export interface LaunchFacts {
  images: readonly Image[] | undefined;
  types: readonly InstanceType[] | undefined;
  vpcs: readonly Vpc[] | undefined;
  subnets: readonly Subnet[] | undefined;
  groups: readonly NetworkSecurityGroup[] | undefined;
  keypairs: readonly Keypair[] | undefined;
  snapshots: readonly Snapshot[] | undefined;
  /** The chosen ones, where they are known. */
  image: Image | undefined;
  /** The types the chosen image does not run on. */
  excluded: readonly string[];
  type: InstanceType | undefined;
  subnet: Subnet | undefined;
  /** Where the instances will be; a template leaves that open. */
  zone: string | undefined;
  /** What could not be read, so that an empty list is not taken for an answer. */
  failed: Readonly<
    Record<'images' | 'types' | 'subnets' | 'groups' | 'keypairs' | 'snapshots', boolean>
  >;
}

type Chosen = Pick<LaunchValues, 'imageSource' | 'imageId' | 'instanceType' | 'subnetId'>;

/** Reads all the lists a form chooses from, and finds what is chosen in them. */
export function useLaunchFacts(region: string, chosen: Chosen, zone?: string): LaunchFacts {
  const call = useCall();
  const { imageSource, imageId, instanceType, subnetId } = chosen;
  const images = useQuery(imagesOptions(call, region, imageSource));
  // Only of these the cloud hides the ones that are offline unless they are asked for.
  const offline = useQuery({
    ...imagesOptions(call, region, imageSource, { offline: true }),
    enabled: imageSource === 'public' || imageSource === 'thirdparty',
  });
  const types = useQuery(instanceTypesOptions(call, region));
  const vpcs = useQuery(vpcsOptions(call, region));
  const subnets = useQuery(subnetsOptions(call, region));
  const groups = useQuery(securityGroupsOptions(call, region));
  const keypairs = useQuery(keypairsOptions(call, region));
  const snapshots = useQuery(ownSnapshotsOptions(call, region));
  const listed = images.data && [...images.data.items, ...(offline.data?.items ?? [])];
  const found = listed?.find((image) => image.imageId === imageId);
  // One that was chosen elsewhere, or from a list that is not on screen any more.
  const single = useQuery({
    ...imageOptions(call, region, imageId),
    enabled: imageId !== '' && !found && !images.isPending,
  });
  const image = found ?? (imageId === '' ? undefined : single.data?.image);
  const constrained = image && ['public', 'thirdparty'].includes(sourceOf(image));
  const constraints = useQuery({
    ...imageConstraintsOptions(call, region, imageId),
    enabled: constrained === true,
  });
  const { constraintsType = 'excludes', instanceTypes } =
    (constrained && constraints.data?.imageConstraints?.imageInstanceTypeConstraint) || {};
  const allTypes = useMemo(
    () =>
      types.data && [
        ...(types.data.instanceTypes ?? []),
        ...(types.data.specificInstanceTypes ?? []),
      ],
    [types.data],
  );
  return {
    images: listed,
    types: allTypes,
    vpcs: vpcs.data?.items,
    subnets: subnets.data?.items,
    groups: groups.data?.items,
    keypairs: keypairs.data?.items,
    snapshots: snapshots.data?.items,
    image,
    excluded: constraintsType === 'excludes' ? (instanceTypes ?? []) : [],
    type: allTypes?.find((type) => type.instanceType === instanceType),
    subnet: subnets.data?.items.find((subnet) => subnet.subnetId === subnetId),
    zone,
    failed: {
      images: images.isError,
      types: types.isError,
      subnets: subnets.isError,
      groups: groups.isError,
      keypairs: keypairs.isError,
      snapshots: snapshots.isError,
    },
  };
}
