import { definitionOf, isSecret } from '../../contract/common.ts';
import type { WriteOperation } from '../../contract/operation.ts';
import { personal } from '../../contract/redact.ts';

/** Whether this input of an operation may be kept in the browser: nothing in it is secret. */
export function mayKeep(operation: Pick<WriteOperation, 'input'>, input: unknown): boolean {
  return !holdsSecret(operation.input, input);
}

function holdsSecret(schema: Parameters<typeof isSecret>[0], value: unknown): boolean {
  if (value === undefined || value === null) return false;
  if (isSecret(schema)) return true;
  const def = definitionOf(schema);
  if ('innerType' in def) return holdsSecret(def.innerType, value);
  if (def.type === 'array') {
    return Array.isArray(value) && value.some((one) => holdsSecret(def.element, one));
  }
  if (def.type !== 'object' || typeof value !== 'object') return false;
  const members = new Map<string, unknown>(Object.entries(value));
  return Object.entries(def.shape).some(([name, member]) => {
    const one = members.get(name);
    return one !== undefined && (personal.has(name) || holdsSecret(member, one));
  });
}
