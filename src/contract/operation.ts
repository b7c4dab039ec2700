import type * as z from 'zod/mini';

/** The services of the cloud the console speaks to; also the service name in a signature's scope. */
export const services = ['vm', 'vpc', 'disk', 'monitor'] as const;
export type Service = (typeof services)[number];

export type Method = 'GET' | 'POST' | 'PATCH' | 'DELETE';

/**
 * Per filter name, how a list compares it: `exact` or `fuzzy` (contains), with several values (ORed)
 * unless it says `one`. Filters are ANDed.
 */
export type FilterTable = Readonly<Record<string, 'exact' | 'exact one' | 'fuzzy' | 'fuzzy one'>>;

interface Row<Name extends string, In extends z.ZodMiniObject, Out extends z.ZodMiniType> {
  /** The vendor's operation name. */
  name: Name;
  service: Service;
  method: Method;
  /** Path template with version: `{name}` is replaced by that input, percent-encoded. */
  path: string;
  /** Every parameter. Those named in `path` go there; the rest into the query (GET, DELETE) or the JSON body. */
  input: In;
  /** The `result` member of a successful reply. Read leniently: unknown fields pass, all but ids may be missing. */
  output: Out;
  /** Beside the 51 operations that are the product. */
  extra?: true;
}

export interface ReadOperation<
  Name extends string = string,
  In extends z.ZodMiniObject = z.ZodMiniObject,
  Out extends z.ZodMiniType = z.ZodMiniType,
> extends Row<Name, In, Out> {
  kind: 'read';
  filters?: FilterTable;
  /** Its answer lets whoever holds it change things. Where no writes are allowed it is refused like one. */
  control?: true;
}

export interface WriteOperation<
  Name extends string = string,
  In extends z.ZodMiniObject = z.ZodMiniObject,
  Out extends z.ZodMiniType = z.ZodMiniType,
> extends Row<Name, In, Out> {
  kind: 'write';
  /** Names of the reads whose answers this write changes. */
  touches: readonly string[];
  /**
   * `token`: a repeat with the same `clientToken` answers with the first call's result, so a lost reply may be
   * asked for again. `never`: a repeat is a second write.
   */
  repeat: 'token' | 'never';
  /** The account may demand a token in `x-jdcloud-security-token`. */
  mfa?: true;
}

export type AnyOperation = ReadOperation | WriteOperation;

/** What a caller passes to an operation. */
export type InputOf<O extends AnyOperation> = z.input<O['input']>;
/** What an operation answers with. */
export type OutputOf<O extends Pick<AnyOperation, 'output'>> = z.output<O['output']>;

/** Declares a read. */
export function read<
  const Name extends string,
  In extends z.ZodMiniObject,
  Out extends z.ZodMiniType,
>(row: Omit<ReadOperation<Name, In, Out>, 'kind'>): ReadOperation<Name, In, Out> {
  return { kind: 'read', ...row };
}

/** Declares a write; a blind repeat is unsafe unless the row says `repeat: 'token'`. */
export function write<
  const Name extends string,
  In extends z.ZodMiniObject,
  Out extends z.ZodMiniType,
>(
  row: Omit<WriteOperation<Name, In, Out>, 'kind' | 'repeat'> & { repeat?: 'token' },
): WriteOperation<Name, In, Out> {
  return { kind: 'write', repeat: 'never', ...row };
}

/** The reads every write on an instance makes stale. */
export const instanceReads = [
  'describeInstances',
  'describeInstance',
  'describeInstanceStatus',
  'describeBriefInstances',
] as const;
