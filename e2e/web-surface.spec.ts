import { expect, test } from './fixtures.ts';

const fleet = '/api/vm/v1/regions/cn-north-1/instances';

test.describe('what the web surface answers', () => {
  test('a call of the cloud can be read with curl', async ({ request }) => {
    const reply = await request.get(`${fleet}?pageNumber=1&pageSize=10`);
    expect(reply.status()).toBe(200);
    const { result, requestId } = await reply.json();
    expect(result.instances).toHaveLength(10);
    expect(reply.headers()['x-jdcloud-request-id']).toBe(requestId);
    expect(reply.headers()).toMatchObject({
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    });
  });

  test('a page may load nothing from elsewhere and stands in nobody’s frame', async ({
    request,
  }) => {
    const headers = (await request.get('/cn-north-1/instances')).headers();
    const policy = headers['content-security-policy'] ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).toContain("script-src 'self'");
    expect(policy).not.toMatch(/unsafe|https?:|\*/);
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
    });
  });

  test('a load balancer learns that it runs and takes calls, whatever name it asks by', async ({
    request,
  }) => {
    for (const probe of ['/healthz', '/readyz']) {
      expect((await request.get(probe, { headers: { host: '10.0.0.3' } })).status()).toBe(200);
    }
  });

  test('the description of the API lists the operations', async ({ request }) => {
    const { openapi, paths } = await (await request.get('/openapi.json')).json();
    expect(openapi).toMatch(/^3\.1/);
    expect(Object.keys(paths).length).toBeGreaterThan(50);
  });
});

test.describe('what it refuses', () => {
  const refused: [what: string, path: string, headers: Record<string, string>, status: number][] = [
    ['a host name that is not its own', fleet, { host: 'console.example.org' }, 421],
    ['a call from a page elsewhere', fleet, { origin: 'https://example.org' }, 403],
    ['a call the browser marks as foreign', fleet, { 'sec-fetch-site': 'cross-site' }, 403],
    ['an operation the cloud does not have', '/api/vm/v1/regions/cn-north-1/toasters', {}, 404],
    ['a service the product does not use', '/api/iam/v1/user:describeUsers', {}, 404],
    ['a region that is no name', '/api/vm/v1/regions/evil.example.org/instances', {}, 400],
    ['a path that climbs', '/api/vm/v1/regions/..%2f..%2fcn-north-1/instances', {}, 404],
  ];
  for (const [what, path, headers, status] of refused) {
    test(what, async ({ request, cloud }) => {
      const reply = await request.get(path, { headers });
      expect(reply.status()).toBe(status);
      expect(await cloud.calls()).toEqual([]);
    });
  }

  test('a write that a foreign form could have sent', async ({ request, cloud }) => {
    const [instance] = await cloud.instances({ status: 'running' });
    const path = `${fleet}/${instance?.instanceId}:stopInstance`;
    const reply = await request.post(path, { data: {} });
    expect(reply.status()).toBe(403);
    expect((await reply.json()).error.message).toContain('x-vm-console');
    expect(await cloud.calls('stopInstance')).toEqual([]);
  });

  test('a request that does not fit, naming the field', async ({ request, cloud }) => {
    const reply = await request.get(`${fleet}?pageSize=5000`);
    expect(reply.status()).toBe(400);
    const { error } = await reply.json();
    expect(error.message).toContain('pageSize');
    expect(await cloud.calls()).toEqual([]);
  });

  test('an unknown file below /assets', async ({ request }) => {
    expect((await request.get('/assets/../../package.json')).headers()['content-type']).toContain(
      'html',
    );
    expect((await request.get('/assets/none.js')).status()).toBe(404);
  });
});
