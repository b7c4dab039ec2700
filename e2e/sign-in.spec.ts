import type { BrowserContext, Page } from '@playwright/test';
import { expectAccessible } from './accessibility.ts';
import { Cloud } from './cloud.ts';
import { expect, test as base } from './fixtures.ts';
import { Fleet } from './list-page.ts';
import { type Server, startConsoleIn, startSimulator } from './server.ts';
import { at, linkOf } from './vendor-cli.ts';

// Recognisable, to be looked for where they must not be.
const accessKey = 'PLANTEDACCESSKEY0001';
const secretKey = 'planted-secret-of-the-key';
const masked = 'PLAN…0001';

const test = base.extend<{ simulator: Server; real: Cloud; endpoints: string[] }>({
  // oxlint-disable-next-line no-empty-pattern -- Playwright reads the fixtures wanted from the pattern
  simulator: async ({}, use) => {
    const keys = ['--access-key', accessKey, '--secret-key', secretKey];
    // The same fleet as in the console's own cloud, where it can be looked through.
    const simulator = await startSimulator('--seed', 'e2e', ...keys);
    await use(simulator);
    await simulator.stop();
  },

  /** Another cloud than the console's own: it checks signatures made with the key that was typed. */
  real: async ({ playwright, simulator }, use) => {
    const request = await playwright.request.newContext({ baseURL: simulator.address });
    await use(new Cloud(request));
    await request.dispose();
  },

  endpoints: ({ simulator }, use) => use(at(simulator)),

  // A refused call is a failed load to the browser.
  page: async ({ page, complaints }, use) => {
    complaints.allow(/status of 401/);
    await use(page);
  },
});

async function signIn(page: Page, secret = secretKey): Promise<void> {
  const dialog = page.getByRole('dialog', { name: /^Sign in/ });
  await dialog.getByLabel('Access key ID').fill(accessKey);
  await dialog.getByLabel('Access key secret', { exact: true }).fill(secret);
  await dialog.getByRole('button', { name: 'Sign in' }).click();
}

/** Starts a console that lets people in with a key, and whose clock can be moved on. */
function startLocked(...args: string[]): Promise<Server> {
  // The cloud's clock stays behind then, which the proxy makes up for.
  const env = { NODE_OPTIONS: `--import ${new URL('an-hour-later.mjs', import.meta.url).href}` };
  return startConsoleIn(env, '--cloud', 'jdcloud', '--sign-in', 'key', ...args);
}

/** Lets 61 minutes pass in which nobody calls, which has to be too long for the session. */
async function endSession(context: BrowserContext, { signal, address }: Server): Promise<void> {
  signal('SIGUSR2');
  const session = async () => (await context.request.get(`${address}session`)).status();
  await expect.poll(session).toBe(401);
  // The browser keeps it for as long as a session may last; it is the console that knows better.
  expect(await context.cookies()).toHaveLength(1);
}

/** Tells the page that it is looked at, or not any more. */
const setVisibility = (page: Page, state: DocumentVisibilityState) =>
  page.evaluate((value) => {
    Object.defineProperty(document, 'visibilityState', { value, configurable: true });
    document.dispatchEvent(new Event('visibilitychange', { bubbles: true }));
  }, state);

test('a key pair of the cloud opens the console, and nothing is lost when a session ends', async ({
  page,
  context,
  cloud,
  real,
  endpoints,
}) => {
  test.slow(); // somebody signs in five times
  const { instanceId, instanceName: name } = await cloud.plain('running');
  // What the seed has under way would be looked after, and find before anybody does that the session has ended.
  await real.advance(600_000);
  const console_ = await startLocked('--audit', '-', ...endpoints);
  const replies: string[] = [];
  page.on('response', (response) => {
    replies.push(JSON.stringify(response.headers()));
    if (response.url().includes('/api/') || response.url().endsWith('/session')) {
      void response.text().then(
        (text) => replies.push(text),
        () => undefined, // the page went on before it was read
      );
    }
  });
  const to = (path: string) => console_.address + path;

  await page.goto(to('cn-north-1/instances'));
  const dialog = page.getByRole('dialog', { name: /^Sign in/ });
  await expect(dialog.getByLabel('Access key ID')).toBeFocused();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Enter');
  await expect(dialog.getByLabel('Access key ID')).toBeFocused();
  await expect(dialog.getByText('Required.')).toHaveCount(2);
  await signIn(page, 'guessed');
  await expect(dialog.getByRole('alert')).toContainText('The cloud does not accept this key');
  await expect(dialog.getByLabel('Access key ID')).toHaveValue(accessKey);
  await signIn(page);
  await expect(dialog).toHaveCount(0);
  const fleet = new Fleet(page);
  await expect(fleet.table.getByRole('link').first()).toBeVisible();
  await expect(page.getByRole('button', { name: `Account: ${masked}` })).toBeVisible();

  // In the middle of something: the stop is sent once somebody has signed in again, and once only.
  await page.goto(to(`cn-north-1/instances?q=${instanceId}`));
  await fleet.act(name, 'Stop');
  const stop = page.getByRole('dialog', { name: `Stop ${name}?` });
  await stop.getByText('Stop charging', { exact: true }).click();
  await endSession(context, console_);
  await stop.getByRole('button', { name: 'Stop', exact: true }).click();
  await expect(dialog).toContainText('Your session has ended');
  expect(await real.calls('stopInstance')).toEqual([]);
  await signIn(page);
  await expect(dialog).toHaveCount(0);
  await expect(stop).toHaveCount(0);
  await expect
    .poll(async () => (await real.calls('stopInstance')).map(({ code }) => code))
    .toEqual([200]);
  const [call] = await real.calls('stopInstance');
  expect(call?.input).toMatchObject({ chargeOnStopped: 'stopCharging' });
  // Of a write that met no session nothing is known but that; the other one is noted in full.
  const noted = console_.said().match(/^\{.*"from":"127.0.0.1","operation":"stopInstance".*$/gm);
  expect(noted?.map((line) => JSON.parse(line))).toMatchObject([
    { outcome: 'refused', word: 'SIGN_IN_NEEDED' },
    { outcome: 'done', who: masked, resource: instanceId },
  ]);

  // Signing in in one tab is enough for all.
  await endSession(context, console_);
  await page.goto(to('cn-north-1/images'));
  await expect(dialog).toBeVisible();
  const other = await context.newPage();
  await other.goto(to('cn-north-1/instances'));
  await signIn(other);
  await expect(new Fleet(other).table.getByRole('link').first()).toBeVisible();
  await page.bringToFront();
  await page.evaluate(() => window.dispatchEvent(new Event('focus')));
  await expect(dialog).toHaveCount(0);
  await expect(page.getByRole('table', { name: 'Images' })).toBeVisible();

  // Nobody else sees a key: not the page, not what it keeps, not the log.
  const kept = await page.evaluate(() =>
    JSON.stringify([localStorage, sessionStorage, history.state, location.href, document.cookie]),
  );
  const seen = [kept, await page.content(), console_.said(), ...replies].join('\n');
  expect(seen).toContain('describeInstances');
  expect(seen).toContain(masked);
  for (const secret of [accessKey, secretKey, btoa(secretKey)]) expect(seen).not.toContain(secret);

  await page.getByRole('button', { name: `Account: ${masked}` }).click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  await expect(dialog).toContainText('Use an access key of the cloud');
  expect(await context.cookies()).toEqual([]);
  await expect(fleet.table.getByRole('link')).toHaveCount(0);
  await console_.stop();
});

test('a page that slept past the end of its session is fresh after signing in, and keeps what was typed', async ({
  page,
  context,
  cloud,
  real,
  endpoints,
  complaints,
}) => {
  complaints.allow(/ERR_INTERNET_DISCONNECTED/);
  const { instanceId, instanceName } = await cloud.plain('stopped');
  const console_ = await startLocked(...endpoints);
  await page.clock.install();
  await page.goto(`${console_.address}cn-north-1/instances?q=${instanceId}`);
  await signIn(page);
  const fleet = new Fleet(page);
  await expect(fleet.status(instanceName)).toContainText('Stopped');
  await fleet.act(instanceName, 'Rename');
  const rename = page.getByRole('dialog', { name: `Rename ${instanceName}` });
  const field = rename.getByLabel('Name', { exact: true });
  await field.fill('typed-before-the-sleep');

  // The lid is closed; another operator goes on meanwhile.
  await setVisibility(page, 'hidden');
  await context.setOffline(true);
  const url = `${console_.address}api/vm/v1/regions/cn-north-1/instances/${instanceId}:startInstance`;
  const started = await context.request.post(url, { data: {}, headers: { 'x-vm-console': '1' } });
  expect(started.ok(), await started.text()).toBe(true);
  await real.advance(600_000);
  await endSession(context, console_);
  await page.clock.fastForward('02:00:00');

  await context.setOffline(false);
  await setVisibility(page, 'visible');
  const dialog = page.getByRole('dialog', { name: /^Sign in/ });
  await expect(dialog).toContainText('Your session has ended');
  await signIn(page);
  await expect(dialog).toHaveCount(0);
  await expect(field).toHaveValue('typed-before-the-sleep');
  await expect(fleet.status(instanceName)).toContainText('Running');
  await rename.getByRole('button', { name: 'Save' }).click();
  await expect(fleet.row('typed-before-the-sleep')).toBeVisible();
  expect(await real.calls('modifyInstanceAttribute')).toHaveLength(1);
  await console_.stop();
});

test('a session ends after its hours, however busy, and takes nothing with it', async ({
  page,
  context,
  cloud,
  real,
  endpoints,
}) => {
  const { instanceId, instanceName } = await cloud.plain('running');
  const limits = ['--session-idle', '120', '--session-hours', '2'];
  const console_ = await startLocked(...limits, ...endpoints);
  await page.goto(`${console_.address}cn-north-1/instances?q=${instanceId}`);
  await signIn(page);
  const fleet = new Fleet(page);
  await fleet.act(instanceName, 'Rename');
  const rename = page.getByRole('dialog', { name: `Rename ${instanceName}` });
  const field = rename.getByLabel('Name', { exact: true });
  await field.fill('typed-before-the-end');

  // An hour later a call renews it, but for what is left of the two hours and no longer.
  console_.signal('SIGUSR2');
  const secondsLeft = async () => {
    const quotas = `${console_.address}api/vm/v1/regions/cn-north-1/quotas`;
    expect((await context.request.get(quotas)).status()).toBe(200);
    const [cookie] = await context.cookies();
    return (cookie?.expires ?? Infinity) - Date.now() / 1000;
  };
  await expect.poll(secondsLeft).toBeLessThan(3600);
  // Since that call less has passed than it may be idle.
  await endSession(context, console_);
  await rename.getByRole('button', { name: 'Save' }).click();
  const dialog = page.getByRole('dialog', { name: /^Sign in/ });
  await expect(dialog).toContainText('Your session has ended');
  expect(await real.calls('modifyInstanceAttribute')).toEqual([]);
  await expect(field).toHaveValue('typed-before-the-end');
  await signIn(page);
  await expect(fleet.row('typed-before-the-end')).toBeVisible();
  expect(await real.calls('modifyInstanceAttribute')).toHaveLength(1);
  await page.close();
  await console_.stop();
});

test('a link from the terminal opens it, once, where the console has a key of its own', async ({
  page,
  browser,
  endpoints,
}) => {
  const console_ = await startConsoleIn(
    { JDCLOUD_ACCESS_KEY: accessKey, JDCLOUD_SECRET_KEY: secretKey },
    '--cloud',
    'jdcloud',
    ...endpoints,
  );
  const link = () => linkOf(console_);
  const first = link();
  await page.goto(console_.address);
  const dialog = page.getByRole('dialog', { name: 'Open the link from the terminal' });
  await dialog.getByRole('button', { name: 'I have opened it' }).click();
  await expect(dialog.getByRole('alert')).toContainText('Nobody has signed in yet');

  await page.goto(first);
  const fleet = new Fleet(page);
  await expect(fleet.table.getByRole('link').first()).toBeVisible();
  await expect(page).toHaveURL(`${console_.address}cn-north-1/instances`);
  await expect(page.getByRole('button', { name: 'Account: environment' })).toBeVisible();
  expect(await page.evaluate(() => history.length)).toBeLessThan(4);

  const elsewhere = await browser.newContext({ locale: 'en-US' });
  const stranger = await elsewhere.newPage();
  await stranger.goto(first);
  await expect(stranger.getByRole('dialog')).toContainText('each works once');
  await expect.poll(link).not.toBe(first);
  await stranger.goto(link());
  await expect(new Fleet(stranger).table.getByRole('link').first()).toBeVisible();
  await elsewhere.close();
  // It may still be fetching what comes late, and would complain.
  await page.close();
  await console_.stop();
});

test.describe('in Chinese', () => {
  test.use({ locale: 'zh-CN' });

  test('signing in is accessible', async ({ page, endpoints }) => {
    const console_ = await startLocked(...endpoints);
    await page.goto(console_.address);
    const dialog = page.getByRole('dialog');
    await expect(dialog).toBeVisible();
    await dialog.locator('button[type=submit]').click();
    await expectAccessible(page, 'signing in');
    await console_.stop();
  });
});
