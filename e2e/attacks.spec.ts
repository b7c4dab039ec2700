// What somebody would send who wants in, byte by byte, and what pages elsewhere would try.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page } from '@playwright/test';
import { CreateForm } from './create-form.ts';
import { exported } from './exported.ts';
import { expect, test } from './fixtures.ts';
import { sendRaw } from './raw.ts';

const region = '/api/vm/v1/regions/cn-north-1';
const list = `${region}/instances`;
const write = { 'x-vm-console': '1', 'content-type': 'application/json' };

const hostOf = (server: string) => new URL(server).host;

test('no path leads elsewhere, and none to a file that is not the browser’s', async ({
  server,
  cloud,
}) => {
  const host = `Host: ${hostOf(server)}`;
  const refused = [
    '/api/vm/v1/regions/../regions/cn-north-1/instances',
    '/api/vm/v1/regions/cn-north-1/../../../v1/regions/cn-north-1/instances',
    `${list}/..`,
    `${list}/%2e%2e`,
    `${list}/%2e%2e%2f`,
    `${list}/i-1%00`,
    `${list}/i-1%0d%0aHost:%20evil.example`,
    '/api//vm/v1/regions/cn-north-1/instances',
    '/api/vm//v1/regions/cn-north-1/instances',
    '/api/vm@evil.example/v1/regions/cn-north-1/instances',
    '/api/vm:80@evil.example/v1/regions/cn-north-1/instances',
    '/api/http://evil.example/v1/regions/cn-north-1/instances',
    '/api/vm/http://evil.example/v1/regions/cn-north-1/instances',
    '/api/vm/v1/regions/cn-north-1.evil.example/instances',
    '/api/vm/v1/regions/cn-north-1@evil.example/instances',
    '/api/vm/v1/regions/cn-north-1%40evil.example/instances',
    '/api/vm/v1/regions/evil.example%2F/instances',
    '/api/vm/v1/regions/cn-north-1%0d%0aX:%20y/instances',
    '/api/vm/v1/regions/%E0%A4%A/instances',
    '/api/vm/v1/regions/cn-north-1/instances?endpoint=http://evil.example',
    '/api/__proto__/v1/regions/cn-north-1/instances',
    '/api/constructor/v1/regions/cn-north-1/instances',
    '/api/iam/v1/user:describeUsers',
  ];
  for (const path of refused) {
    const { status } = await sendRaw(server, [`GET ${path} HTTP/1.1`, host]);
    expect([400, 404], path).toContain(status);
  }
  // To the browser these are pages of the console or nothing at all; never a file, never a fault.
  for (const path of [
    '/%E0%A4%A',
    '/%00',
    '/../package.json',
    '/assets/../../server/serve.js',
    '/assets/..%2f..%2fserver%2fserve.js',
    '/assets/%2e%2e/%2e%2e/server/serve.js',
    '/assets/..%5c..%5cserver%5cserve.js',
    '/..%2f..%2f..%2f..%2fetc%2fpasswd',
    '//evil.example/',
    '/\\evil.example/',
    'http://evil.example/api/vm/v1/regions/cn-north-1/instances',
    '*',
  ]) {
    const { status, text } = await sendRaw(server, [`GET ${path} HTTP/1.1`, host]);
    expect([200, 400, 404, 405], path).toContain(status);
    expect(text, path).not.toMatch(/root:x:|createBackend|"dependencies"|^location:/im);
  }
  expect(await cloud.calls()).toEqual([]);
  // A vendor's SDK repeats the path's parameters; what the path says is what counts.
  await sendRaw(server, [`GET ${list}?regionId=cn-east-2 HTTP/1.1`, host]);
  expect((await cloud.calls()).map((call) => call.region)).toEqual(['cn-north-1']);
});

test('no other name, no second name and no name at all is answered', async ({ server, cloud }) => {
  const { port } = new URL(server);
  const foreign = [
    `Host: evil.example:${port}`,
    `Host: localhost.evil.example`,
    `Host: 127.0.0.1.nip.example:${port}`,
    `Host: 127.0.0.1@evil.example`,
    `Host: [::ffff:7f00:1]:${port}`,
    'Host: ',
    'X-Forwarded-Host: 127.0.0.1',
    `Host: ${hostOf(server)}\r\nHost: evil.example`,
  ];
  for (const path of [list, '/', '/openapi.json', '/simulator/log', '/assets/none.js']) {
    for (const host of foreign) {
      const { status } = await sendRaw(server, [`GET ${path} HTTP/1.1`, host]);
      expect([400, 421], `${host} ${path}`).toContain(status);
    }
  }
  expect(await cloud.calls()).toEqual([]);
});

test('a write of another origin, of a form, or that is no JSON is refused', async ({
  request,
  cloud,
}) => {
  const { instanceId } = await cloud.plain('running');
  const stop = `${list}/${instanceId}:stopInstance`;
  const json = { 'content-type': 'application/json' };
  const rows: [headers: Record<string, string>, body: string, status: number][] = [
    [json, '{}', 403],
    [{ ...write, origin: 'https://evil.example' }, '{}', 403],
    [{ ...write, origin: 'null' }, '{}', 403],
    [{ ...write, origin: 'http://127.0.0.1:1' }, '{}', 403],
    [{ ...write, 'sec-fetch-site': 'same-site' }, '{}', 403],
    [{ 'content-type': 'text/plain' }, '{}', 403],
    [{ 'content-type': 'application/x-www-form-urlencoded' }, 'a=1', 403],
    [{ ...write, 'content-type': 'text/plain' }, '{}', 415],
    [{ ...write, 'content-type': 'application/x-www-form-urlencoded' }, 'a=1', 415],
    [{ ...write, 'content-type': 'multipart/form-data; boundary=x' }, '--x--', 415],
    [{ ...write, 'content-encoding': 'gzip' }, '{}', 415],
    [write, '{"chargeOnStopped":', 400],
    [write, '[]', 400],
    [write, '{"__proto__":{"admin":true}}', 400],
    [write, `{"a":${'['.repeat(200_000)}`, 400],
    [write, `{"a":${'{"a":'.repeat(100)}1${'}'.repeat(100)}}`, 400],
    [write, JSON.stringify({ a: 'x'.repeat(1 << 20) }), 413],
  ];
  for (const [headers, data, status] of rows) {
    const reply = await request.post(stop, { headers, data });
    expect(reply.status(), `${JSON.stringify(headers)} ${data.slice(0, 40)}`).toBe(status);
    expect(reply.headers()).not.toHaveProperty('access-control-allow-origin');
  }
  for (const [path, method] of [
    [`${list}/${instanceId}:deleteEverything`, 'POST'],
    [`${list}/${instanceId}:stopInstance`, 'GET'],
    [list, 'DELETE'],
    [list, 'OPTIONS'],
    [list, 'TRACE'],
  ] as const) {
    const reply = await request.fetch(path, { method, headers: write });
    expect([404, 405], `${method} ${path}`).toContain(reply.status());
  }
  expect(await cloud.calls('stopInstance')).toEqual([]);
});

test('neither a header nor a length that lies gets another request in', async ({
  server,
  cloud,
}) => {
  const host = `Host: ${hostOf(server)}`;
  const line = `POST ${list}/i-1:stopInstance HTTP/1.1`;
  const head = [line, host, 'X-VM-Console: 1', 'Content-Type: application/json'];
  const second = `GET ${list} HTTP/1.1\r\n${host}\r\n\r\n`;
  const smuggled = [
    sendRaw(
      server,
      [...head, 'Content-Length: 2', 'Transfer-Encoding: chunked'],
      `0\r\n\r\n${second}`,
    ),
    sendRaw(server, [...head, 'Content-Length: 2', 'Content-Length: 40'], `{}${second}`),
    sendRaw(server, [...head, 'Transfer-Encoding: xchunked'], second),
    sendRaw(server, [line, host, 'X-Long: ' + 'x'.repeat(20_000)]),
    sendRaw(server, [line, host, 'X-VM-Console: 1\r\n evil: yes']),
  ];
  for (const { status } of await Promise.all(smuggled)) expect(status).toBeGreaterThanOrEqual(400);
  const chunk = `${(1 << 20).toString(16)}\r\n${'x'.repeat(1 << 20)}\r\n`;
  const endless = await sendRaw(
    server,
    [...head, 'Transfer-Encoding: chunked'],
    `${chunk}${chunk}0\r\n\r\n`,
  );
  expect(endless.status).toBe(413);
  expect(await cloud.calls()).toEqual([]);
});

test('a page elsewhere can neither read, write, frame nor listen', async ({
  page,
  server,
  cloud,
  complaints,
}) => {
  complaints.allow(/./); // the browser refuses most of what is tried here, and says so
  const { instanceId } = await cloud.plain('running');
  const attacker = createServer((_, response) => {
    response.writeHead(200, { 'content-type': 'text/html' }).end('<h1>elsewhere</h1>');
  }).listen(0, '127.0.0.1');
  await new Promise((resolve) => attacker.once('listening', resolve));
  const { port } = attacker.address() as AddressInfo; // a TCP server that listens has one
  await page.goto(`http://localhost:${port}/`);
  const before = (await cloud.calls()).length;
  const gained = await page.evaluate(
    async ({ target, id }) => {
      const api = `${target}api/vm/v1/regions/cn-north-1/instances`;
      const stop = `${api}/${id}:stopInstance`;
      const text = (url: string, init?: RequestInit) =>
        fetch(url, init).then(
          async (reply) => (await reply.text()) || reply.type,
          () => 'refused',
        );
      const loads = (tag: 'img' | 'script', src: string) =>
        new Promise<string>((resolve) => {
          const element = document.createElement(tag);
          element.addEventListener('load', () => resolve('loaded'));
          element.addEventListener('error', () => resolve('refused'));
          element.src = src;
          document.body.append(element);
        });
      const listens = new Promise<string>((resolve) => {
        const socket = new WebSocket(`${target.replace('http', 'ws')}simulator/vnc?token=x`);
        socket.addEventListener('open', () => resolve('open'));
        socket.addEventListener('error', () => resolve('refused'));
      });
      const frame = document.createElement('iframe');
      frame.src = `${target}cn-north-1/instances`;
      document.body.append(frame);
      const opaque = { method: 'POST', mode: 'no-cors', body: '{}' } as const;
      return [
        await text(api),
        await text(stop, { method: 'POST', headers: { 'x-vm-console': '1' }, body: '{}' }),
        await text(stop, opaque),
        await text(`${target}simulator/control`, opaque),
        await loads('script', api),
        await loads('img', api),
        await listens,
      ];
    },
    { target: server, id: instanceId },
  );
  expect(gained.filter((what) => !['refused', 'opaque'].includes(what))).toEqual([]);
  const framed = page.frames().find((frame) => frame !== page.mainFrame());
  expect(await framed?.locator('#root').count()).toBe(0);
  expect((await cloud.calls()).slice(before)).toEqual([]);
  expect((await cloud.plain('running')).instanceId).toBe(instanceId);
  attacker.close();
});

test('the console itself runs, loads and sends to nothing from elsewhere', async ({
  page,
  fleet,
  complaints,
}) => {
  complaints.allow(/Content Security Policy|violates|Refused|blocked/i);
  await fleet.open();
  await page.evaluate(() => {
    const stopped: string[] = [];
    Object.assign(window, { stopped });
    document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) =>
      stopped.push(effectiveDirective),
    );
    const add = (tag: string, attributes: Record<string, string>, text = '') => {
      const element = document.createElement(tag);
      for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
      element.textContent = text;
      document.body.append(element);
      return element;
    };
    add('script', { src: 'https://evil.example/x.js' });
    add('script', {}, 'window.hacked = true');
    add('img', { src: 'https://evil.example/x.png' });
    add('p', { onclick: 'window.hacked = true' }).click();
    add('iframe', { src: 'https://evil.example/' });
    add('style', {}, '@import "https://evil.example/x.css"');
    void fetch('https://evil.example/').catch(() => undefined);
    const form = add('form', { action: 'https://evil.example/', method: 'post' });
    if (form instanceof HTMLFormElement) form.submit();
  });
  const directives = [
    'script-src-elem',
    'script-src-attr',
    'style-src-elem',
    'img-src',
    'frame-src',
    'connect-src',
    'form-action',
  ];
  for (const directive of directives) {
    await expect
      .poll(() => page.evaluate(() => Reflect.get(window, 'stopped')))
      .toContain(directive);
  }
  expect(await page.evaluate(() => Reflect.get(window, 'hacked'))).toBeUndefined();
  expect(await page.evaluate(() => location.pathname)).toBe('/cn-north-1/instances');
});

/** A name that is a formula to a spreadsheet, a script to a careless page, and text to everybody else. */
const hostile = `=HYPERLINK("http://evil.example")<img src=x onerror="window.hacked=1"><script>hacked=1</script>`;

/** Whatever the cloud tells of is called that. */
const rename = {
  kind: 'reword',
  members: [
    'instanceName',
    'name',
    'description',
    'imageName',
    'keyName',
    'vpcName',
    'subnetName',
    'networkInterfaceName',
  ],
  text: hostile,
  times: 0,
};

/** No element was made of the name, and none of its scripts has run. */
async function expectUntouched(page: Page, where: string): Promise<void> {
  const made = page.locator('img[src=x], [onerror], script:text("hacked")');
  expect(await made.count(), where).toBe(0);
  expect(await page.evaluate(() => Reflect.get(window, 'hacked')), where).toBeUndefined();
}

/** The name stands there as what it is. */
async function expectText(
  page: Page,
  where: string,
  role: 'main' | 'dialog' = 'main',
): Promise<void> {
  const shown = page.getByRole(role).getByText(hostile).filter({ visible: true });
  await expect(shown.first(), where).toBeVisible();
  await expectUntouched(page, where);
}

test('a hostile name is text in the lists and forms of instances, and on the page of one', async ({
  page,
  cloud,
  complaints,
}) => {
  complaints.allow(/status of 404/); // there is no such instance
  const { instanceId } = await cloud.plain('running');
  const { id } = await cloud.template('ci-runner');
  await cloud.order(rename);
  const nothing = encodeURIComponent(hostile);
  const tabs = ['', '/monitoring', '/disks', '/network', '/activity', '/json'];
  for (const path of [
    '',
    '/instances',
    '/instances?group=zone',
    '/instances?group=vpc',
    '/instances?group=type',
    `/instances?q=${nothing}`,
    ...tabs.map((tab) => `/instances/${instanceId}${tab}`),
    `/instances/create?like=${instanceId}`,
    `/instances/create?from=template:${id}`,
    `/instances/${nothing}/vnc`,
  ]) {
    await page.goto(`/cn-north-1${path}`);
    await expectText(page, path);
  }
  await expect(page).toHaveTitle(`VNC · ${hostile} · VM Console`);
});

test('a hostile name is text on the pages of everything else', async ({
  page,
  cloud,
  complaints,
}) => {
  complaints.allow(/status of 404/);
  const { instanceId } = await cloud.plain('running');
  const { imageId } = await cloud.image('order-api-20261120');
  const { imageId: official } = await cloud.image('Ubuntu 20.04 64位', { source: 'public' });
  const { id } = await cloud.template('ci-runner');
  await cloud.order(rename);
  const name = encodeURIComponent(hostile);
  const ofOne = [
    `/images/${official}/constraints`,
    ...['', '/sharing', '/activity', '/json'].map((tab) => `/images/${imageId}${tab}`),
    ...['', '/activity', '/json', '/edit'].map((tab) => `/templates/${id}${tab}`),
    ...['', '/activity', '/json'].map((tab) => `/keypairs/${name}${tab}`),
    `/instance-types/compare?type=${name}`,
  ];
  const ofMany = [
    '/images',
    '/images?source=public',
    '/images/tasks',
    '/templates',
    `/templates/create?like=${instanceId}`,
    `/templates/compare?a=${id}&b=${instanceId}`,
    '/keypairs',
    '/quotas',
  ];
  for (const path of [...ofOne, ...ofMany]) {
    await page.goto(`/cn-north-1${path}`);
    await expectText(page, path);
    if (ofOne.includes(path)) expect(await page.title(), path).toContain(hostile);
  }
  // These tell of nothing that has a name.
  for (const path of ['/audit', `/${name}`]) {
    await page.goto(`/cn-north-1${path}`);
    await expect(page.getByRole('main').getByRole('heading').first(), path).toBeVisible();
    await expectUntouched(page, path);
  }
  await page.goto('/cn-north-1/images');
  await page.getByRole('link', { name: 'Import again' }).first().click();
  await expect(page.getByLabel('Name', { exact: true })).toHaveValue(hostile);
  await expectUntouched(page, 'an import asked for again');
  await cloud.order({ ...rename, members: ['instanceType', 'family', 'gpuModel'] });
  await page.goto('/cn-north-1/instance-types');
  await expectText(page, 'the types');
});

test('a hostile name is text in dialogs, in the palette and in what was done', async ({
  page,
  cloud,
  fleet,
  complaints,
}) => {
  complaints.allow(/status of 400/);
  await cloud.freeze();
  const { instanceId } = await cloud.plain('running');
  const { imageId } = await cloud.image('order-api-20261120');
  const { id } = await cloud.template('ci-runner');
  const refusal = {
    kind: 'error',
    operation: 'deleteInstance',
    status: 'FAILED_PRECONDITION',
    message: hostile,
  };
  await cloud.order(rename, refusal);
  for (const [path, ...actions] of [
    [`/images?q=${imageId}`, 'Rename', 'Delete'],
    [`/templates?q=${id}`, 'Rename', 'Delete'],
    ['/keypairs', 'Delete'],
    [`/instances?q=${instanceId}`, 'Rename', 'Delete'],
  ]) {
    await page.goto(`/cn-north-1${path}`);
    for (const action of actions) {
      await page
        .getByRole('button', { name: `Actions on ${hostile}` })
        .first()
        .click();
      await page.getByRole('menuitem', { name: new RegExp(`^${action}`) }).click();
      await expectText(page, `${action} ${path}`, 'dialog');
      if (action === 'Rename' || !path?.startsWith('/instances')) {
        await page.keyboard.press('Escape');
        await expect(page.getByRole('dialog')).toHaveCount(0);
      }
    }
  }
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel(/Type the name/).fill(hostile);
  await dialog.getByRole('button', { name: 'Delete instance' }).click();
  await expect(dialog.getByRole('alert')).toContainText(hostile);
  await expectUntouched(page, 'a refusal');
  await page.keyboard.press('Escape');

  await page.keyboard.press('Control+k');
  await page.getByRole('combobox').fill(instanceId);
  await expect(page.getByRole('option').first()).toContainText(hostile);
  await expectUntouched(page, 'the palette');
  await page.keyboard.press('Escape');

  await fleet.act(hostile, 'Stop');
  await dialog.getByRole('button', { name: 'Stop', exact: true }).click();
  await page.getByRole('button', { name: '1 in progress' }).click();
  await expectText(page, 'the tray', 'dialog');
  await page.goto('/cn-north-1/activity');
  await expectText(page, 'the activity');

  const form = new CreateForm(page);
  // A key pair that is asked for has to be one.
  await cloud.order({ ...rename, members: ['instanceName', 'subnetName'] });
  await form.open(`?like=${instanceId}`);
  await form.field('Name').fill('plain-1');
  await form.pick('Key pair', /^ops-2026/);
  await form.submit.click();
  await expect(page.getByRole('group', { name: 'New instance' })).toContainText(hostile);
  await expectUntouched(page, 'what is being created');
});

test('a hostile name is text in files and in errors', async ({
  page,
  cloud,
  fleet,
  complaints,
}) => {
  complaints.allow(/status of 400/);
  await cloud.freeze();
  await cloud.order(rename);
  const { instanceId } = await cloud.plain('running');
  await fleet.open(`?q=${instanceId}`);
  // An activity that has a name.
  await fleet.act(hostile, 'Stop');
  await page.getByRole('dialog').getByRole('button', { name: 'Stop', exact: true }).click();
  await expect(page.getByRole('button', { name: '1 in progress' })).toBeVisible();
  for (const list of [
    'instances',
    'images',
    'images/tasks',
    'templates',
    'keypairs',
    'instance-types',
    'activity',
  ]) {
    if (list === 'instance-types') await cloud.order({ ...rename, members: ['instanceType'] });
    await page.goto(`/cn-north-1/${list}`);
    await expect(page.getByRole('main').locator('tbody')).toContainText(hostile);
    const csv = await exported(page);
    expect(csv, list).toContain(`"'=HYPERLINK(""http://evil.example"")`);
    expect(csv, list).not.toMatch(/(^|,)"?=/m);
  }

  await cloud.order({
    kind: 'error',
    operation: 'describeImages',
    status: 'FAILED_PRECONDITION',
    message: hostile,
    times: 0,
  });
  await page.goto('/cn-north-1/images');
  await expect(page.getByRole('main').getByRole('alert')).toContainText(
    '<script>hacked=1</script>',
  );
  await expectUntouched(page, 'an error');
});
