import { expect, test } from './fixtures.ts';
import { walkDialogs } from './keyboard.ts';

test('arrows and letters move between rows, Enter opens one', async ({ page, fleet }) => {
  await fleet.open();
  const names = await fleet.names();
  const link = (at: number) =>
    fleet
      .row(names[at] ?? '')
      .getByRole('link')
      .first();
  await page.keyboard.press('j');
  await expect(link(0)).toBeFocused();
  await page.keyboard.press('j');
  await page.keyboard.press('ArrowDown');
  await expect(link(2)).toBeFocused();
  await page.keyboard.press('k');
  await expect(link(1)).toBeFocused();
  await page.keyboard.press('End');
  await expect(link(names.length - 1)).toBeFocused();
  await page.keyboard.press('Home');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/instances\/i-/);
  await expect(page.getByRole('heading', { level: 1, name: names[0] })).toBeVisible();
});

test('Space selects, with Shift up to the row before', async ({ page, fleet }) => {
  await fleet.open();
  await page.keyboard.press('j');
  await page.keyboard.press('Space');
  await expect(fleet.bulk).toContainText('1 instance selected');
  for (const key of ['j', 'j', 'j', 'Shift+Space']) await page.keyboard.press(key);
  await expect(fleet.bulk).toContainText('4 instances selected');
  await page.keyboard.press('Space');
  await expect(fleet.bulk).toContainText('3 instances selected');
});

test('a full stop shows the actions of the row, Escape comes back to it', async ({
  page,
  fleet,
}) => {
  await fleet.open();
  const [name = ''] = await fleet.names();
  await page.keyboard.press('j');
  await page.keyboard.press('.');
  const menu = page.getByRole('menu', { name: `Actions on ${name}` });
  await expect(menu).toBeVisible();
  await page.keyboard.press('End');
  await expect(menu.getByRole('menuitem', { name: /^Delete/ })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(menu).toHaveCount(0);
  await expect(fleet.row(name).getByRole('button', { name: `Actions on ${name}` })).toBeFocused();
});

test('the key of an action starts it on the row', async ({ page, fleet, cloud }) => {
  const { instanceId } = await cloud.plain('running');
  await fleet.open(`?q=${instanceId}`);
  await page.keyboard.press('j');
  await page.keyboard.press('F2');
  await expect(page.getByRole('dialog', { name: /Rename/ })).toBeVisible();
});

test('an action that cannot be done can be read, and does nothing', async ({ fleet, cloud }) => {
  const { instanceId, instanceName } = await cloud.plain('running');
  await fleet.open(`?q=${instanceId}`);
  const menu = await fleet.menu(instanceName);
  const start = menu.getByRole('menuitem', { name: /^Start/ });
  await expect(start).toHaveAttribute('aria-disabled', 'true');
  await expect(start).toContainText('Already running.');
  await start.click({ force: true });
  await expect(menu).toBeVisible();
  expect(await cloud.calls('startInstance')).toEqual([]);
});

test('a slash goes to the search, what is typed there moves nothing, the down arrow leads to what was found', async ({
  page,
  fleet,
}) => {
  await fleet.open();
  await page.keyboard.press('/');
  await expect(fleet.search).toBeFocused();
  await page.keyboard.type('k8s');
  await expect(fleet.search).toHaveValue('k8s');
  await expect(fleet.search).toBeFocused();
  await expect(fleet.row('bastion-bj')).toHaveCount(0);
  // What the first letters found is not yet what was looked for.
  await expect(page).toHaveURL(/q=k8s/);
  const others = fleet.table.locator('[data-column=name]').filter({ hasNotText: 'k8s' });
  await expect(others).toHaveCount(0);
  await page.keyboard.press('ArrowDown');
  await expect(fleet.row('k8s-node-01').getByRole('link').first()).toBeFocused();
  await page.keyboard.press('/');
  await expect(fleet.search).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(fleet.search).toHaveValue('');
  // Pressed ahead of the search, the arrow waits for what it finds.
  await page.keyboard.type('bastion');
  await page.keyboard.press('ArrowDown');
  await expect(fleet.row('bastion-bj').getByRole('link').first()).toBeFocused();
});

test('a thousand rows on one page can be walked through', async ({ page, fleet, cloud }) => {
  await cloud.reset({ instances: 1000 });
  await fleet.open();
  await expect(fleet.tab('All')).toContainText('1,000');
  await page.getByRole('button', { name: 'All on one page' }).click();
  await expect(page).toHaveURL(/page=all/);
  expect((await fleet.names()).length).toBeLessThan(200);
  await fleet.table.getByRole('link').first().focus();
  await page.keyboard.press('End');
  await expect(page.locator('tr[data-row="999"] a').first()).toBeFocused();
  const last = (await fleet.names()).at(-1) ?? '';
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: last })).toBeVisible();
  await page.goBack();
  await expect(fleet.row(last).first()).toBeInViewport();
});

test('selects everything that matches, on whichever page it is', async ({ fleet, cloud }) => {
  await cloud.reset({ instances: 250 });
  await fleet.open();
  await expect(fleet.tab('All')).toContainText('250');
  await fleet.table.getByRole('checkbox', { name: 'Select the rows of this page' }).check();
  await expect(fleet.bulk).toContainText('100 instances selected');
  await fleet.bulk.getByRole('button', { name: 'Select all 250' }).click();
  await expect(fleet.bulk).toContainText('250 instances selected');
  await fleet.search.fill('k8s');
  await expect(fleet.bulk).toContainText(/of them not shown/);
});

test('every action on an instance opens, is walked through and closes by keyboard alone', async ({
  page,
  cloud,
  fleet,
}) => {
  const { instanceId, instanceName } = await cloud.plain(
    'running',
    ({ elasticIpAddress }) => !elasticIpAddress,
  );
  await fleet.open(`?q=${instanceId}`);
  await walkDialogs(page, fleet.trigger(instanceName), 10);
});
