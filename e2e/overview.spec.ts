import { expect, test } from './fixtures.ts';

test.beforeEach(({ cloud }) => cloud.freeze());

test('says how the fleet stands, and each number leads to those it counts', async ({
  page,
  cloud,
  fleet,
}) => {
  await page.goto('/cn-north-1');
  const states = page.getByRole('navigation', { name: 'Instances' });
  await expect(states.getByRole('link', { name: /^All/ })).toContainText('60');
  const running = (await cloud.instances({ status: 'running' })).length;
  await expect(states.getByRole('link', { name: /^Running/ })).toContainText(String(running));
  await states.getByRole('link', { name: /^Error/ }).click();
  await expect(page).toHaveURL(/instances\?tab=error/);
  await expect(fleet.table).toContainText('Error');
  await page.goBack();
  await expect(page.getByRole('heading', { level: 1, name: 'Overview' })).toBeVisible();
});

test('lists what is changing, and it goes when it has changed', async ({ page, cloud }) => {
  const { instanceId, instanceName } = await cloud.plain('running');
  await cloud.write(`/instances/${instanceId}:rebootInstance`);
  await page.goto('/cn-north-1');
  const link = page.getByRole('main').getByRole('link', { name: instanceName });
  await expect(link).toBeVisible();
  await cloud.advance(600_000);
  await expect(link).toHaveCount(0);
});

test('shows the quotas', async ({ page }) => {
  await page.goto('/cn-north-1');
  await expect(page.getByText(/60 of 500/)).toBeVisible();
});

test('one part in trouble leaves the others', async ({ page, cloud, complaints }) => {
  complaints.allow(/status of 500/);
  await cloud.order({ kind: 'error', operation: 'describeQuotas', times: 0 });
  await page.goto('/cn-north-1');
  await expect(page.getByText('The quotas could not be fetched')).toBeVisible();
  const states = page.getByRole('navigation', { name: 'Instances' });
  await expect(states.getByRole('link', { name: /^All/ })).toContainText('60');
});

test('the first address leads to the region that was last looked at', async ({ page, fleet }) => {
  await fleet.open('', 'cn-south-1');
  await page.goto('/');
  await expect(page).toHaveURL(/\/cn-south-1\/instances$/);
});

test('names those who need somebody, and what failed here', async ({
  page,
  cloud,
  fleet,
  complaints,
}) => {
  complaints.allow(/status of 400/);
  const [broken] = await cloud.instances({ status: 'error' });
  const { instanceId, instanceName } = await cloud.plain('running');
  await cloud.order({
    kind: 'error',
    operation: 'rebootInstance',
    code: 400,
    status: 'FAILED_PRECONDITION',
    message: 'Not today',
  });
  await fleet.open(`?q=${instanceId}`);
  await page.locator('tbody [data-menu-button]').click();
  await page.locator('[role=menuitem][data-action=rebootInstance]').click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^Reboot/ })
    .click();
  await expect(page.getByRole('dialog')).toContainText('Not today');
  await page.keyboard.press('Escape');
  await page.getByRole('link', { name: 'Overview' }).click();
  const attention = page.locator('section', { hasText: 'Needs attention' });
  await expect(
    attention.getByRole('link', { name: broken?.instanceName ?? '', exact: true }),
  ).toBeVisible();
  const activity = page.getByRole('region', { name: 'Activity' });
  await expect(activity).toContainText('Not today');
  await expect(activity.getByRole('link', { name: instanceName })).toBeVisible();
  await expect(attention.locator('li', { hasText: 'Failed operations' })).toContainText(
    instanceName,
  );
  await attention.getByRole('link', { name: 'Failed imports, exports' }).click();
  await expect(page).toHaveURL(/images\/tasks\?tab=failed$/);
  await expect(page.getByRole('table')).toContainText('Failed');
  await page.goBack();
  await attention.getByRole('link', { name: 'Failed operations' }).click();
  await expect(page).toHaveURL(/activity\?tab=failed/);
  await expect(page.getByRole('table')).toContainText('Not today');
});

test('says nothing of a fleet it does not know yet', async ({ page, cloud }) => {
  await cloud.order({ kind: 'latency', operation: 'describeInstances', ms: 60_000, times: 0 });
  await page.goto('/cn-north-1');
  await expect(page.getByText('60 of 500')).toBeVisible();
  await expect(page.getByText('Needs attention')).toBeVisible();
  await expect(page.getByText('Nothing needs attention.')).toHaveCount(0);
  await expect(page.getByText('Nothing is changing.')).toHaveCount(0);
});

test('an empty region tells where there are instances', async ({ page, cloud, fleet }) => {
  await cloud.reset({ instances: 0 });
  await page.goto('/cn-north-1');
  await page.getByRole('link', { name: /^Shanghai \d/ }).click();
  await expect(page).toHaveURL(/\/cn-east-2\/instances$/);
  await expect(fleet.table).toContainText('Running');
});
