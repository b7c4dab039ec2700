// Each way to give the console a key leads through an operator's main loop, against a cloud that checks signatures.
import type { Page } from '@playwright/test';
import { Cloud } from './cloud.ts';
import { CreateForm } from './create-form.ts';
import { expect, test as base } from './fixtures.ts';
import { Fleet } from './fleet.ts';
import { Images } from './images.ts';
import { type Server, startConsole, startConsoleIn, startSimulator } from './server.ts';
import { at, homeWith, keys, linkOf } from './vendor-cli.ts';

const pair = { accessKey: 'LOOPACCESSKEY0000001', secretKey: 'secret-of-the-loop' };
const real = ['--cloud', 'jdcloud'];

const test = base.extend<{ simulator: Server; real: Cloud; stopAfter: (server: Server) => Server }>(
  {
    // oxlint-disable-next-line no-empty-pattern -- Playwright reads the fixtures wanted from the pattern
    simulator: async ({}, use) => {
      const simulator = await startSimulator('--seed', 'e2e', ...keys(pair));
      await use(simulator);
      await simulator.stop();
    },

    real: async ({ playwright, simulator }, use) => {
      const request = await playwright.request.newContext({ baseURL: simulator.address });
      await use(new Cloud(request));
      await request.dispose();
    },

    stopAfter: async ({ context }, use) => {
      const servers: Server[] = [];
      await use((server) => {
        servers.push(server);
        return server;
      });
      // What a page still reads must not find the server gone.
      await Promise.all(context.pages().map((page) => page.close()));
      await Promise.all(servers.map((server) => server.stop()));
    },

    page: async ({ page, complaints }, use) => {
      complaints.allow(/status of 401/); // nobody has signed in yet
      await use(page);
    },
  },
);

async function loop(page: Page, real: Cloud): Promise<void> {
  const fleet = new Fleet(page);
  await real.freeze();
  const running = fleet.table.getByRole('row').filter({ hasText: 'Running' });
  const name = await running.first().locator('[data-column=name]').innerText();

  await fleet.act(name, 'Stop');
  const stop = page.getByRole('dialog', { name: `Stop ${name}?` });
  await stop.getByRole('button', { name: 'Stop', exact: true }).click();
  await expect(fleet.status(name)).toContainText('Stopping');
  await real.advance(600_000);
  await expect(fleet.status(name)).toContainText('Stopped');
  await fleet.act(name, 'Start');
  await expect(fleet.status(name)).toContainText('Starting');
  await real.advance(600_000);
  await expect(fleet.status(name)).toContainText('Running');

  const opened = page.waitForEvent('popup');
  await fleet
    .row(name)
    .getByRole('link', { name: /^Open VNC/ })
    .click();
  const screen = await opened;
  await expect(screen.getByRole('status')).toContainText('Connected');
  await screen.close();

  await page.getByRole('link', { name: 'Create instances' }).click();
  const form = new CreateForm(page);
  await form.fill();
  await form.field('Name').fill('made-by-the-loop');
  await form.submit.click();
  await expect(page.getByRole('status').filter({ hasText: '1 being created' })).toBeVisible();
  await real.advance(600_000);
  await expect(page.getByRole('status').filter({ hasText: '1 running' })).toBeVisible();

  await page
    .getByRole('link', { name: /^Images/ })
    .first()
    .click();
  await expect(new Images(page).row('golden-centos-82')).toBeVisible();
  const writes = ['stopInstance', 'startInstance', 'createInstances'];
  const calls = (await real.calls()).filter(({ operation }) => writes.includes(operation));
  expect(calls.map(({ operation, code }) => `${operation} ${code}`)).toEqual(
    writes.map((operation) => `${operation} 200`),
  );
}

test.describe('the operator’s main loop', () => {
  test('with the environment’s key', async ({ page, simulator, real: cloud, stopAfter }) => {
    const env = { JDCLOUD_ACCESS_KEY: pair.accessKey, JDCLOUD_SECRET_KEY: pair.secretKey };
    const console_ = stopAfter(await startConsoleIn(env, ...real, ...at(simulator)));
    await page.goto(linkOf(console_));
    await expect(page.getByRole('button', { name: 'Account: environment' })).toBeVisible();
    await loop(page, cloud);
  });

  test('with the current profile of the vendor’s command line tool', async ({
    page,
    simulator,
    real: cloud,
    stopAfter,
  }, { outputDir }) => {
    const home = homeWith(outputDir, { default: { ...pair, at: simulator } });
    const console_ = stopAfter(await startConsoleIn(home, ...real));
    await page.goto(linkOf(console_));
    await expect(page.getByRole('button', { name: 'Account: default' })).toBeVisible();
    await loop(page, cloud);
  });

  test('with a key from the sign-in page', async ({ page, simulator, real: cloud, stopAfter }) => {
    const args = [...real, '--sign-in', 'key', ...at(simulator)];
    const console_ = stopAfter(await startConsole(...args));
    await page.goto(console_.address);
    const dialog = page.getByRole('dialog', { name: 'Sign in to VM Console' });
    await dialog.getByLabel('Access key ID').fill(pair.accessKey);
    await dialog.getByLabel('Access key secret', { exact: true }).fill(pair.secretKey);
    await dialog.getByRole('button', { name: 'Sign in' }).click();
    await expect(page.getByRole('button', { name: 'Account: LOOP…0001' })).toBeVisible();
    await loop(page, cloud);
  });
});
