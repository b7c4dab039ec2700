import type { Locator, Page } from '@playwright/test';
import { expectAccessible } from './accessibility.ts';
import { expect, test } from './fixtures.ts';
import { walkTo } from './keyboard.ts';

const row = (page: Page, name: string): Locator =>
  page.getByRole('row').filter({ has: page.getByRole('rowheader', { name, exact: true }) });

test.beforeEach(({ cloud }) => cloud.freeze());

test('shows every quota, warns near the limit, and leads to what is counted', async ({
  page,
  cloud,
}) => {
  for (let n = 0; n < 12; n += 1) await cloud.write('/keypairs', { keyName: `spare-${n}` });
  await page.goto('/cn-north-1');
  // The overview warns first.
  const attention = page.locator('section', { hasText: 'Needs attention' });
  await expect(attention).toContainText('Key pairs16 of 20');
  await attention.getByRole('link', { name: 'Quotas near the limit' }).click();
  await expect(page).toHaveURL(/\/quotas$/);
  await expect(page.getByText('Near the limit: Key pairs.')).toBeVisible();
  await expect(row(page, 'Key pairs')).toContainText('near the limit');
  await expect(row(page, 'Memory, GiB')).toContainText('32,000');
  await expect(row(page, 'Instances')).toContainText('enough left');
  for (const kind of [
    'Instances',
    'vCPU',
    'Local disks, GB',
    'Private images',
    'Instance templates',
  ])
    await expect(row(page, kind)).toBeVisible();

  for (let n = 12; n < 16; n += 1) await cloud.write('/keypairs', { keyName: `spare-${n}` });
  await page.getByRole('button', { name: 'Refresh' }).click();
  await expect(page.getByText('Used up: Key pairs. No more can be made.')).toBeVisible();
  await row(page, 'Key pairs').getByRole('link').click();
  await expect(page).toHaveURL(/\/keypairs$/);
  await expect(page.getByText('20 of 20 quota')).toBeVisible();
});

test('reads the shares of an image when they are asked for', async ({
  page,
  cloud,
  complaints,
}) => {
  complaints.allow(/status of 500/);
  const { imageId } = await cloud.image('golden-ubuntu-2004');
  const shares = async () =>
    (await cloud.calls('describeQuotas')).filter(({ input }) => input['imageId'] !== undefined);
  await page.goto('/cn-north-1/quotas');
  await expect(row(page, 'golden-ubuntu-2004')).toBeVisible();
  expect(await shares()).toEqual([]);
  // By keyboard, and once more when it was refused.
  await cloud.order({ kind: 'error', operation: 'describeQuotas', times: 0 });
  const read = page.getByRole('button', { name: 'Read the shares of golden-ubuntu-2004' });
  await walkTo(page, read, 'Tab', 80);
  await page.keyboard.press('Enter');
  await expect(read).toHaveText('Read again');
  await cloud.order();
  await page.keyboard.press('Enter');
  await expect(row(page, 'golden-ubuntu-2004')).toContainText('17');
  const answered = (await shares()).filter(({ code }) => code === 200);
  expect(answered.map(({ input }) => input['imageId'])).toEqual([imageId]);
  await page.getByRole('button', { name: 'Read all 8 images' }).click();
  await expect(page.getByRole('button', { name: /^Read/ })).toHaveCount(0);
  await row(page, 'golden-ubuntu-2004').getByRole('link').click();
  await expect(page.getByRole('cell', { name: 'team-search' })).toBeVisible();
});

test('quotas that cannot be had say why', async ({ page, cloud, complaints }) => {
  complaints.allow(/status of 403/);
  await cloud.order({
    kind: 'error',
    operation: 'describeQuotas',
    code: 403,
    status: 'HTTP_FORBIDDEN',
    message: 'No access',
    times: 0,
  });
  await page.goto('/cn-north-1/quotas');
  await expect(page.getByRole('alert')).toContainText('These credentials may not do this.');
});

test.describe('in Chinese', () => {
  test.use({ locale: 'zh-CN' });

  test('the page is accessible', async ({ page, cloud }) => {
    for (let n = 0; n < 12; n += 1) await cloud.write('/keypairs', { keyName: `spare-${n}` });
    await page.goto('/cn-north-1/quotas');
    await expect(page.getByRole('table')).toHaveCount(2);
    await page.locator('section').getByRole('button').first().click();
    await expect(page.locator('section').getByRole('button')).toHaveCount(0);
    await expectAccessible(page, 'quotas');
    await page.goto('/cn-north-1');
    await expect(page.locator('main li [data-look=warn]').first()).toBeVisible();
    await expectAccessible(page, 'overview');
  });
});
