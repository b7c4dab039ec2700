import type { Locator, Page } from '@playwright/test';
import { expectAccessible } from './accessibility.ts';
import { expect, test } from './fixtures.ts';

const list = '/cn-north-1/instance-types';

const row = (page: Page, name: string): Locator =>
  page.getByRole('row').filter({ has: page.getByRole('link', { name, exact: true }) });

const names = (page: Page): Promise<string[]> =>
  page.locator('tbody [data-column=type]').allInnerTexts();

test('lists types with limits and stock, narrowed, sorted and grouped by the address', async ({
  page,
  cloud,
}) => {
  await page.goto('/cn-north-1');
  await page.getByRole('link', { name: 'Instance types' }).click();
  const gpu = row(page, 'p.n1v100.10xlarge');
  await expect(gpu).toContainText('4 × Nvidia Tesla V100');
  await expect(gpu).toContainText('220 GiB');
  await expect(gpu).toContainText('Sold out');
  await expect(row(page, 's.d2.10xlarge')).toContainText('12 × 9,313 GB hdd.std1');
  await expect(row(page, 'g.n4.24xlarge')).toContainText('Zone C: sold out');
  await expect(row(page, 'g.n4.24xlarge')).toContainText('Zone A: in stock');

  await page.getByRole('group', { name: 'Filter by state' }).getByText('Sold out').click();
  await expect(page).toHaveURL(/tab=soldOut/);
  await expect(gpu).toBeVisible();
  await expect(row(page, 'g.n4.24xlarge')).toHaveCount(0);
  await page.goBack();

  // By hand: those with so many vCPU that zone C has.
  const filter = async (field: string, value: string) => {
    await page.getByRole('button', { name: 'Filter', exact: true }).click();
    const form = page.getByRole('dialog');
    await form.getByRole('button', { name: field, exact: true }).click();
    await form.getByRole('checkbox', { name: new RegExp(`^${value}\\b`) }).check();
    await form.getByRole('button', { name: 'Apply' }).click();
  };
  await filter('vCPU', '96 vCPU');
  await filter('In stock in zone', 'C');
  await expect(row(page, 'g.n4.24xlarge')).toHaveCount(0);
  expect(await names(page)).toEqual(['c.n4.24xlarge']);
  await page.goto(`${list}?f=class:is:m&sort=-memory`);
  await expect(row(page, 'm.n4.large')).toBeVisible();
  expect(await names(page)).toEqual(['m.n2.18xlarge', 'm.n4.8xlarge', 'm.n4.xlarge', 'm.n4.large']);
  await page.goto(`${list}?group=class`);
  await expect(page.getByRole('button', { name: /Burstable/ })).toBeVisible();
  // The slow call, once for all of this but for the pages loaded anew.
  const calls = await cloud.calls('describeInstanceTypes');
  expect(calls.filter(({ input }) => input['filters'] === undefined)).toHaveLength(3);
});

test('compares up to four, marking what differs', async ({ page }) => {
  await page.goto(list);
  for (const name of [
    'g.n4.xlarge',
    'c.n3.xlarge',
    'p.n1v100.10xlarge',
    't.g2.xlarge',
    'h.g2.large',
  ])
    await row(page, name).getByRole('checkbox').check();
  await page
    .getByRole('region', { name: 'Actions' })
    .getByRole('button', { name: /^Compare/ })
    .click();
  await expect(page.getByText('5 types were asked for: the first 4 are shown.')).toBeVisible();
  const table = page.getByRole('table', { name: 'Compare instance types' });
  await expect(table.getByRole('columnheader')).toHaveCount(5);
  await page.goBack();
  await expect(row(page, 'g.n4.xlarge').getByRole('checkbox')).not.toBeChecked();

  await page.goto(`${list}/compare?type=g.n4.xlarge&type=c.n3.xlarge&type=x.n9.huge`);
  await expect(page.getByText('There is no x.n9.huge in this region.')).toBeVisible();
  const line = (name: string) =>
    table.getByRole('row').filter({ has: page.getByRole('rowheader', { name }) });
  await expect(line('Memory')).toContainText('16 GiB');
  await expect(line('Memory')).toContainText('8 GiB');
  await expect(line('Memory').getByText('differs', { exact: true })).toHaveCount(1);
  await expect(line('vCPU').first().getByText('differs', { exact: true })).toHaveCount(0);
  await page.getByLabel('Only differences').check();
  await expect(line('Interfaces')).toHaveCount(0);
  await expect(line('Memory')).toHaveCount(1);
  // By keyboard: one more, and one less.
  await page.getByRole('combobox', { name: 'Add a type to compare' }).focus();
  await page.keyboard.type('t.g2.x');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/type=t\.g2\.xlarge/);
  await expect(line('Baseline')).toContainText('40%, 96 credits an hour');
  await page.getByRole('button', { name: 'Take c.n3.xlarge out' }).press('Enter');
  await expect(page).not.toHaveURL(/c\.n3/);
  await expect(page.getByRole('button', { name: 'Take t.g2.xlarge out' })).toBeFocused();
  await page.reload();
  await expect(table.getByRole('columnheader', { name: 't.g2.xlarge' })).toBeVisible();
});

test('one type by itself, and the instances that are of it', async ({ page, cloud }) => {
  const [instance] = await cloud.instances();
  const type = instance?.instanceType ?? '';
  await page.goto(`${list}?q=${type}`);
  await row(page, type).getByRole('link').click();
  await expect(page.getByRole('heading', { level: 1, name: type })).toBeVisible();
  await page.getByRole('link', { name: 'Show instances of it' }).click();
  await expect(page.getByRole('link', { name: instance?.instanceName, exact: true })).toBeVisible();
  await page.goto(`${list}/compare?type=g.n4.xlarge&type=p.n1v100.10xlarge`);
  await expect(page.getByText('Sold out in every zone of this region.')).toBeVisible();
  await page.getByRole('link', { name: 'Create an instance of it' }).click();
  await expect(page.getByRole('radio', { name: 'g.n4.xlarge' })).toBeChecked();
});

test.describe('in Chinese', () => {
  test.use({ locale: 'zh-CN' });

  test('list and comparison are accessible', async ({ page }) => {
    await page.goto(`${list}?q=n4`);
    await expect(page.locator('tbody tr').first()).toBeVisible();
    await expectAccessible(page, 'list');
    await page.goto(`${list}/compare?type=g.n4.xlarge&type=p.n1v100.10xlarge`);
    await expect(page.getByRole('table')).toBeVisible();
    await expectAccessible(page, 'comparison');
  });
});
