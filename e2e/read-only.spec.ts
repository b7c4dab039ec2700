import { Cloud } from './cloud.ts';
import { expect, test } from './fixtures.ts';
import { startConsole } from './server.ts';

test('a read-only console changes nothing and opens no screen, and says so', async ({
  page,
  playwright,
}) => {
  const { address, stop } = await startConsole('--read-only');
  const request = await playwright.request.newContext({ baseURL: address });
  const cloud = new Cloud(request);
  const { instanceId, instanceName } = await cloud.plain('running');

  await page.goto(`${address}cn-north-1/instances?q=${instanceId}`);
  await expect(page.getByText('Read-only', { exact: true })).toBeVisible();
  const row = page.getByRole('row').filter({ hasText: instanceName });
  await expect(row.getByTitle('This console is read-only.')).toBeVisible();
  await expect(row.getByRole('link', { name: /VNC/ })).toHaveCount(0);
  await row.getByRole('button', { name: /^Actions/ }).click();
  const menu = page.getByRole('menu');
  await expect(menu).toContainText('This console is read-only.');
  await expect(menu.getByRole('menuitem', { name: /^Stop/ })).toBeDisabled();
  await page.keyboard.press('Escape');

  // A link somebody kept leads to an explanation.
  await page.goto(`${address}cn-north-1/instances/${instanceId}/vnc`);
  await expect(page.getByRole('heading', { level: 1 })).toContainText('cannot be opened');
  await expect(page.getByRole('main')).toContainText('A screen takes what is typed');
  const refused = await request.get(`/api/vm/v1/regions/cn-north-1/instances/${instanceId}/vnc`);
  expect([refused.status(), (await refused.json()).error.status]).toEqual([403, 'READ_ONLY']);
  expect(await cloud.calls('describeInstanceVncUrl')).toEqual([]);

  await page.getByRole('link', { name: 'Show the instance' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText(instanceName);
  // What the page still reads must not find the server gone.
  await page.goto('about:blank');
  await request.dispose();
  await stop();
});
