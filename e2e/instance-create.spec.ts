import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';

const longEnough = 120_000;

test.beforeEach(({ cloud }) => cloud.freeze());

/** What a person does in the form that creates instances, in English. */
class Form {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  async open(search = '', region = 'cn-north-1'): Promise<void> {
    await this.#page.goto(`/${region}/instances/create${search}`);
    await expect(this.#page.getByRole('heading', { name: 'Create instances' })).toBeVisible();
  }

  field(name: string) {
    return this.#page.getByRole('textbox', { name, exact: true });
  }

  list(name: string) {
    return this.#page.getByRole('combobox', { name, exact: true });
  }

  async pick(list: string, option: RegExp): Promise<void> {
    await this.list(list).click();
    await this.#page.getByRole('option', { name: option }).click();
  }

  type(name: string) {
    return this.#page.getByRole('radio', { name, exact: true });
  }

  /** All that is needed, but for the name. */
  async fill(): Promise<void> {
    await this.pick('Image', /^Ubuntu 20\.04/);
    await this.type('g.n4.large').check();
    await this.pick('Subnet', /trade-a/);
    await this.pick('Key pair', /^ops-2026/);
  }

  choose(label: string): Promise<void> {
    return this.#page.getByText(label, { exact: true }).click();
  }

  get summary() {
    return this.#page.getByRole('complementary');
  }

  get submit() {
    return this.summary.getByRole('button');
  }
}

test('makes three instances with everything the form has and follows them until they run', async ({
  page,
  cloud,
  fleet,
}) => {
  const form = new Form(page);
  await fleet.open();
  await page.getByRole('link', { name: 'Create instances' }).click();
  // Nothing is scolded before somebody has tried.
  await expect(form.summary.getByRole('link')).toHaveCount(0);
  await form.submit.click();
  await expect(form.summary.getByRole('link')).toHaveText([
    'Image',
    'Type',
    'Subnet',
    'Key pair',
    'Name',
  ]);
  await expect(form.list('Image')).toBeFocused();
  expect(await cloud.calls('createInstances')).toEqual([]);

  await form.fill();
  await form.choose('Stop charging');
  await page.getByRole('button', { name: 'Add a disk' }).click();
  await form.list('Kind of vdb').selectOption('ssd.io1');
  await form.field('Size of vdb').fill('505');
  await form.field('IOPS of vdb').fill('6000');
  await form.pick('Security groups', /^sg-web/);
  await page.keyboard.press('Escape');
  await form.choose('By traffic');
  await form.field('Bandwidth').fill('10');
  await form.field('Name').fill('shop-[008]');
  await form.field('Quantity').fill('3');
  await form.field('Host name').fill('shop-[008].internal');
  await form.field('Description').fill('Autumn');
  await page.getByRole('button', { name: 'Add a tag' }).click();
  await form.field('Tags: key 1').fill('team');
  await form.field('Tags: value 1').fill('trade');
  await form.field('Launch script').fill('#!/bin/bash\necho secret-of-mine\n');
  await page.getByRole('button', { name: 'Add metadata' }).click();
  await form.field('Metadata: key 1').fill('role');
  await form.field('Metadata: value 1').fill('front');
  await expect(form.summary).toContainText('shop-008');
  await expect(form.summary).toContainText('shop-010');
  await expect(form.summary).toContainText('60 + 3 / 500');
  await expect(form.summary).toContainText('g.n4.large is in stock in cn-north-1a');
  await form.submit.click();
  await expect(form.summary.getByRole('link')).toHaveText(['Size of vdb']);
  await expect(form.field('Size of vdb')).toBeFocused();
  await form.field('Size of vdb').fill('500');
  await form.submit.click();

  const table = page.getByRole('group', { name: 'New instances' }).getByRole('row');
  await expect(table).toHaveCount(4);
  await expect(page.getByRole('status').filter({ hasText: '3 being created' })).toBeVisible();
  await expect(page.getByRole('button', { name: '1 in progress' })).toBeVisible();
  await cloud.advance(longEnough);
  await expect(page.getByRole('status').filter({ hasText: '3 running' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'in progress' })).toHaveCount(0);
  await page.getByRole('link', { name: 'shop-009' }).click();
  await expect(page.getByRole('heading', { name: 'shop-009' })).toBeVisible();

  const calls = await cloud.calls('createInstances');
  expect(calls).toHaveLength(1);
  const [{ input } = { input: {} }] = calls;
  expect(input).toMatchObject({
    maxCount: 3,
    instanceSpec: {
      az: 'cn-north-1a',
      name: 'shop-[008]',
      hostname: 'shop-[008].internal',
      description: 'Autumn',
      instanceType: 'g.n4.large',
      keyNames: ['ops-2026'],
      passwordAuth: 'no',
      chargeOnStopped: 'stopCharging',
      charge: { chargeMode: 'postpaid_by_duration' },
      systemDisk: { cloudDiskSpec: { diskType: 'ssd.gp1', diskSizeGB: 40 } },
      dataDisks: [
        {
          deviceName: 'vdb',
          autoDelete: true,
          cloudDiskSpec: { diskType: 'ssd.io1', diskSizeGB: 500, iops: 6000 },
        },
      ],
      elasticIp: { bandwidthMbps: 10, chargeSpec: { chargeMode: 'postpaid_by_usage' } },
      userTags: [{ key: 'team', value: 'trade' }],
    },
  });
  const kept = await page.evaluate(() =>
    JSON.stringify([localStorage, sessionStorage, history.state]),
  );
  expect(kept).not.toContain('secret-of-mine');
  expect(kept).not.toContain(Buffer.from('secret-of-mine').toString('base64').slice(0, 12));
  expect(kept).not.toContain('instance-create.');
});

test('a lost answer makes no twins, and what became of it is told', async ({
  page,
  cloud,
  complaints,
}) => {
  complaints.allow(/status of 504/);
  await cloud.order({ kind: 'lost-reply', operation: 'createInstances', times: 3 });
  const form = new Form(page);
  await form.open();
  await form.fill();
  await form.field('Name').fill('only-once');
  await form.submit.click();
  const again = page.getByRole('button', { name: 'Ask again' });
  await expect(again).toBeVisible();
  await expect(page.getByRole('alert')).toContainText('504');
  await again.click();
  await expect(page.getByRole('link', { name: 'only-once' }).or(again).first()).toBeVisible();
  if (await again.isVisible()) await again.click();
  await expect(page.getByRole('link', { name: 'only-once' })).toHaveCount(1);
  const calls = await cloud.calls('createInstances');
  expect(new Set(calls.map(({ input }) => input['clientToken'])).size).toBe(1);
  const made = (await cloud.instances({ status: 'pending' })).filter(
    ({ instanceName }) => instanceName === 'only-once',
  );
  expect(made).toHaveLength(1);
  await page.getByRole('button', { name: '1 in progress' }).click();
  await expect(page.getByText('Unknown')).toHaveCount(0);
});
