import { expect, test } from './fixtures.ts';

test.beforeEach(({ cloud }) => cloud.freeze());

test('a failure waits in the tray with the words of the cloud and can be retried', async ({
  page,
  cloud,
  fleet,
  complaints,
}) => {
  complaints.allow(/status of 4\d\d/);
  const { instanceId, instanceName } = await cloud.plain('stopped');
  await fleet.open(`?q=${instanceId}`);
  await cloud.order({ kind: 'out-of-stock', operation: 'startInstance' });
  await fleet.act(instanceName, 'Start');
  await page.getByRole('button', { name: '1 failed' }).click();
  const tray = page.getByRole('dialog', { name: 'What was started here' });
  await expect(tray).toContainText('The cloud has no room for it at the moment.');
  await expect(tray).toContainText(instanceName);
  await tray.getByRole('button', { name: `Retry: Start, ${instanceName}` }).click();
  await expect(tray.locator('[data-status=running]')).toHaveCount(1);
  await cloud.advance(600_000);
  await expect(tray.locator('[data-status=done]')).toHaveCount(1);
  await page.keyboard.press('Escape');
  await expect(fleet.status(instanceName)).toContainText('Running');
});

test('the page of all activity survives a reload', async ({ page, cloud, fleet }) => {
  const { instanceId, instanceName } = await cloud.plain('stopped');
  await fleet.open(`?q=${instanceId}`);
  await fleet.act(instanceName, 'Start');
  await page.getByRole('button', { name: '1 in progress' }).click();
  await page.getByRole('link', { name: 'All activity' }).click();
  await expect(page).toHaveURL(/\/activity$/);
  const row = page.getByRole('row').filter({ hasText: instanceName });
  await expect(row).toContainText('In progress');
  await page.reload();
  await expect(row).toContainText('In progress');
  await cloud.advance(600_000);
  await expect(row).toContainText('Done');
  await page.getByRole('button', { name: 'Forget what is finished' }).click();
  await expect(page.getByText('Nothing has been started here yet')).toBeVisible();
});

test('a batch goes on when its dialog is closed', async ({ page, cloud, fleet }) => {
  const running = (await cloud.instances({ status: 'running' })).slice(0, 3);
  await fleet.open();
  await fleet.select(...running.map(({ instanceName }) => instanceName));
  await fleet.bulk.getByRole('button', { name: /^Reboot/ }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: /3/ }).last().click();
  await dialog.getByRole('button', { name: 'Go on in the background' }).click();
  await expect(dialog).toHaveCount(0);
  await page.getByRole('button', { name: '3 in progress' }).click();
  await cloud.advance(600_000);
  const tray = page.getByRole('dialog', { name: 'What was started here' });
  await expect(tray).toContainText('3 / 3');
});

test('the palette finds an instance and does something to it', async ({ page, cloud, fleet }) => {
  const { instanceId, instanceName } = await cloud.plain('stopped');
  await fleet.open();
  await page.keyboard.press('Control+k');
  const palette = page.getByRole('dialog', { name: 'Commands' });
  await palette.getByRole('combobox').fill(instanceId);
  await expect(palette.getByRole('option', { name: instanceName })).toBeVisible();
  await page.keyboard.press('Tab');
  await expect(palette).toContainText(instanceName);
  await palette.getByRole('combobox').fill('start');
  await expect(palette.getByRole('option', { name: /^Start/ })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: '1 in progress' })).toBeVisible();
  expect(await cloud.calls('startInstance')).toHaveLength(1);
});

test('nothing secret is remembered', async ({ page, cloud, fleet }) => {
  const { instanceId, instanceName } = await cloud.plain('running');
  await fleet.open(`?q=${instanceId}`);
  await fleet.act(instanceName, 'Stop');
  await page.getByRole('dialog').getByRole('button', { name: 'Stop', exact: true }).click();
  await expect(page.getByRole('button', { name: '1 in progress' })).toBeVisible();
  const kept = await page.evaluate(() => JSON.stringify({ ...localStorage, ...sessionStorage }));
  expect(kept).toContain(instanceId);
  expect(kept).not.toMatch(/secret|password|token|accessKey|signature/i);
});
