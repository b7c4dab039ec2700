import { expect, test } from './fixtures.ts';

test.beforeEach(({ cloud }) => cloud.freeze());

test('shows every field in words, and all of them as the API tells them', async ({
  page,
  cloud,
}) => {
  const { instanceId, instanceName } = await cloud.plain('running');
  await page.goto(`/cn-north-1/instances/${instanceId}`);
  await expect(page.getByRole('heading', { level: 1, name: instanceName })).toBeVisible();
  await expect(page).toHaveTitle(new RegExp(instanceName));
  for (const group of ['Configuration', 'Network and billing', 'Disks', 'Network interfaces']) {
    await expect(page.getByRole('heading', { level: 2, name: group })).toBeVisible();
  }
  await page.getByRole('link', { name: 'JSON' }).click();
  await expect(page).toHaveURL(new RegExp(`${instanceId}/json$`));
  const raw = await page.getByRole('region', { name: 'As the API tells it' }).innerText();
  expect(JSON.parse(raw)).toMatchObject({ instanceId, instanceName, status: 'running' });
});

test('its parts have addresses: Back and a pasted one lead there', async ({ page, cloud }) => {
  const { instanceId } = await cloud.plain('running');
  await page.goto(`/cn-north-1/instances/${instanceId}/disks`);
  const parts = page.getByRole('navigation', { name: 'Parts of the instance' });
  await expect(parts.getByRole('link', { name: /^Disks/ })).toHaveAttribute('aria-current', 'page');
  await expect(page.getByRole('row', { name: /^vda/ })).toBeVisible();
  await parts.getByRole('link', { name: /^Network/ }).click();
  await expect(page.getByText(/^fa:16:3e/).first()).toBeVisible();
  await page.goBack();
  await expect(page.getByRole('row', { name: /^vda/ })).toBeVisible();
  await page.getByRole('link', { name: 'Instances' }).last().click();
  await expect(page).toHaveURL(/\/instances$/);
});

test('the same actions as in the list, and the page follows what they do', async ({
  page,
  cloud,
}) => {
  const { instanceId, instanceName } = await cloud.plain('running');
  await page.goto(`/cn-north-1/instances/${instanceId}`);
  await page.getByRole('button', { name: /^Stop/ }).click();
  const dialog = page.getByRole('dialog', { name: `Stop ${instanceName}?` });
  await dialog.getByRole('button', { name: 'Stop', exact: true }).click();
  const recent = page.getByRole('complementary', { name: 'Recent activity' });
  await expect(recent).toContainText('Stop');
  const main = page.getByRole('main');
  await expect(main.getByText('Stopping').first()).toBeVisible();
  await cloud.advance(600_000);
  await expect(main.getByText('Stopped').first()).toBeVisible();
  await expect(recent.locator('[data-status=done]')).toHaveCount(1);
  await expect(page.getByRole('button', { name: /^Start/ })).toBeEnabled();
});

test('can be renamed where it stands', async ({ page, cloud }) => {
  const { instanceId, instanceName } = await cloud.plain('running');
  await page.goto(`/cn-north-1/instances/${instanceId}`);
  await page.getByRole('button', { name: `Rename ${instanceName}` }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Name', { exact: true }).fill('renamed-1');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'renamed-1' })).toBeVisible();
});

test('a name that looks like markup is a name', async ({ page, cloud }) => {
  const { instanceId } = await cloud.plain('running');
  const description = '<img src=x onerror=alert(1)> & "quotes"';
  await cloud.write(`/instances/${instanceId}:modifyInstanceAttribute`, { description });
  await page.goto(`/cn-north-1/instances/${instanceId}`);
  await expect(page.getByText(description)).toBeVisible();
});

test('an instance that is not there is said to be missing', async ({ page, complaints }) => {
  complaints.allow(/status of 404/);
  await page.goto('/cn-north-1/instances/i-nosuchone1');
  await expect(page.getByText('There is no instance i-nosuchone1 here')).toBeVisible();
});

test.describe('in Chinese', () => {
  test.use({ locale: 'zh-CN' });

  test('the page has no English headings', async ({ page, cloud }) => {
    const { instanceId } = await cloud.plain('running');
    await page.goto(`/cn-north-1/instances/${instanceId}`);
    const headings = page.getByRole('heading', { level: 2 });
    await expect(headings.first()).toBeVisible();
    for (const text of await headings.allInnerTexts()) expect(text).toMatch(/\p{Script=Han}/u);
  });
});
