import { expect, test } from './fixtures.ts';

test('finds an instance by a part of its address and opens it', async ({ page, cloud, fleet }) => {
  const { instanceId, instanceName } = await cloud.plain('running');
  await fleet.open();
  await page.keyboard.press('Control+k');
  const field = page.getByRole('combobox');
  await expect(field).toBeFocused();
  await field.fill(instanceId);
  await expect(page.getByRole('option')).toHaveCount(1);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: instanceName })).toBeVisible();
  await expect(page.getByRole('dialog')).toHaveCount(0);
});

test('acts on the row in focus', async ({ page, cloud, fleet }) => {
  const { instanceId, instanceName } = await cloud.plain('running');
  await fleet.open(`?q=${instanceId}`);
  await page.keyboard.press('j');
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox').fill('sto');
  const stop = page.getByRole('option', { name: 'Stop…' });
  await expect(stop).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText(instanceName);
  await dialog.getByRole('button', { name: /^Stop/ }).click();
  await expect.poll(async () => (await cloud.calls('stopInstance')).length).toBe(1);
});

test('says why an action cannot be done, and does not do it', async ({ page, cloud, fleet }) => {
  const { instanceId } = await cloud.plain('running');
  await fleet.open(`?q=${instanceId}`);
  await page.keyboard.press('j');
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox').fill('start');
  const start = page.getByRole('group', { name: /^Actions on/ }).getByRole('option');
  await expect(start).toContainText('Already running.');
  await start.click({ force: true });
  await expect(page.getByRole('dialog', { name: 'Commands' })).toBeVisible();
  expect(await cloud.calls('startInstance')).toEqual([]);
});

test('takes the selection in hand, and lets go of it', async ({ page, fleet }) => {
  await fleet.open();
  const [first = '', second = ''] = await fleet.names();
  await fleet.select(first, second);
  await page.keyboard.press('Control+k');
  const group = page.getByRole('group', { name: 'Actions on 2 instances selected' });
  await expect(group.getByRole('option').first()).toBeVisible();
  await page.keyboard.press('Backspace');
  await expect(group).toHaveCount(0);
});

test('Tab takes an instance in hand instead of opening it', async ({ page, cloud, fleet }) => {
  const { instanceId, instanceName } = await cloud.plain('running');
  await fleet.open();
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox').fill(instanceId);
  await expect(page.getByRole('option')).toHaveCount(1);
  await page.keyboard.press('Tab');
  const group = page.getByRole('group', { name: `Actions on ${instanceName}` });
  await expect(group.getByRole('option', { name: /^Stop/ })).toBeVisible();
});

test('changes region and settings', async ({ page, fleet }) => {
  await fleet.open();
  await page.getByRole('button', { name: /Search or run a command/ }).click();
  await page.getByRole('combobox').fill('shanghai');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/cn-east-2\/instances$/);
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox').fill('scheme dark');
  await page.keyboard.press('Enter');
  await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', 'dark');
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox').fill('no such thing');
  await expect(page.getByText('Nothing fits.')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
});
