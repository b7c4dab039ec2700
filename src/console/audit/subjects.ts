import type { AuditEntry } from '../../contract/audit.ts';
import type { Resource, ResourceKind } from '../api/write.ts';
import { pathOf } from '../paths.ts';

/** Of the parameters that name what an operation is done to, those whose resource has a page. */
const kindsOfParameters: Readonly<Record<string, ResourceKind>> = {
  instanceId: 'instance',
  imageId: 'image',
  instanceTemplateId: 'template',
  keyName: 'keypair',
};

/** What an operation makes, where that has a page, too. */
const kindsMade: Readonly<Record<string, ResourceKind>> = {
  createInstances: 'instance',
  createImage: 'image',
  createInstanceTemplate: 'template',
};

/** Something a write was about. */
interface Subject {
  id: string;
  /** Where its page is. */
  to: string | undefined;
}

/** What it was done to and what it made; a creation that was refused has made nothing. */
export function subjectsOf(entry: AuditEntry): Subject[] {
  const { operation, region = '', resource, made = [] } = entry;
  const named = Object.entries(inputOf(entry));
  const subject = (id: string, kind: Resource['kind'] | undefined): Subject => ({
    id,
    to: region && kind && pathOf(region, { kind, id }),
  });
  const target = resource ?? textOf(named, 'keyName');
  const parameter = named.find(([, value]) => value === target)?.[0] ?? '';
  return [
    ...(target === undefined ? [] : [subject(target, kindsOfParameters[parameter])]),
    ...made.map((id) => subject(id, kindsMade[operation])),
  ];
}

function inputOf({ input }: AuditEntry): object {
  return typeof input === 'object' && input !== null ? input : {};
}

/** A key pair is made under the name that was asked for. */
function textOf(members: [string, unknown][], name: string): string | undefined {
  const value = members.find(([one]) => one === name)?.[1];
  return typeof value === 'string' ? value : undefined;
}
