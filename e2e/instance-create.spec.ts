import type { Dialog, Locator, Page } from '@playwright/test';
import { expectAccessible } from './accessibility.ts';
import { CreateForm as Form } from './create-form.ts';
import { expect, test } from './fixtures.ts';
import type { Refusal } from './refusals.ts';

const longEnough = 120_000;

/** What the documents say that the cloud may refuse with, beside what the page shows beforehand. */
const refusals: readonly Refusal[] = [
  ['INVALID_ARGUMENT', 'Parameter InstanceSpec.ImageId missing'],
  ['INVALID_ARGUMENT', 'Invalid password'],
  ['FAILED_PRECONDITION', "Disk type 'ssd.gp1' is out of stock"],
  ['FAILED_PRECONDITION', "Image 'img-x' not ready"],
  ['FAILED_PRECONDITION', 'stopCharging only applied to cloud system disk'],
  ['FAILED_PRECONDITION', 'stopCharging only applied to postpaid by duration'],
  ['FAILED_PRECONDITION', 'Image constraints. Only support cloud system disk'],
  ['FAILED_PRECONDITION', "Image constraints. Doesn't support instanceType 'g.n4.large'"],
  ['FAILED_PRECONDITION', "Subnet 'subnet-x' is unsupported in center zones"],
  ['FAILED_PRECONDITION', 'Available Ip in segments not enough'],
  ['OUT_OF_RANGE', 'Maxcount out of range'],
  ['OUT_OF_RANGE', 'InstanceSpec.SystemDisk.CloudDiskSpec.DiskSizeGB out of range'],
  ['CONFLICT', "Subnet 'subnet-x' not support ipv6"],
  ...['Snapshot', 'InstanceType', 'Subnet', 'SecurityGroups', 'KeyPair', 'Image'].map(
    (what): Refusal => ['NOT_FOUND', `${what} 'gone' not found`],
  ),
];

test.beforeEach(({ cloud }) => cloud.freeze());

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

test('begins from an image, from a template, and from another instance', async ({
  page,
  cloud,
  images,
  fleet,
}) => {
  const form = new Form(page);
  await images.open();
  await images.act('golden-ubuntu-2004', 'Create instances');
  await expect(form.list('Image')).toHaveValue('golden-ubuntu-2004');
  await expect(page.getByRole('radio', { name: 'Private' })).toBeChecked();

  await form.pick('Start from a template', /^web-standard/);
  await expect(page.getByText('From the template web-standard')).toBeVisible();
  await expect(form.type('g.n4.large')).toBeChecked();
  await form.choose('None');
  await form.field('Size of vda').fill('60');
  await form.field('Name').fill('from-template');
  await form.submit.click();
  await expect(page.getByRole('link', { name: 'from-template' })).toBeVisible();
  const [first] = await cloud.calls('createInstances');
  expect(first?.input['instanceSpec']).toEqual({
    az: 'cn-north-1a',
    name: 'from-template',
    charge: { chargeMode: 'postpaid_by_duration' },
    instanceTemplateId: expect.stringMatching(/^it-/),
    noElasticIp: true,
    systemDisk: {
      diskCategory: 'cloud',
      autoDelete: true,
      cloudDiskSpec: { diskType: 'ssd.gp1', diskSizeGB: 60 },
    },
  });

  const model = await cloud.plain('running', ({ osType }) => osType === 'linux');
  await fleet.open(`?q=${model.instanceName}`);
  await fleet.act(model.instanceName, 'Create instances like this');
  await expect(page.getByText(`Like ${model.instanceName}`)).toBeVisible();
  await form.field('Name').fill('a-twin');
  await form.submit.click();
  await expect(page.getByRole('link', { name: 'a-twin' })).toBeVisible();
  const [, second] = await cloud.calls('createInstances');
  expect(second?.input['instanceSpec']).toMatchObject({
    az: model.az,
    instanceType: model.instanceType,
  });
});

test('what there is not is said before it is asked for, or in the cloud’s words', async ({
  page,
  cloud,
  complaints,
}) => {
  complaints.allow(/status of 4\d\d/);
  const form = new Form(page);
  await form.open();
  await form.fill();
  await page.getByPlaceholder('Name of the type').fill('v100');
  await expect(form.type('p.n1v100.10xlarge')).toBeDisabled();
  await form.type('p.n1v100.2xlarge').check();
  await form.choose('1b');
  await form.field('Name').fill('train-[01]');
  await form.field('Quantity').fill('5');
  await form.submit.click();
  await expect(form.summary.getByRole('link')).toHaveText(['Type']);
  await expect(page.getByText('Sold out in cn-north-1b').first()).toBeVisible();
  expect(await cloud.calls('createInstances')).toEqual([]);

  await form.choose('1a');
  await cloud.order(
    { kind: 'out-of-stock', operation: 'createInstances' },
    {
      kind: 'error',
      operation: 'createInstances',
      status: 'QUOTA_EXCEEDED',
      code: 429,
      message: 'Instance quota limit exceeded',
    },
  );
  await form.submit.click();
  await expect(page.getByRole('alert')).toContainText("'p.n1v100.2xlarge' is out of stock");
  await form.submit.click();
  await expect(page.getByRole('alert')).toContainText('Instance quota limit exceeded');
  for (const [status, message] of refusals) {
    await cloud.order({ kind: 'error', operation: 'createInstances', status, message });
    await form.submit.click();
    await expect(page.getByRole('alert')).toContainText(`${status} ${message}`);
  }
  await expect(form.field('Name')).toHaveValue('train-[01]');
  // Two are all there are: the cloud takes on as many as it can.
  await form.submit.click();
  await expect(page.getByText('5 were asked for, the cloud has taken on 2')).toBeVisible();
  const calls = await cloud.calls('createInstances');
  expect(calls).toHaveLength(refusals.length + 3);
  expect(calls.filter(({ code }) => code === 200)).toHaveLength(1);
  // A refused request is over: its token would only bring the refusal back.
  expect(new Set(calls.map(({ input }) => input['clientToken'])).size).toBe(calls.length);
});

test('instances that fail are named, and why nobody can say', async ({ page, cloud }) => {
  const form = new Form(page);
  await form.open();
  await form.fill();
  await form.field('Name').fill('fail-create-[1]');
  await form.field('Quantity').fill('2');
  await form.submit.click();
  await expect(page.getByRole('link', { name: 'fail-create-2' })).toBeVisible();
  await cloud.advance(longEnough);
  await expect(page.getByRole('status').filter({ hasText: '2 failed' })).toBeVisible();
  await expect(page.getByText('A creation that fails is taken back')).toBeVisible();
  await cloud.advance(longEnough);
  await expect(page.getByRole('link', { name: 'fail-create-2' })).toHaveCount(0);
  await expect(page.getByText('Failed, taken back')).toHaveCount(2);
  await page.getByRole('button', { name: '1 failed' }).click();
  await expect(page.getByText('2 instances could not be made')).toBeVisible();
  await page.getByRole('link', { name: 'fail-create-[1] × 2' }).click();
  await page.reload();
  await expect(page.getByText('Failed, taken back')).toHaveCount(2);
});

test('what was typed outlives a reload and a way on, but for what is secret', async ({ page }) => {
  const form = new Form(page);
  await form.open('?type=g.n4.xlarge');
  await expect(form.type('g.n4.xlarge')).toBeChecked();
  await page.getByRole('link', { name: 'Instances' }).first().click();
  await page.getByRole('link', { name: 'Create instances' }).click();
  await form.field('Name').fill('kept-name');
  await form.choose('Password');
  await page.getByRole('button', { name: 'Generate' }).click();
  const password = await form.field('Password').inputValue();
  expect(password).toHaveLength(16);
  await form.field('Launch script').fill('#!/bin/bash\necho mine\n');
  const kept = await page.evaluate(() => JSON.stringify([localStorage, sessionStorage]));
  expect(kept).toContain('kept-name');
  expect(kept).not.toContain(password);
  expect(kept).not.toContain('echo mine');
  const asked: string[] = [];
  const goOn = (dialog: Dialog) => dialog.accept();
  const stay = (dialog: Dialog) => dialog.dismiss();
  page.on('dialog', (dialog) => asked.push(dialog.type()));
  page.on('dialog', stay);
  // A link, the palette, Back: nobody loses a password by a slip of the hand.
  await page.getByRole('link', { name: 'Images' }).first().click();
  await page.keyboard.press('Control+k');
  await page.keyboard.type('quotas');
  await page.keyboard.press('Enter');
  await page.evaluate(() => history.back());
  await expect.poll(() => asked).toEqual(['confirm', 'confirm', 'confirm']);
  await expect(form.field('Password')).toHaveValue(password);
  page.off('dialog', stay);
  page.on('dialog', goOn);
  await page.reload();
  expect(asked.slice(3)).toEqual(['beforeunload']);
  await expect(form.field('Name')).toHaveValue('kept-name');
  await expect(form.field('Password')).toHaveValue('');
  await expect(form.field('Launch script')).toHaveValue('');
  // What is kept is asked nothing about: it waits here.
  await form.field('Name').fill('kept-again');
  await page.getByRole('link', { name: 'Images' }).first().click();
  await expect(page.getByRole('heading', { name: 'Images' })).toBeVisible();
  await page.goBack();
  await expect(form.field('Name')).toHaveValue('kept-again');
  expect(asked).toHaveLength(4);
  await page.getByRole('button', { name: 'Start over' }).click();
  await expect(form.field('Name')).toHaveValue('');
});

/** Moves the focus on until it is there, as somebody without a pointer does. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  for (let presses = 0; presses < 60; presses += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  await expect(target).toBeFocused();
}

test('the keyboard alone is enough', async ({ page, cloud }) => {
  const form = new Form(page);
  await form.open();
  const { keyboard } = page;
  await tabTo(page, form.list('Image'));
  await keyboard.type('ubuntu 20');
  await expect(page.getByRole('option', { name: /^Ubuntu 20/ })).toBeVisible();
  await keyboard.press('Enter');
  await tabTo(page, page.getByPlaceholder('Name of the type'));
  await keyboard.type('g.n4.large');
  await tabTo(page, form.type('g.n4.large'));
  await keyboard.press('Space');
  await tabTo(page, form.list('Subnet'));
  await keyboard.type('trade-a');
  await expect(page.getByRole('option', { name: /trade-a/ })).toBeVisible();
  await keyboard.press('Enter');
  await tabTo(page, form.list('Key pair'));
  await keyboard.type('ops');
  await keyboard.press('Enter');
  await tabTo(page, form.field('Name'));
  await keyboard.type('by-hand');
  // Enter alone would be too easy a way to spend money.
  await keyboard.press('Enter');
  await keyboard.press('Control+Enter');
  await expect(page.getByRole('link', { name: 'by-hand' })).toBeVisible();
  expect(await cloud.calls('createInstances')).toHaveLength(1);
});

test.describe('in Chinese', () => {
  test.use({ locale: 'zh-CN' });

  test('the form, its faults and the page after it are accessible', async ({ page }) => {
    await page.goto('/cn-north-1/instances/create?key=ops-2026&type=g.n4.large');
    const submit = page.getByRole('complementary').getByRole('button');
    await expect(submit).toHaveText('创建 1 台实例');
    await expect(page.getByRole('radio', { name: 'g.n4.large', exact: true })).toBeChecked();
    await page.getByRole('button', { name: '添加云硬盘' }).click();
    await page.getByRole('button', { name: '添加标签' }).click();
    await submit.click();
    await expectAccessible(page, 'form with faults');
    await page.locator('#field-imageId').click();
    await expect(page.getByRole('option').first()).toBeVisible();
    await expectAccessible(page, 'open list');
    await page.getByRole('option', { name: /^Ubuntu 20/ }).click();
    await page.locator('#field-subnetId').click();
    await page.getByRole('option', { name: /trade-a/ }).click();
    await page.locator('#field-name').fill('axe');
    const remove = /^移除 标签/;
    await page.getByRole('button', { name: remove }).click();
    await submit.click();
    await expect(page.getByRole('link', { name: 'axe' })).toBeVisible();
    await expectAccessible(page, 'new instances');
  });
});
