import type { InputOf, WriteOperation } from '../../contract/operation.ts';

/** What a write is about, as people know it. */
export interface Resource {
  kind: 'instance';
  id: string;
  /** As it was when the write was asked for. */
  name: string;
}

/** A write somebody asked for. */
export interface WriteRequest<O extends WriteOperation = WriteOperation> {
  operation: O;
  input: InputOf<O>;
  resource: Resource;
  /** For writes the account protects: sent once, kept nowhere. */
  mfaToken?: string | undefined;
}
