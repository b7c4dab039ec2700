import { describe, expect, it } from 'vitest';
import { answer, isForBackend } from './answer.ts';
import { createBackend } from './backend.ts';
import { parseOptions, UsageError } from './options.ts';

const origin = 'http://127.0.0.1:8080';
const backend = await createBackend(parseOptions(['--instances', '20'], {}), origin);

const ask = (path: string, init?: RequestInit) =>
  answer(backend, () => '<title>screen</title>', new Request(origin + path, init));

describe('what is behind the page', () => {
  it('answers the cloud’s own path through the proxy, from the simulator', async () => {
    const reply = await ask('/api/vm/v1/regions/cn-north-1/instances?pageSize=10');
    expect(reply.status).toBe(200);
    const { result, requestId } = await reply.json();
    expect(result.instances).toHaveLength(10);
    expect(result.totalCount).toBe(20);
    expect(requestId).toMatch(/^[a-z0-9]{32}$/);
  });

  it('describes itself', async () => {
    const reply = await ask('/openapi.json');
    expect(reply.headers.get('content-type')).toContain('application/json');
    expect(await reply.json()).toMatchObject({ openapi: '3.1.0' });
  });

  it('shows a simulated screen’s page, and nothing where nothing is', async () => {
    expect(await (await ask('/simulator/vnc_auto.html?token=x')).text()).toContain('screen');
    expect((await ask('/simulator/nothing')).status).toBe(404);
  });

  it.each([
    ['/api/vm/v1/regions', true],
    ['/openapi.json?x', true],
    ['/healthz', true],
    ['/cn-north-1/instances', false],
    ['/apifoo', false],
    ['/', false],
  ])('%s is for the backend: %s', (target, expected) => {
    expect(isForBackend(target)).toBe(expected);
  });
});

it('does not lend a real key to a whole network', async () => {
  const options = parseOptions(['--cloud', 'jdcloud', '--host', '0.0.0.0'], {});
  await expect(createBackend(options, origin)).rejects.toThrow(UsageError);
});
