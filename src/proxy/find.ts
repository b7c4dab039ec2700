import { type Match, match } from '../contract/match.ts';
import { type Service, services } from '../contract/operation.ts';
import { apiPrefix } from '../contract/proxy-api.ts';
import type { ApiRequest } from './exchange.ts';
import { Refusal } from './refusal.ts';

/** What a request asks for, not yet checked. */
export interface Found {
  matched: Match;
  /** Without the question mark. */
  query: string;
}

/** Service, path and query of a request. */
const parts = new RegExp(`^${apiPrefix}([^/?#]*)([^?#]*)(?:\\?([^#]*))?`);

/** @throws Refusal when no operation has this method and path */
export function find({ method, target }: ApiRequest): Found {
  const [, service = '', path = '', query = ''] = parts.exec(target) ?? [];
  if (!isService(service)) throw unknown();
  const matched = match(service, method, path);
  // A row may be found by a method of the past; what is forwarded is always the row's own.
  if (matched && matched.operation.method === method) return { matched, query };
  const allow = ['GET', 'POST', 'PATCH', 'DELETE'].filter(
    (other) => match(service, other, path)?.operation.method === other,
  );
  if (allow.length === 0) throw unknown();
  throw new Refusal('METHOD_NOT_ALLOWED', `This path answers ${allow.join(', ')} only.`, {
    headers: { allow: allow.join(', ') },
  });
}

function isService(name: string): name is Service {
  return (services as readonly string[]).includes(name); // widened, to look for any text
}

function unknown(): Refusal {
  return new Refusal(
    'UNKNOWN_OPERATION',
    'No operation has this method and path. /openapi.json lists all.',
  );
}
