import type * as z from 'zod';
import { isSecret } from '../contract/common.ts';
import type { AnyOperation } from '../contract/operation.ts';

interface LoggedCall {
  n: number;
  operation: string;
  region: string;
  resourceId: string;
  /** Without secrets. */
  input: Record<string, unknown>;
  /** HTTP status; 0 when the connection broke before a reply. */
  code: number;
  /** The error word; empty on success. */
  status: string;
  requestId: string;
}

const capacity = 10_000;

/** The last 10,000 calls, so that a test can see what was asked of the cloud. */
export class CallLog {
  #ring: LoggedCall[] = [];
  #count = 0;

  add(operation: AnyOperation, input: Record<string, unknown>, call: CallFacts): void {
    const n = ++this.#count;
    this.#ring[(n - 1) % capacity] = {
      n,
      operation: operation.name,
      ...call,
      input: withoutSecrets(operation, input),
    };
  }

  /** Calls after number `after`, oldest first. */
  since(after: number): LoggedCall[] {
    const first = Math.max(after + 1, this.#count - this.#ring.length + 1);
    const calls: LoggedCall[] = [];
    for (let n = first; n <= this.#count; n++) {
      const call = this.#ring[(n - 1) % capacity];
      if (call) calls.push(call);
    }
    return calls;
  }

  clear(): void {
    this.#ring = [];
    this.#count = 0;
  }
}

type CallFacts = Omit<LoggedCall, 'n' | 'operation' | 'input'>;

const secretKeys = new Map<AnyOperation, ReadonlySet<string>>();

function withoutSecrets(
  operation: AnyOperation,
  input: Record<string, unknown>,
): Record<string, unknown> {
  let keys = secretKeys.get(operation);
  if (!keys) secretKeys.set(operation, (keys = keysOfSecrets(operation.input)));
  // A record stays a record.
  return keys.size === 0 ? input : (drop(input, keys) as Record<string, unknown>);
}

/** Names of the members marked secret, at any depth. */
function keysOfSecrets(schema: z.core.$ZodType, found = new Set<string>()): Set<string> {
  const { def } = schema._zod;
  // zod's own definitions do not say so, but what these three hold are schemas.
  if ('innerType' in def) keysOfSecrets(def.innerType as z.core.$ZodType, found);
  if ('element' in def) keysOfSecrets(def.element as z.core.$ZodType, found); // a schema, see above
  if ('shape' in def) {
    // Schemas by name, see above.
    for (const [key, member] of Object.entries(def.shape as Record<string, z.core.$ZodType>)) {
      if (isSecret(member)) found.add(key);
      else keysOfSecrets(member, found);
    }
  }
  return found;
}

function drop(value: unknown, keys: ReadonlySet<string>): unknown {
  if (Array.isArray(value)) return value.map((item) => drop(item, keys));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, member]) =>
      keys.has(key) ? [] : [[key, drop(member, keys)]],
    ),
  );
}
