import type { TemplateReference } from '../../contract/template-rules.ts';
import type { Recipe, RecipeDisk } from './recipe.ts';
import type { TemplateWords } from './words.ts';

/** Fields that name something else, which has a name of its own or may be gone. */
export type ReferenceField = TemplateReference | 'vpcId';

/** One value: words, or something to be looked up by its id. */
export type Line =
  | { text: string; mono?: boolean; note?: string | undefined }
  | { field: ReferenceField; id: string };

export const rowGroups = ['machine', 'login', 'disks', 'network', 'other'] as const;
export type RowGroup = (typeof rowGroups)[number];

/** One field of a recipe, for a reader. */
export interface Row {
  /** The same for the same field of every recipe. */
  id: string;
  group: RowGroup;
  label: string;
  lines: readonly Line[];
  /** What is shown where there is no line. */
  none: string;
  /** Not told by this kind of thing, so that nothing can be said of it. */
  untold: boolean;
}

/** Every field of a recipe in the order in which it is read; the same on the page of a template and in a comparison. */
export function rowsOf(recipe: Recipe, words: TemplateWords): Row[] {
  const { fields: say, values } = words;
  const { keyNames, includePassword, passwordAuth, imageInherit, elasticIp } = recipe;
  const row = (
    group: RowGroup,
    id: keyof Recipe & keyof typeof say,
    lines: readonly (Line | string | undefined)[],
    none: string = values.nothing,
  ): Row => ({
    id,
    group,
    label: say[id],
    lines: lines.flatMap((line) => (typeof line === 'string' ? { text: line } : (line ?? []))),
    none,
    untold: recipe.untold.includes(id),
  });
  const named = (field: ReferenceField, ids: readonly (string | undefined)[]): Line[] =>
    ids.flatMap((id) => (id ? { field, id } : []));
  return [
    row('machine', 'instanceType', named('instanceType', [recipe.instanceType])),
    row('machine', 'imageId', named('imageId', [recipe.imageId])),
    row('machine', 'burstMode', [recipe.burstMode && values.burstMode(recipe.burstMode)]),
    row('login', 'keyNames', named('keyNames', keyNames)),
    row(
      'login',
      'includePassword',
      [includePassword ? values.ownPassword : undefined],
      imageInherit === 'yes' || (keyNames.length > 0 && passwordAuth === 'no')
        ? values.nothing
        : values.randomPassword,
    ),
    row('login', 'passwordAuth', [passwordAuth && values.yesNo(passwordAuth)]),
    row('login', 'imageInherit', [imageInherit && values.yesNo(imageInherit)]),
    row(
      'disks',
      'systemDisk',
      recipe.systemDisk ? diskLines(recipe.systemDisk, words) : [],
      values.likeImage,
    ),
    ...recipe.dataDisks.map((disk, place) => ({
      ...row('disks', 'dataDisks', diskLines(disk, words)),
      id: `dataDisks ${place}`,
      label: words.dataDisk(place + 1),
    })),
    row('network', 'vpcId', named('vpcId', [recipe.vpcId])),
    row('network', 'subnetId', named('subnetId', [recipe.subnetId])),
    row('network', 'securityGroups', named('securityGroups', recipe.securityGroups)),
    row('network', 'ipv6AddressCount', [
      recipe.ipv6AddressCount > 0 ? values.addresses(recipe.ipv6AddressCount) : undefined,
    ]),
    row('network', 'elasticIp', [elasticIp && values.elasticIp(elasticIp)]),
    row('other', 'chargeOnStopped', [
      recipe.chargeOnStopped && values.chargeOnStopped(recipe.chargeOnStopped),
    ]),
    row('other', 'autoImagePolicyId', [
      recipe.autoImagePolicyId ? { text: recipe.autoImagePolicyId, mono: true } : undefined,
    ]),
    row(
      'other',
      'tags',
      recipe.tags.map(({ key, value }) => `${key} = ${value}`),
    ),
  ];
}

/** A disk in lines: what it is, where its data come from, what becomes of it. */
function diskLines(disk: RecipeDisk, { values }: TemplateWords): Line[] {
  const { device, snapshotId, policyId, left } = disk;
  if (left) return [{ text: values.leftOut, note: device }];
  const kind = [
    disk.isLocal ? values.local : disk.type,
    disk.sizeGb !== undefined && values.gb(disk.sizeGb),
    disk.iops !== undefined && values.iops(disk.iops),
    disk.encrypted && values.encrypted,
  ];
  return [
    { text: values.together(kind) || values.likeImage, note: device },
    ...(snapshotId ? [{ field: 'snapshotId' as const, id: snapshotId }] : []),
    ...(policyId ? [{ text: values.policy(policyId) }] : []),
    ...(disk.isLocal ? [] : [{ text: disk.deleted ? values.deleted : values.kept }]),
  ];
}

/** What makes two rows the same: ids, where things may share a name. */
export function contentOf({ lines, none }: Row): string {
  if (lines.length === 0) return none;
  return JSON.stringify(
    lines.map((line) => ('id' in line ? line.id : [line.text, line.note ?? ''])),
  );
}
