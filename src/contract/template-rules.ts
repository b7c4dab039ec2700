import { obstacle, type Obstacle } from './obstacle.ts';
import type { InstanceTemplate } from './templates.ts';

/**
 * What keeps a template from being deleted; nothing when it can be. That availability groups hold it is on the page
 * of `deleteInstanceTemplate`; what the cloud then answers is not.
 */
export function deleteTemplateObstacle({
  id,
  ags = [],
}: Pick<InstanceTemplate, 'id' | 'ags'>): Obstacle | undefined {
  const [ag] = ags;
  if (!ag) return undefined;
  const names = ags.map(({ name, id: agId = '' }) => name || agId);
  return obstacle(
    `正被高可用组 ${names.join('、')} 使用，请先解除关联。`,
    `Used by the availability group ${names.join(', ')}: unlink it first.`,
    `Instance Template '${id}' is used by availability group '${ag.id ?? ''}'`,
  );
}

/** Fields of a template that name something else, by their own names. */
export const templateReferences = [
  'instanceType',
  'imageId',
  'subnetId',
  'securityGroups',
  'keyNames',
  'snapshotId',
] as const;
export type TemplateReference = (typeof templateReferences)[number];

/** What the cloud calls the things that those fields name, in its refusals. */
const kinds: Readonly<Record<string, TemplateReference>> = {
  InstanceType: 'instanceType',
  Image: 'imageId',
  Subnet: 'subnetId',
  SecurityGroups: 'securityGroups',
  KeyPair: 'keyNames',
  Snapshot: 'snapshotId',
};

/** What `verifyInstanceTemplate` found: it stops at the first thing that is wrong. */
interface TemplateFinding {
  field: TemplateReference;
  /** What is not there; absent when it is there and cannot be used. */
  missing?: string;
}

/**
 * The field that a refusal of `verifyInstanceTemplate` is about, from the two texts in its error table; nothing when
 * it says something else.
 */
export function templateFinding({
  status,
  message,
}: {
  status: string;
  message: string;
}): TemplateFinding | undefined {
  const [, kind = '', missing = ''] = /(\w+) '([^']*)' not found/i.exec(message) ?? [];
  const field = Object.entries(kinds).find(([name]) => name === kind)?.[1];
  if (status === 'NOT_FOUND' && field) return { field, missing };
  return /Invalid image status/i.test(message) ? { field: 'imageId' } : undefined;
}
