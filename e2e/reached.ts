import type { BrowserContext, Request } from '@playwright/test';
import { match } from '../src/contract/match.ts';
import { services } from '../src/contract/operation.ts';

/** The kind of annotation under which a test says which operations it has reached. */
export const reachedBy = 'operations';

/**
 * Listens to what the pages of a test ask of the cloud, and gets an answer for. What the test itself does behind
 * their back goes another way.
 */
export function listen(context: BrowserContext): ReadonlySet<string> {
  const reached = new Set<string>();
  context.on('response', (response) => {
    const operation = operationOf(response.request());
    if (operation !== undefined && response.ok()) reached.add(operation);
  });
  return reached;
}

/** What a request asks of the cloud, as the proxy reads it. */
function operationOf(request: Request): string | undefined {
  const { pathname } = new URL(request.url());
  const [, name, path = ''] = /^\/api\/(\w+)(\/.*)$/.exec(pathname) ?? [];
  const service = services.find((one) => one === name);
  return service && match(service, request.method(), path)?.operation.name;
}
