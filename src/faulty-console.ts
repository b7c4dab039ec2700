// For tests alone: the whole console in a page without a browser, before a cloud that misbehaves when it is told to.
import { configure, waitFor } from '@testing-library/dom';
import { createCall } from './console/api/client.ts';
import { mount } from './console/mount.tsx';
import { transportTo } from './embedded.ts';
import { createImpatience } from './impatience.ts';
import { defaultEndpoints } from './proxy/endpoints.ts';
import { createProxy } from './proxy/proxy.ts';
import { apiRequest } from './proxy/rig.ts';
import { verifySignature } from './proxy/verify.ts';
import { testCloud } from './simulator/test-cloud.ts';

const origin = 'http://console.test';
const credentials = { accessKey: 'AK', secretKey: 'SK' };

/** Opens the console before a cloud of its own. */
export async function openConsole() {
  // What does not come is ended by the time limit of the test.
  configure({ asyncUtilTimeout: 60_000, getElementError: (message) => new Error(message ?? '') });
  Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: false });
  sessionStorage.clear();
  localStorage.clear();
  const { limits, timer, sleep } = createImpatience();
  const cloud = testCloud({
    verify: (request) =>
      verifySignature(request, { secretOf: () => credentials.secretKey, now: Date.now() }),
    sleep,
    instances: 60,
  });
  const proxy = createProxy({
    endpoints: defaultEndpoints(),
    transport: transportTo(cloud.simulator),
    caller: () => ({ credentials }),
    log: () => {},
    limits,
    timer,
  });
  let open = 0;
  const answer = async (request: Request) => {
    const { pathname, search } = new URL(request.url);
    const headers = { ...Object.fromEntries(request.headers), host: new URL(origin).host };
    const body = request.body === null ? undefined : await request.text();
    const peer = { address: '127.0.0.1', secure: false };
    const reply = await proxy(
      apiRequest(request.method, pathname + search, headers, body, undefined, peer),
    );
    return new Response(reply.body, { status: reply.status, headers: reply.headers });
  };
  const send = async (request: Request) => {
    open += 1;
    try {
      return await answer(request);
    } finally {
      open -= 1;
    }
  };
  history.pushState({}, '', '/cn-north-1/quotas');
  const root = document.body.appendChild(document.createElement('div'));
  const session = { who: 'me', account: 'me', accounts: [], readOnly: false };
  const boot = {
    cloud: 'simulator' as const,
    readOnly: false,
    signIn: 'none' as const,
    audit: false,
    version: '0',
    session,
  };
  const takeAway = await mount(root, { boot, transport: send, origin });
  return {
    cloud,
    /** Asks past the page. */
    call: createCall(answer, origin),
    /** Whether the page waits for nothing. */
    isQuiet: () => open === 0,
    close: () => {
      takeAway();
      root.remove();
    },
  };
}

export type FaultyConsole = Awaited<ReturnType<typeof openConsole>>;

/** What is there, or comes. */
export const comes = <T>(find: () => T | null | undefined, what = String(find)): Promise<T> =>
  waitFor(() => {
    const found = find();
    if (found === null || found === undefined) throw new Error(`${what} does not come`);
    return found;
  });

export function goTo(path: string, region = 'cn-north-1'): void {
  history.pushState({}, '', `/${region}${path}`);
  dispatchEvent(new PopStateEvent('popstate'));
}
