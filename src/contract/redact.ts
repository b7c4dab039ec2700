import type * as z from 'zod/mini';
import { definitionOf, isSecret } from './common.ts';

/** Not marked as secret, for they can be read back; but launch scripts and metadata carry credentials around. */
export const personal: ReadonlySet<string> = new Set(['userdata', 'metadata']);

/** Stands for what is not written down. */
const redacted = '(not recorded)';

/**
 * An input of an operation as it may be written down: made anew from what the schema lists and has not marked as
 * secret, so that a value nobody thought of stays out.
 */
export function recordable(schema: z.core.$ZodType, value: unknown): unknown {
  if (value === undefined || value === null) return value;
  if (isSecret(schema)) return redacted;
  const def = definitionOf(schema);
  if ('innerType' in def) return recordable(def.innerType, value);
  if (def.type === 'array' && Array.isArray(value)) {
    return value.map((one) => recordable(def.element, one));
  }
  if (def.type === 'object' && typeof value === 'object') {
    const members = new Map<string, unknown>(Object.entries(value));
    return Object.fromEntries(
      Object.entries(def.shape).flatMap(([name, member]) => {
        const one = members.get(name);
        if (one === undefined) return [];
        return [[name, personal.has(name) ? redacted : recordable(member, one)]];
      }),
    );
  }
  return typeof value === 'object' ? redacted : value;
}
