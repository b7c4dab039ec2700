// What each page shows under each fault the simulated cloud can order. How often a call is then repeated, and that
// this holds for every operation, src/fault-matrix.test.ts proves.
import type { Locator, Page } from '@playwright/test';
import { novelStatus } from '../src/simulator/spoiled-replies.ts';
import type { Cloud, Instance } from './cloud.ts';
import { CreateForm } from './create-form.ts';
import { expect, test } from './fixtures.ts';
import type { Fleet } from './list-page.ts';

const always = 0;
const megabyte = 1024 * 1024;

/** Whatever shows nothing but what it reads. */
const lists = [
  'Overview',
  'Instances',
  'Images',
  'Templates',
  'Key pairs',
  'Instance types',
  'Quotas',
] as const;

const hasId = /Request ID\s*[0-9a-z]{16,}/;

/** Kind, what the page calls it, and whether a reply came that has an id. */
const faults: readonly [kind: string, said: RegExp, id: boolean][] = [
  ['refuse', /502 UNREACHABLE.*/, false],
  ['reset', /502 BAD_REPLY/, false],
  ['lost-reply', /502 BAD_REPLY/, false],
  ['html', /502 BAD_REPLY/, false],
  ['truncate', /502 BAD_REPLY/, true],
  ['error', /500 INTERNAL/, true],
  ['rate-limit', /429 RATE_LIMIT/, true],
  ['out-of-stock', /400 FAILED_PRECONDITION/, true],
  ['mfa', /403 HTTP_FORBIDDEN/, true],
];

const goTo = (page: Page, name: string) =>
  page
    .getByRole('navigation', { name: 'Sections' })
    .getByRole('link', { name: new RegExp(`^${name}`) })
    .click();

test.beforeEach(({ complaints }) => complaints.allow(/status of [45]\d\d/));

for (const [kind, said, id] of faults) {
  test(`${kind}: every list says so, and can be tried again`, async ({ page, cloud }) => {
    await cloud.order({ kind, times: always });
    await page.goto('/cn-north-1/activity');
    const main = page.getByRole('main');
    const heading = main.getByRole('heading', { level: 1 });
    const alert = main.getByRole('alert').first();
    for (const name of lists) {
      await goTo(page, name);
      await expect(heading).toContainText(name, { ignoreCase: true });
      await expect(alert).toContainText(said);
      await expect(alert).toContainText(/describe\w+/);
      await expect(alert).toContainText(id ? hasId : /describe/);
    }
    await cloud.order();
    await main.getByRole('button', { name: 'Retry' }).first().click();
    await expect(alert).toHaveCount(0);
    await goTo(page, 'Templates');
    await expect(main.locator('tbody tr').first()).toBeVisible();
  });
}

/** Everything that shows one thing, or a form made of several lists. */
async function singlePages(cloud: Cloud): Promise<string[]> {
  const { instanceId } = await cloud.plain('running');
  const image = await cloud.image('order-api-20261120');
  return [`/instances/${instanceId}`, `/images/${image.imageId}`];
}

test('each page of one thing says so, too', async ({ page, cloud }) => {
  const paths = await singlePages(cloud);
  for (const kind of ['error', 'reset']) {
    await cloud.order({ kind, times: always });
    for (const path of paths) {
      await page.goto(`/cn-north-1${path}`);
      const alert = page.getByRole('main').getByRole('alert').first();
      await expect(alert).toContainText(kind === 'error' ? '500 INTERNAL' : '502 BAD_REPLY');
      await expect(alert).toContainText(/describe\w+/);
    }
  }
});

test('a slow reply is waited for, and one of 10 MB is read', async ({ cloud, fleet }) => {
  await cloud.order(
    { kind: 'latency', operation: 'describeInstances', ms: 1500 },
    { kind: 'huge', operation: 'describeInstances', bytes: 10 * megabyte },
  );
  await fleet.open();
});

test('without a network what is known stays, what was typed too, and all goes on with it', async ({
  page,
  context,
  cloud,
  fleet,
  complaints,
}) => {
  complaints.allow(/ERR_INTERNET_DISCONNECTED/);
  await cloud.freeze();
  const { instanceId, instanceName } = await cloud.plain('running');
  await fleet.open(`?q=${instanceId}`);
  await fleet.act(instanceName, 'Rename');
  const dialog = page.getByRole('dialog', { name: `Rename ${instanceName}` });
  const field = dialog.getByLabel('Name', { exact: true });
  await field.fill('renamed-offline');
  await context.setOffline(true);
  await dialog.getByRole('button', { name: 'Save' }).click();
  // A browser cannot tell whether its request has left before the network went.
  await expect(dialog.getByRole('alert')).toContainText('it may have happened');
  await expect(field).toHaveValue('renamed-offline');
  await dialog.getByRole('button', { name: 'Close' }).last().click();
  await page.getByRole('button', { name: 'Refresh' }).click();
  await expect(page.getByText(/refresh failed/)).toBeVisible();
  await expect(fleet.row(instanceName)).toBeVisible();
  expect(await cloud.calls('modifyInstanceAttribute')).toEqual([]);

  // Meanwhile, as a laptop sleeps, somebody else goes on.
  await cloud.write(`/instances/${instanceId}:modifyInstanceAttribute`, { name: 'by-another' });
  await context.setOffline(false);
  await expect(fleet.row('by-another')).toBeVisible();
  await expect(page.getByText(/refresh failed/)).toHaveCount(0);
});

const tables = ['Instances', 'Images', 'Templates', 'Key pairs', 'Instance types'] as const;

for (const kind of ['reword', 'bare']) {
  test(`${kind}: every list shows its rows all the same`, async ({ page, cloud }) => {
    await cloud.order({ kind, times: always });
    const main = page.getByRole('main');
    await page.goto('/cn-north-1/images/tasks');
    await expect(main.locator('tbody tr').first()).toBeVisible();
    for (const name of tables) {
      await goTo(page, name);
      const heading = main.getByRole('heading', { level: 1 });
      await expect(heading).toContainText(name, { ignoreCase: true });
      await expect(main.locator('tbody tr').first()).toBeVisible();
    }
    await goTo(page, 'Instances');
    const status = page.locator('tbody [data-column=status]').first();
    await expect(status).toContainText(kind === 'reword' ? novelStatus : '');
    await page.locator('tbody').getByRole('link').first().click();
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expect(page.getByRole('main')).toContainText(kind === 'reword' ? novelStatus : 'i-');
  });
}

/** Whether a write has happened after these, nobody knows. */
const doubtful = ['reset', 'lost-reply', 'html', 'truncate', 'error'];

/** After these it has not. Rates are limited for longer than the server has patience. */
const certain: readonly [kind: string, said: RegExp][] = [
  ['refuse', /502 UNREACHABLE.*Nothing was sent/],
  ['rate-limit', /429 RATE_LIMIT/],
  ['out-of-stock', /400 FAILED_PRECONDITION.*out of stock/],
  ['mfa', /403 HTTP_FORBIDDEN/],
];

/** The dialog in which an instance is about to be called renamed-1. */
async function renaming(page: Page, cloud: Cloud, fleet: Fleet) {
  const { instanceId, instanceName } = await cloud.plain('running');
  await fleet.open(`?q=${instanceId}`);
  await fleet.act(instanceName, 'Rename');
  const dialog = page.getByRole('dialog', { name: `Rename ${instanceName}` });
  const field = dialog.getByLabel('Name', { exact: true });
  const save = dialog.getByRole('button', { name: 'Save' });
  await field.fill('renamed-1');
  return { instanceId, instanceName, dialog, field, save };
}

test.describe('a dialog with a field', () => {
  test.beforeEach(({ cloud }) => cloud.freeze());

  test('keeps what was typed, and can be sent again where nothing has happened', async ({
    page,
    cloud,
    fleet,
  }) => {
    const { instanceId, instanceName, dialog, field, save } = await renaming(page, cloud, fleet);
    for (const [kind, said] of certain) {
      await cloud.order({ kind, operation: 'modifyInstanceAttribute', times: always });
      await save.click();
      await expect(dialog.getByRole('alert')).toContainText(said);
      await expect(dialog.getByRole('alert')).toContainText('modifyInstanceAttribute');
      await expect(field).toHaveValue('renamed-1');
    }
    expect(await nameOf(cloud, instanceId)).toBe(instanceName);
    await cloud.order();
    await save.click();
    await expect(fleet.row('renamed-1')).toBeVisible();
    expect(await nameOf(cloud, instanceId)).toBe('renamed-1');
  });

  for (const kind of doubtful) {
    test(`after ${kind} is not sent twice, and the list shows what came of it`, async ({
      page,
      cloud,
      fleet,
    }) => {
      const { instanceId, instanceName, dialog, field, save } = await renaming(page, cloud, fleet);
      await cloud.order({ kind, operation: 'modifyInstanceAttribute', times: always });
      await save.click();
      const alert = dialog.getByRole('alert');
      await expect(alert).toContainText('No answer came, so it may have happened.');
      await expect(alert).toContainText('modifyInstanceAttribute');
      await expect(field).toHaveValue('renamed-1');
      await expect(save).toBeDisabled();
      await dialog.getByRole('button', { name: 'Close' }).last().click();
      expect(await cloud.calls('modifyInstanceAttribute')).toHaveLength(1);
      const name = await nameOf(cloud, instanceId);
      const hasHappened = kind !== 'reset' && kind !== 'error';
      expect(name).toBe(hasHappened ? 'renamed-1' : instanceName);
      await expect(fleet.row(name)).toBeVisible();
    });
  }
});

/** A form that is about to send something: what was typed into it, and how it is sent. */
interface Filled {
  root: Locator;
  field: Locator;
  typed: string;
  submit: Locator;
}

interface Form {
  operation: string;
  /** Breaks the connection, before or after the cloud has done it. */
  doubt: 'reset' | 'lost-reply';
  fill: (tools: { page: Page; cloud: Cloud; fleet: Fleet; target: Instance }) => Promise<Filled>;
  /** The page shows whether it has happened, and so has the cloud. */
  expectTruth: (tools: {
    page: Page;
    cloud: Cloud;
    fleet: Fleet;
    target: Instance;
  }) => Promise<void>;
}

/** A dialog of the one instance that the list shows. */
async function dialogOf(
  { page, fleet, target }: { page: Page; fleet: Fleet; target: Instance },
  action: string,
) {
  await fleet.open(`?q=${target.instanceId}`);
  await fleet.act(target.instanceName, action);
  return page.getByRole('dialog');
}

const forms: readonly Form[] = [
  {
    operation: 'resizeInstance',
    doubt: 'lost-reply',
    fill: async (tools) => {
      const root = await dialogOf(tools, 'Change type');
      const field = root.getByRole('radio', { disabled: false }).first();
      await field.check();
      const submit = root.getByRole('button', { name: 'Change type' });
      return { root, field, typed: await field.inputValue(), submit };
    },
    expectTruth: async ({ fleet, target }) => {
      await expect(fleet.status(target.instanceName)).toContainText('Resizing');
    },
  },
  {
    operation: 'createImage',
    doubt: 'reset',
    fill: async (tools) => {
      const root = await dialogOf(tools, 'Create image');
      const field = root.getByLabel('Name of the image');
      await field.fill('typed-1');
      return {
        root,
        field,
        typed: 'typed-1',
        submit: root.getByRole('button', { name: 'Create image' }),
      };
    },
    expectTruth: async ({ page }) => {
      await page.goto('/cn-north-1/images?q=typed-1');
      await expect(page.getByRole('main')).toContainText('Nothing matches');
    },
  },
  {
    operation: 'createInstanceTemplate',
    doubt: 'lost-reply',
    fill: async ({ page, target }) => {
      await page.goto(`/cn-north-1/templates/create?like=${target.instanceId}`);
      const field = page.getByRole('textbox', { name: 'Name', exact: true });
      await field.fill('typed-1');
      const root = page.getByRole('complementary');
      return {
        root,
        field,
        typed: 'typed-1',
        submit: root.getByRole('button', { name: 'Create template' }),
      };
    },
    expectTruth: async ({ page, cloud }) => {
      const { id } = await cloud.template('typed-1');
      await page.goto('/cn-north-1/templates?q=typed-1');
      await expect(page.getByRole('main').getByRole('link', { name: 'typed-1' })).toHaveAttribute(
        'href',
        new RegExp(id),
      );
    },
  },
];

test.describe('what changes or makes things', () => {
  test.beforeEach(({ cloud }) => cloud.freeze());

  for (const { operation, doubt, fill, expectTruth } of forms) {
    test(`${operation} keeps what was typed, and shows what came of it`, async ({
      page,
      cloud,
      fleet,
    }) => {
      const target = await cloud.plain('stopped', ({ osType }) => osType === 'linux');
      const tools = { page, cloud, fleet, target };
      const { root, field, typed, submit } = await fill(tools);
      const alert = root.getByRole('alert');
      for (const [kind, said] of certain.slice(2)) {
        await cloud.order({ kind, operation, times: always });
        await submit.click();
        await expect(alert).toContainText(said);
        await expect(alert).toContainText(operation);
        const { requestId = 'none' } = (await cloud.calls(operation)).at(-1) ?? {};
        await expect(alert).toContainText(requestId);
        await expect(field).toHaveValue(typed);
      }
      const before = (await cloud.calls(operation)).length;
      await cloud.order({ kind: doubt, operation, times: always });
      await submit.click();
      await expect(alert).toContainText('No answer came, so it may have happened.');
      await expect(alert).toContainText(operation);
      await expect(field).toHaveValue(typed);
      await expect(submit).toBeDisabled();
      expect(await cloud.calls(operation)).toHaveLength(before + 1);
      await cloud.order();
      const close = root.getByRole('button', { name: 'Close' }).last();
      if (await close.isVisible()) await close.click();
      await expectTruth(tools);
    });
  }

  test('createInstances may be asked for again, and makes one', async ({ page, cloud, fleet }) => {
    const operation = 'createInstances';
    const form = new CreateForm(page);
    await form.open();
    await form.fill();
    const field = form.field('Name');
    await field.fill('typed-1');
    const alert = page.getByRole('main').getByRole('alert');
    for (const [kind, said] of [
      ...certain.slice(2),
      ['reset', /504 OUTCOME_UNKNOWN/],
      ['lost-reply', /504 OUTCOME_UNKNOWN/],
    ] as const) {
      await cloud.order({ kind, operation, times: always });
      await form.submit.click();
      await expect(alert).toContainText(said);
      await expect(alert).toContainText(operation);
      const { requestId = 'none' } = (await cloud.calls(operation)).at(-1) ?? {};
      if (!doubtful.includes(kind)) await expect(alert).toContainText(requestId);
      await expect(field).toHaveValue('typed-1');
    }
    await cloud.order();
    await form.submit.click();
    await expect(page).toHaveURL(/\/create\/[^/]+$/);
    await fleet.open('?q=typed-1');
    expect(await fleet.names()).toEqual(['typed-1']);
    const made = (await cloud.instances()).filter((one) => one.instanceName === 'typed-1');
    expect(made).toHaveLength(1);
  });
});

test('a bulk action tells of each machine what came of it, whatever befalls them', async ({
  page,
  cloud,
  fleet,
}) => {
  await cloud.freeze();
  // A rate that is limited is not the end: the run asks again, later and later, until it gets through.
  const ends = certain.map(([kind]) => kind).filter((kind) => kind !== 'rate-limit');
  const kinds = ['', ...doubtful, ...ends];
  const machines = (await cloud.instances({ status: 'running' }))
    .filter(({ charge }) => charge?.chargeStatus === 'normal')
    .slice(0, kinds.length);
  await fleet.open('?size=100');
  await fleet.select(...machines.map(({ instanceName }) => instanceName));
  await cloud.order(
    ...machines.slice(1).map(({ instanceId }, index) => ({
      kind: kinds[index + 1] ?? '',
      operation: 'stopInstance',
      resourceId: instanceId,
      times: always,
    })),
  );
  await fleet.bulk.getByRole('button', { name: /^Stop/ }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: /^Stop \d+/ }).click();
  const run = (index: number) =>
    dialog.locator('[data-phase]').filter({ hasText: machines[index]?.instanceId ?? '' });
  for (const [index, kind] of kinds.entries()) {
    const isDoubtful = doubtful.includes(kind);
    const phase = kind === '' ? 'running' : isDoubtful ? /unknown|running/ : 'failed';
    await expect(run(index), kind).toHaveAttribute('data-phase', phase);
  }
  await page.keyboard.press('Escape');
  await cloud.order();
  const now = await cloud.instances();
  for (const [index, { instanceId, instanceName }] of machines.entries()) {
    const { status } = now.find((one) => one.instanceId === instanceId) ?? {};
    const hasHappened = ['', 'lost-reply', 'html', 'truncate'].includes(kinds[index] ?? '');
    expect(status, kinds[index]).toBe(hasHappened ? 'stopping' : 'running');
    const word = hasHappened ? 'Stopping' : 'Running';
    await expect(fleet.status(instanceName), kinds[index]).toContainText(word);
  }
});

async function nameOf(cloud: Cloud, id: string): Promise<string> {
  const all = await cloud.instances();
  return all.find(({ instanceId }) => instanceId === id)?.instanceName ?? 'gone';
}
