// Each way to give the console a key leads through all of it, against a cloud that checks signatures.
import type { Page, TestInfo } from '@playwright/test';
import { Cloud } from './cloud.ts';
import { CreateForm } from './create-form.ts';
import { expect, test as base } from './fixtures.ts';
import { Fleet, ListPage } from './list-page.ts';
import { type Server, startConsole, startConsoleIn, startSimulator } from './server.ts';
import { at, homeWith, keys, linkOf } from './vendor-cli.ts';

const pair = { accessKey: 'LOOPACCESSKEY0000001', secretKey: 'secret-of-the-loop' };
const masked = 'LOOP…0001';

/** Whatever the cloud has begun is over by then. */
const longEnough = 600_000;

/** What the console is started with, however it comes by its key. */
const real = (testInfo: TestInfo) => [
  '--cloud',
  'jdcloud',
  '--audit',
  testInfo.outputPath('audit.jsonl'),
];

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

/** What is done on the way, in this order. */
const writes = [
  'stopInstance',
  'associateElasticIp',
  'shareImage',
  'updateInstanceTemplate',
  'createInstances',
  'deleteKeypair',
];

/** What is read on the way, whatever else is. */
const reads = [
  'describeInstances',
  'describeInstanceVncUrl',
  'describeElasticIps',
  'describeDisks',
  'describeMetricData',
  'describeInstanceTypes',
  'describeSubnets',
  'describeNetworkSecurityGroups',
  'describeImages',
  'describeImageMembers',
  'describeInstanceTemplates',
  'describeKeypairs',
  'describeQuotas',
];

/** Looks at one machine from all sides, stops it, and gives it an address. */
async function useMachine(page: Page, cloud: Cloud): Promise<void> {
  const fleet = new Fleet(page);
  const name = 'billing-cron';
  await fleet.search.fill(name);
  const opened = page.waitForEvent('popup');
  await fleet
    .row(name)
    .getByRole('link', { name: /^Open VNC/ })
    .click();
  const screen = await opened;
  await expect(screen.getByRole('status')).toContainText('Connected');
  await screen.close();

  await fleet.act(name, 'Stop');
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Stop', exact: true }).click();
  await expect(fleet.status(name)).toContainText('Stopping');
  await cloud.advance(longEnough);

  await fleet.row(name).getByRole('link', { name, exact: true }).click();
  await expect(page.getByRole('link', { name: /^Show monitoring/ })).toContainText(/CPU.*\d%/);
  const parts = page.getByRole('navigation', { name: 'Parts of the instance' });
  await parts.getByRole('link', { name: 'Network' }).click();
  await page.getByRole('main').getByRole('button', { name: 'Associate elastic IP…' }).click();
  await dialog.getByRole('combobox', { name: 'Elastic IP' }).click();
  await page.getByRole('option', { name: 'spare-eip-01' }).click();
  await dialog.getByRole('button', { name: 'Associate', exact: true }).click();
  await expect(dialog).toHaveCount(0);
  await parts.getByRole('link', { name: 'Disks' }).click();
  await expect(page.getByRole('row', { name: 'scratch-a' })).toBeVisible();
}

/** Changes something of everything a machine is made from, and makes one. */
async function useTheRest(
  page: Page,
  cloud: Cloud,
  goTo: (section: string) => Promise<void>,
): Promise<void> {
  const dialog = page.getByRole('dialog');
  const images = new ListPage(page, 'images', 'Images');
  await goTo('Images');
  await images.act('order-api-20261120', 'Share');
  await dialog.getByLabel('Accounts').fill('team-data');
  await images.press('Share with 1 account');
  await expect(images.row('order-api-20261120')).toContainText('Shared');

  await goTo('Templates');
  await page.getByRole('link', { name: 'ci-runner', exact: true }).focus();
  await page.keyboard.press('F2');
  await dialog.getByRole('textbox', { name: 'Name' }).fill('ci-builder');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await page.getByRole('button', { name: 'Actions on ci-builder' }).click();
  await page
    .getByRole('menuitem', { name: /^Create/ })
    .first()
    .click();
  const form = new CreateForm(page);
  await form.field('Name').fill('made-on-the-way');
  await form.submit.click();
  await expect(page.getByRole('status').filter({ hasText: '1 being created' })).toBeVisible();
  await cloud.advance(longEnough);

  await goTo('Key pairs');
  const key = page.getByRole('link', { name: 'legacy-2023', exact: true });
  await page.getByRole('button', { name: 'Actions on legacy-2023' }).click();
  await page.getByRole('menuitem', { name: /^Delete/ }).click();
  await dialog.getByLabel(/^Type the name/).fill('legacy-2023');
  await dialog.getByRole('button', { name: 'Delete key pair' }).click();
  await expect(key).toHaveCount(0);
}

/** Goes through every section of the console, by its own links, and changes something of each kind. */
async function walk(page: Page, cloud: Cloud): Promise<void> {
  const sections = page.getByRole('navigation', { name: 'Sections' });
  // Some are followed by how many there are.
  const goTo = (name: string) =>
    sections.getByRole('link', { name: new RegExp(`^${name}`) }).click();
  await cloud.freeze();
  await useMachine(page, cloud);
  await useTheRest(page, cloud, goTo);

  await goTo('Overview');
  await expect(page.getByText('61 of 500')).toBeVisible();
  await goTo('Instance types');
  await expect(page.getByRole('row', { name: /g\.n4\.24xlarge/ })).toContainText(
    'Zone A: in stock',
  );
  await goTo('Quotas');
  await expect(page.getByRole('row', { name: 'Key pairs' })).toContainText('3');
  await goTo('Activity');
  await expect(page.getByRole('table').locator('tbody tr')).toHaveCount(writes.length);
  await goTo('Audit log');
  const noted = page.getByRole('table', { name: 'Audit log' }).getByRole('row');
  await expect(noted.filter({ hasText: 'Done' }).filter({ hasText: masked })).toHaveCount(
    writes.length,
  );

  const calls = await cloud.calls();
  // The cloud knows one key, and whatever came was signed with it.
  expect(calls.filter(({ code }) => code !== 200)).toEqual([]);
  const names = calls.map(({ operation }) => operation);
  expect(names.filter((name) => writes.includes(name))).toEqual(writes);
  expect(reads.filter((name) => !names.includes(name))).toEqual([]);
}

test.describe('every section is read and something of each kind changed', () => {
  test.slow();

  test('with the environment’s key', async ({
    page,
    simulator,
    real: cloud,
    stopAfter,
  }, testInfo) => {
    const env = { JDCLOUD_ACCESS_KEY: pair.accessKey, JDCLOUD_SECRET_KEY: pair.secretKey };
    const console_ = stopAfter(await startConsoleIn(env, ...real(testInfo), ...at(simulator)));
    await page.goto(linkOf(console_));
    await expect(page.getByRole('button', { name: 'Account: environment' })).toBeVisible();
    await walk(page, cloud);
  });

  test('with the current profile of the vendor’s command line tool', async ({
    page,
    simulator,
    real: cloud,
    stopAfter,
  }, testInfo) => {
    const home = homeWith(testInfo.outputDir, { default: { ...pair, at: simulator } });
    const console_ = stopAfter(await startConsoleIn(home, ...real(testInfo)));
    await page.goto(linkOf(console_));
    await expect(page.getByRole('button', { name: 'Account: default' })).toBeVisible();
    await walk(page, cloud);
  });

  test('with a key from the sign-in page', async ({
    page,
    simulator,
    real: cloud,
    stopAfter,
  }, testInfo) => {
    const args = [...real(testInfo), '--sign-in', 'key', ...at(simulator)];
    const console_ = stopAfter(await startConsole(...args));
    await page.goto(console_.address);
    const dialog = page.getByRole('dialog', { name: 'Sign in to VM Console' });
    await dialog.getByLabel('Access key ID').fill(pair.accessKey);
    await dialog.getByLabel('Access key secret', { exact: true }).fill(pair.secretKey);
    await dialog.getByRole('button', { name: 'Sign in' }).click();
    await expect(page.getByRole('button', { name: `Account: ${masked}` })).toBeVisible();
    await walk(page, cloud);
  });
});
