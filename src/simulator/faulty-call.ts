import type { Match } from '../contract/match.ts';
import type { FaultyCall } from './faults.ts';
import type { RegionWorld } from './world.ts';

/** What the faults look at in a call whose input fits its row. */
export function faultyCall(
  { operation, params }: Match,
  input: Record<string, unknown>,
  region: RegionWorld,
  hasMfaToken: boolean,
): FaultyCall {
  const resourceId = resourceOf(params);
  const instance = region.instances.get(resourceId);
  // Of a creation the plan, of a resize the target; an instance that is there speaks for itself.
  const plan = input['instanceSpec'] ?? input;
  const token = input['clientToken'];
  return {
    operation,
    region: region.id,
    resourceId,
    name: instance?.name ?? (operation.name === 'createInstances' ? text(plan, 'name') : ''),
    instanceType: text(plan, 'instanceType') || (instance?.instanceType ?? ''),
    repeated: typeof token === 'string' && region.tokens.has(`${operation.name}/${token}`),
    hasMfaToken,
  };
}

/** The path parameter that names what is asked for: an instance, an image, a key pair … */
export function resourceOf(params: Record<string, string>): string {
  for (const name in params) if (name !== 'regionId') return params[name] ?? '';
  return '';
}

function text(value: unknown, key: string): string {
  if (typeof value !== 'object' || value === null) return '';
  // An object may be asked for any of its own keys.
  const member = (value as Record<string, unknown>)[key];
  return typeof member === 'string' ? member : '';
}
