import type { InputOf, WriteOperation } from '../../contract/operation.ts';

/** Kinds of things a write can be about. */
export const resourceKinds = [
  'instance',
  'newInstances',
  'image',
  'newImage',
  'imageTask',
  'template',
  'newTemplate',
  'keypair',
  'disk',
  'networkInterface',
  'elasticIp',
] as const;
export type ResourceKind = (typeof resourceKinds)[number];

/** What a write is about, as people know it. */
export interface Resource {
  kind: ResourceKind;
  /** Of a creation, what the cloud will call it is not known yet: then it is the client token or the name. */
  id: string;
  /** As it was when the write was asked for. */
  name: string;
}

/** A write somebody asked for. */
export interface WriteRequest<O extends WriteOperation = WriteOperation> {
  operation: O;
  input: InputOf<O>;
  resource: Resource;
  /** In a sequence: the field of the input that is to be the id of what the step before has made. */
  takes?: string;
  /** For writes the account protects: sent once, kept nowhere. */
  mfaToken?: string | undefined;
}

/** What is asked for at once about one resource: one write, or several that follow each other. */
export type Steps<O extends WriteOperation = WriteOperation> =
  | WriteRequest<O>
  | readonly [WriteRequest<O>, ...WriteRequest[]];

/** The same as a list. */
export function listOf<O extends WriteOperation>(
  steps: Steps<O>,
): readonly [WriteRequest<O>, ...WriteRequest[]] {
  return 'operation' in steps ? [steps] : steps;
}
