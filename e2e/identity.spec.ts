import type { Page } from '@playwright/test';
import { expectAccessible } from './accessibility.ts';
import { Cloud } from './cloud.ts';
import { expect, test as base } from './fixtures.ts';
import { whatIsKept } from './kept.ts';
import { Fleet } from './list-page.ts';
import { type Server, startConsoleIn, startProvider, startSimulator } from './server.ts';
import { at, homeWith, keys } from './vendor-cli.ts';

const pair = { accessKey: 'WORKACCESSKEY0000001', secretKey: 'secret-of-work' };
const secret = 'secret-of-the-client';

/** As it is, and as it goes to the provider. */
const spellings = [secret, btoa(secret), btoa(`vm-console:${secret}`)].map((text) =>
  text.replace(/=+$/, ''),
);

/** What a browser could get to know. */
interface Trail {
  /** Adds what the page shows and keeps now. */
  look: () => Promise<void>;
  /** Adds what a program has written. */
  add: (text: string) => void;
}

/** A console with keys of its own, to which an identity provider says who may do what. */
const test = base.extend<{
  simulator: Server;
  provider: Server;
  console_: Server;
  trail: Trail;
}>({
  // oxlint-disable-next-line no-empty-pattern -- Playwright reads the fixtures wanted from the pattern
  simulator: async ({}, use) => {
    const simulator = await startSimulator('--instances', '8', ...keys(pair));
    await use(simulator);
    await simulator.stop();
  },

  // oxlint-disable-next-line no-empty-pattern -- as above
  provider: async ({}, use) => {
    const provider = await startProvider();
    await use(provider);
    await provider.stop();
  },

  console_: async ({ simulator, provider, context }, use, { outputDir }) => {
    const home = homeWith(outputDir, {
      work: { ...pair, at: simulator },
      spare: { ...pair, at: simulator },
    });
    const oidc = [
      ['--oidc-issuer', provider.address, '--oidc-client', 'vm-console'],
      ['--oidc-scope', 'openid profile groups', '--host', '127.0.0.1', '--audit', '-'],
      ['--profile', 'work', '--profile', 'spare'],
      ['--grant', 'vm-admins=work', '--grant', 'vm-admins=spare:read-only'],
      ['--grant', 'vm-viewers=work:read-only'],
    ].flat();
    const env = { ...home, VM_CONSOLE_OIDC_SECRET: secret };
    const console_ = await startConsoleIn(env, '--cloud', 'jdcloud', ...oidc, ...at(simulator));
    await use(console_);
    // What a page still reads must not find the server gone.
    await Promise.all(context.pages().map((page) => page.close()));
    await console_.stop();
  },

  /** The secret of the client is in nothing that a browser gets, nor in a log. */
  trail: [
    async ({ page, console_ }, use) => {
      const found: string[] = [];
      const replies: Promise<unknown>[] = [];
      page.on('framenavigated', (frame) => found.push(frame.url()));
      page.on('console', (message) => found.push(message.text()));
      page.on('request', (request) => found.push(request.url(), request.postData() ?? ''));
      page.on('response', (response) => {
        found.push(JSON.stringify(response.headers()));
        const text = response.text().then(
          (body) => found.push(body),
          () => undefined, // the page went on before it was read
        );
        replies.push(text);
      });
      let looks = 0;
      await use({
        look: async () => {
          looks += 1;
          found.push(await whatIsKept(page));
        },
        add: (text) => found.push(text),
      });
      await Promise.all(replies);
      const all = [...found, console_.said()].join('\n');
      expect(looks).toBeGreaterThan(0);
      expect(all).toContain('/session/');
      for (const spelling of spellings) expect(all).not.toContain(spelling);
    },
    { auto: true },
  ],

  // A refused call is a failed load to the browser.
  page: async ({ page, complaints }, use) => {
    complaints.allow(/status of 40[13]/);
    await use(page);
  },
});

async function signIn(page: Page, name: string): Promise<void> {
  await page.getByRole('link', { name: 'Go to sign-in' }).click();
  await page.getByRole('textbox', { name: 'Name' }).fill(name);
  await page.getByRole('button', { name: 'Continue' }).click();
}

const account = (page: Page, name: string) =>
  page.getByRole('button', { name: `Account: ${name}`, exact: true });

async function signOut(page: Page, name: string): Promise<void> {
  await account(page, name).click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  // The provider asks, too.
  await expect(page).toHaveTitle('Provider');
  await page.getByRole('button', { name: 'Sign out' }).click();
  await expect(page.getByRole('dialog', { name: 'Sign in to VM Console' })).toBeVisible();
}

test('who may only look is refused every change, by the proxy too', async ({
  page,
  context,
  playwright,
  console_,
  simulator,
  trail,
}) => {
  const fleet = new Fleet(page);
  await page.goto(`${console_.address}cn-north-1/instances?sort=name`);
  await signIn(page, 'reader');
  await expect(account(page, 'work')).toBeVisible();
  await expect(page).toHaveURL(`${console_.address}cn-north-1/instances?sort=name`);
  await expect(page.getByText('Read-only', { exact: true })).toBeVisible();
  await expect(fleet.table.getByRole('link').first()).toBeVisible();
  const name = (await fleet.names())[0] ?? '';
  await expect((await fleet.menu(name)).getByRole('menuitem', { name: /^Stop/ })).toBeDisabled();
  await page.keyboard.press('Escape');

  const headers = { 'x-vm-console': '1' };
  const region = `${console_.address}api/vm/v1/regions/cn-north-1`;
  const write = await context.request.post(`${region}/instances/i-1:stopInstance`, {
    data: {},
    headers,
  });
  expect([write.status(), (await write.json()).error.status]).toEqual([403, 'READ_ONLY']);
  const screen = await context.request.get(`${region}/instances/i-1/vnc`);
  expect(screen.status()).toBe(403);
  const other = await context.request.put(`${console_.address}session`, {
    data: { account: 'spare' },
    headers,
  });
  expect(other.status()).toBe(400);
  const request = await playwright.request.newContext({ baseURL: simulator.address });
  expect(await new Cloud(request).calls('stopInstance')).toEqual([]);
  await request.dispose();
  const noted = console_.said().match(/^\{.*"from":"127.0.0.1","operation":.*$/gm);
  expect(noted?.map((line) => JSON.parse(line))).toMatchObject([
    { subject: 'reader', person: 'Rita Reader', profile: 'work', word: 'READ_ONLY' },
  ]);
  await trail.look();
});

test('who may change things does, each profile as granted, and the next person knows nothing of it', async ({
  page,
  console_,
  trail,
}) => {
  const fleet = new Fleet(page);
  await page.goto(console_.address);
  await signIn(page, 'writer');
  await expect(account(page, 'work')).toBeVisible();
  const running = fleet.table.getByRole('row').filter({ hasText: 'Running' }).first();
  const name = await running.locator('[data-column=name]').innerText();
  await fleet.act(name, 'Stop');
  const stop = page.getByRole('dialog', { name: `Stop ${name}?` });
  await stop.getByRole('button', { name: 'Stop', exact: true }).click();
  await expect(page.getByRole('button', { name: '1 in progress' })).toBeVisible();
  await expect
    .poll(console_.said)
    .toMatch(/"profile":"work","subject":"writer","person":"Wang Wei"/);

  await account(page, 'work').click();
  await expect(page.getByRole('menu')).toContainText('Signed in as Wang Wei');
  await trail.look();
  await page.getByRole('menuitemradio', { name: 'spare' }).click();
  await expect(account(page, 'spare')).toBeVisible();
  await expect(page.getByText('Read-only', { exact: true })).toBeVisible();
  await signOut(page, 'spare');

  await signIn(page, 'reader');
  await expect(account(page, 'work')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Activity', exact: true })).toBeVisible();
  await page.goto(`${console_.address}cn-north-1/activity`);
  await expect(page.getByText('Nothing has been started here yet')).toBeVisible();
  await trail.look();
});

test('who is in no group gets in nowhere, and a provider that is down is said to be', async ({
  page,
  context,
  provider,
  console_,
  trail,
}) => {
  await page.goto(console_.address);
  await signIn(page, 'nobody');
  const dialog = page.getByRole('dialog', { name: 'Sign in to VM Console' });
  await expect(dialog.getByRole('alert')).toContainText('none of your groups may use this console');
  await trail.look();
  const instances = `${console_.address}api/vm/v1/regions/cn-north-1/instances`;
  expect((await context.request.get(instances)).status()).toBe(401);

  // A way back that nobody has set out on.
  await page.goto(`${console_.address}session/callback?code=c&state=s`);
  await expect(dialog.getByRole('alert')).toContainText('Begin again');
  await trail.look();

  const args = ['--cloud', 'jdcloud', '--grant', 'vm-admins=environment'];
  args.push('--oidc-issuer', provider.address, '--oidc-client', 'vm-console');
  const fresh = await startConsoleIn(
    {
      JDCLOUD_ACCESS_KEY: pair.accessKey,
      JDCLOUD_SECRET_KEY: pair.secretKey,
      VM_CONSOLE_OIDC_SECRET: secret,
    },
    ...args,
  );
  await provider.stop();
  await page.goto(fresh.address);
  await dialog.getByRole('link', { name: 'Go to sign-in' }).click();
  await expect(dialog.getByRole('alert')).toContainText('does not answer');
  await trail.look();
  await page.goto('about:blank');
  await fresh.stop();
  trail.add(fresh.said());
});

test.describe('in Chinese', () => {
  test.use({ locale: 'zh-CN' });

  test('signing in at a provider is accessible', async ({ page, console_, trail }) => {
    await page.goto(`${console_.address}session/callback?code=c&state=s`);
    await expect(page.getByRole('alert')).toBeVisible();
    await expectAccessible(page, 'signing in at a provider');
    await trail.look();
  });
});
