import type { Page } from '@playwright/test';
import { expectAccessible } from './accessibility.ts';
import { expect, test } from './fixtures.ts';

test.beforeEach(({ cloud }) => cloud.freeze());

const everyChart = [
  'CPU',
  'Memory',
  'Network',
  'Disk operations',
  'Disk throughput',
  'Disk space',
] as const;

const chart = (page: Page, name: string) => page.getByRole('region', { name, exact: true });
const crosshair = (page: Page, name: string) => chart(page, name).getByRole('slider');

test('the overview has the last hour in small, which leads to all of it', async ({
  page,
  cloud,
}) => {
  const { instanceId } = await cloud.plain('running');
  await page.goto(`/cn-north-1/instances/${instanceId}`);
  const glance = page.getByRole('link', { name: /^Show monitoring/ });
  await expect(glance).toContainText(/CPU.*\d%.*Memory.*\d%.*Network.*\dbps|[kM]bps.*IOPS/);
  const asked = (await cloud.calls('describeMetricData')).map(({ input }) => input['metric']);
  expect(new Set(asked)).toEqual(
    new Set([
      'cpu_util',
      'memory.usage',
      'vm.disk.dev.io.read',
      'vm.disk.dev.io.write',
      'vm.network.dev.bytes.in',
      'vm.network.dev.bytes.out',
    ]),
  );
  await glance.click();
  await expect(page).toHaveURL(/\/monitoring$/);
  await expect(page.getByRole('heading', { level: 2 })).toHaveText([...everyChart]);
});

test('nothing is measured for other parts of the page', async ({ page, cloud }) => {
  const { instanceId } = await cloud.plain('running');
  await page.goto(`/cn-north-1/instances/${instanceId}/disks`);
  await expect(page.getByRole('row', { name: /^vda/ })).toBeVisible();
  expect(await cloud.calls('describeMetricData')).toEqual([]);
});

test('a range is asked for in the cloud’s words, and is in the address', async ({
  page,
  cloud,
  complaints,
}) => {
  // Tests have moved the cloud's clock ahead of the browser's, by which 30 days ago may be too long ago.
  complaints.allow(/status of 400/);
  const { instanceId } = await cloud.plain('running');
  await page.goto(`/cn-north-1/instances/${instanceId}/monitoring`);
  const ranges = page.getByRole('radiogroup', { name: 'Time range' });
  await expect(crosshair(page, 'CPU')).toBeVisible();
  for (const [name, interval] of [
    ['6 hours', '6h'],
    ['24 hours', '1d'],
    ['7 days', '7d'],
  ] as const) {
    await ranges.getByText(name, { exact: true }).click();
    await expect(crosshair(page, 'CPU')).toBeVisible();
    await expect
      .poll(async () => (await cloud.calls('describeMetricData')).at(-1)?.input['timeInterval'])
      .toBe(interval);
  }
  await ranges.getByText('30 days', { exact: true }).click();
  await expect(page).toHaveURL(/range=30d/);
  await expect(crosshair(page, 'CPU')).toBeVisible();
  const calls = await cloud.calls('describeMetricData');
  expect(calls.at(-1)?.code).toBe(200);
  expect(calls.at(-1)?.input['startTime']).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+0800$/);
  await page.reload();
  await expect(ranges.getByRole('radio', { name: '30 days' })).toBeChecked();
});

test('pointer and arrow keys read the same moment on every chart', async ({ page, cloud }) => {
  const { instanceId } = await cloud.plain('running');
  await page.goto(`/cn-north-1/instances/${instanceId}/monitoring`);
  const cpu = crosshair(page, 'CPU');
  await expect(cpu).toHaveAttribute('aria-valuetext', /^\d\d:\d\d: used \d+(\.\d+)? %$/);
  const last = Number(await cpu.getAttribute('aria-valuenow'));
  await cpu.focus();
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('ArrowLeft');
  await expect(cpu).toHaveAttribute('aria-valuenow', String(last - 2));
  const momentOf = async () => ((await cpu.getAttribute('aria-valuetext')) ?? '').slice(0, 5);
  // One that stands on the axis as well could not be seen to go.
  if ((await momentOf()).endsWith('0')) {
    await page.keyboard.press('ArrowLeft');
    await expect(cpu).toHaveAttribute('aria-valuenow', String(last - 3));
  }
  const moment = await momentOf();
  await expect(chart(page, 'Network')).toContainText(moment);
  await expect(crosshair(page, 'Network')).toHaveAttribute(
    'aria-valuetext',
    new RegExp(`^${moment}: in .*bps, out .*bps$`),
  );
  await page.keyboard.press('Home');
  await expect(cpu).toHaveAttribute('aria-valuenow', '0');
  await page.keyboard.press('Escape');
  await expect(chart(page, 'Network')).not.toContainText(moment);

  await crosshair(page, 'Memory').hover();
  const read = await crosshair(page, 'Memory').getAttribute('aria-valuetext');
  await expect(cpu).toHaveAttribute('aria-valuetext', new RegExp(`^${read?.slice(0, 5)}`));
});

test('the same in numbers, for whom a picture is none', async ({ page, cloud }) => {
  const { instanceId } = await cloud.plain('running');
  await page.goto(`/cn-north-1/instances/${instanceId}/monitoring`);
  const spoken = await crosshair(page, 'CPU').getAttribute('aria-valuetext');
  await page.getByRole('radiogroup', { name: 'Show as' }).getByText('Table').click();
  await expect(page).toHaveURL(/view=table/);
  const first = page.getByRole('table').getByRole('row').nth(1);
  await expect(first.getByRole('rowheader')).toHaveText(spoken?.slice(0, 5) ?? '');
  await expect(first.getByRole('cell').first()).toHaveText(spoken?.split('used ')[1] ?? '');
  await expect(first.getByRole('cell')).toHaveCount(9);
  await page.setViewportSize({ width: 1024, height: 768 });
  await expect(first).toBeVisible();
  const hidden = await page
    .getByRole('table')
    .locator('..')
    .evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth);
  expect(hidden, 'what it is scrolled sideways for').toBe(0);
});

test('one metric that fails leaves the others; all that fail are an error to retry', async ({
  page,
  cloud,
  complaints,
}) => {
  complaints.allow(/status of (400|403)/);
  const { instanceId } = await cloud.plain('running');
  const refused = { kind: 'error', operation: 'describeMetricData', status: 'HTTP_FORBIDDEN' };
  await cloud.order({ ...refused, times: 1 });
  await page.goto(`/cn-north-1/instances/${instanceId}/monitoring`);
  const failed = page.getByRole('region').filter({ hasText: 'These credentials may not do this.' });
  await expect(failed).toHaveCount(1);
  await expect(page.getByRole('slider')).toHaveCount(5);
  await failed.getByRole('button', { name: 'Retry' }).click();
  await expect(page.getByRole('slider')).toHaveCount(6);

  await cloud.order({ ...refused, times: 0 });
  await page.getByRole('button', { name: 'Refresh' }).click();
  await expect(page.getByText(/refresh failed/)).toBeVisible();
  await expect(page.getByRole('slider')).toHaveCount(6);
  await page.reload();
  await expect(page.getByRole('alert')).toContainText('The measurements could not be fetched');
  await cloud.order();
  await page.getByRole('alert').getByRole('button', { name: 'Retry' }).click();
  await expect(page.getByRole('slider')).toHaveCount(6);
});

test.describe('in Chinese', () => {
  test.use({ locale: 'zh-CN' });

  test('is accessible as charts and as a table', async ({ page, cloud }) => {
    const { instanceId } = await cloud.plain('running');
    await page.goto(`/cn-north-1/instances/${instanceId}/monitoring`);
    await expect(page.getByRole('heading', { level: 2 }).first()).toHaveText('CPU 使用率');
    await crosshair(page, 'CPU 使用率').focus();
    await page.keyboard.press('ArrowLeft');
    await expectAccessible(page, 'charts');
    await page.goto(`/cn-north-1/instances/${instanceId}/monitoring?view=table`);
    await expect(page.getByRole('rowheader').first()).toBeVisible();
    await expectAccessible(page, 'table');
  });
});
