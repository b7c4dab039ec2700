import { readFile } from 'node:fs/promises';
import { expect, test } from './fixtures.ts';

test('shows the fleet of the region, in several statuses', async ({ page, cloud, fleet }) => {
  await cloud.freeze();
  await fleet.open();
  await expect(page).toHaveTitle(/Instances/);
  await expect(fleet.tab('All')).toContainText('60');
  const instances = await cloud.instances();
  for (const { instanceName } of instances.slice(0, 5)) {
    await expect(fleet.row(instanceName).first()).toBeVisible();
  }
  await expect(fleet.table).toContainText('Running');
  await expect(fleet.table).toContainText('Stopped');
  await expect(page.getByText('Simulator', { exact: true })).toBeVisible();
});

test('finds by name, keeps that in the address, and Back undoes it', async ({ page, fleet }) => {
  await fleet.open();
  await fleet.tab('Running').click();
  await expect(page).toHaveURL(/tab=running/);
  await fleet.search.fill('k8s');
  await expect(page).toHaveURL(/q=k8s/);
  await expect.poll(async () => (await fleet.names()).every((n) => n.includes('k8s'))).toBe(true);
  const found = await fleet.names();
  expect(found.length).toBeGreaterThan(1);

  await fleet
    .row(found[0] ?? '')
    .getByRole('link')
    .first()
    .click();
  await expect(page).toHaveURL(/\/instances\/i-/);
  await page.goBack();
  await expect(fleet.search).toHaveValue('k8s');
  expect(await fleet.names()).toEqual(found);
  await page.goBack();
  await expect(fleet.tab('All')).toHaveAttribute('aria-pressed', 'true');
});

test('a pasted address shows the same list', async ({ page, context, fleet }) => {
  await fleet.open('?q=web&sort=-name&tab=running');
  const names = await fleet.names();
  expect(names.length).toBeGreaterThan(1);
  expect(names).toEqual(names.toSorted((a, b) => b.localeCompare(a, 'en')));

  const elsewhere = await context.newPage();
  await elsewhere.goto(page.url());
  const table = elsewhere.getByRole('table', { name: 'Instances' });
  await expect(table.getByRole('link').first()).toBeVisible();
  expect(await table.locator('[data-column=name]').allInnerTexts()).toEqual(names);
});

test('an address that makes no sense still shows the list', async ({ fleet }) => {
  await fleet.open('?sort=nonsense&page=-3&tab=none&f=no:such:filter');
  await expect(fleet.tab('All')).toHaveAttribute('aria-pressed', 'true');
});

test('sorts by a column, both ways', async ({ page, fleet }) => {
  await fleet.open();
  const head = page.getByRole('columnheader', { name: 'Name' });
  await expect(head).toHaveAttribute('aria-sort', 'ascending');
  const first = (await fleet.names())[0];
  await head.getByRole('button').click();
  await expect(head).toHaveAttribute('aria-sort', 'descending');
  await expect(page).toHaveURL(/sort=-name/);
  await expect.poll(async () => (await fleet.names())[0]).not.toBe(first);
});

test('a filter is a chip that can be taken away', async ({ page, fleet }) => {
  await fleet.open();
  await page.getByRole('button', { name: 'Filter', exact: true }).click();
  const form = page.getByRole('dialog', { name: 'Add a filter' });
  await form.getByRole('button', { name: 'Zone' }).click();
  await form.getByRole('checkbox').first().check();
  await form.getByRole('button', { name: 'Apply' }).click();
  await expect(page).toHaveURL(/f=zone/);
  const zones = await fleet.table.locator('[data-column=zone]').allInnerTexts();
  expect(new Set(zones).size).toBe(1);
  expect(zones.length).toBeLessThan(60);
  await page.getByRole('button', { name: /^Remove the filter/ }).click();
  await expect(page).not.toHaveURL(/f=zone/);
});

test('chosen columns are remembered', async ({ page, fleet }) => {
  await fleet.open();
  await expect(page.getByRole('columnheader', { name: 'VPC' })).toHaveCount(0);
  await page.getByRole('button', { name: 'Columns' }).click();
  await page.getByRole('checkbox', { name: 'VPC' }).check();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('columnheader', { name: 'VPC' })).toBeVisible();
  await page.reload();
  await expect(page.getByRole('columnheader', { name: 'VPC' })).toBeVisible();
});

test('groups under headings that fold and select', async ({ page, fleet }) => {
  await fleet.open();
  const names = fleet.table.locator('[data-column=name]');
  const widthOfNames = async () => (await names.first().boundingBox())?.width;
  const width = await widthOfNames();
  await page.getByRole('button', { name: 'Group', exact: true }).click();
  await page.getByRole('menuitemradio', { name: 'Tag team' }).click();
  await expect(page).toHaveURL(/group=tag%3Ateam/);
  // Headings take no room from the names.
  expect(await widthOfNames()).toBe(width);
  const web = fleet.table.getByRole('button', { name: /^web \d+$/ });
  const rows = async () => (await fleet.names()).length;
  const all = await rows();
  const inWeb = Number(/\d+$/.exec(await web.innerText())?.[0]);
  await fleet.table.getByRole('checkbox', { name: 'Select the group web' }).check();
  await expect(fleet.bulk).toContainText(`${inWeb} instances selected`);
  await web.click();
  await expect(web).toHaveAttribute('aria-expanded', 'false');
  await expect.poll(rows).toBe(all - inWeb);
  await page.reload();
  await expect(web).toHaveAttribute('aria-expanded', 'true');
  // Headings are no rows to the keyboard: the last row before one is next to the first behind it.
  await fleet.table.getByRole('link').first().focus();
  for (let at = 1; at < all; at += 1) await page.keyboard.press('ArrowDown');
  await expect(fleet.table.getByRole('row').last().getByRole('link').first()).toBeFocused();
});

test('a search is saved as a view, found in the palette, and taken away', async ({
  page,
  fleet,
}) => {
  await fleet.open('?q=gitlab&group=zone');
  const views = page.getByRole('dialog', { name: 'Views' });
  await page.getByRole('button', { name: 'Views' }).click();
  await page.getByRole('textbox', { name: 'Name of this view' }).fill('CI machines');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'CI machines' })).toBeVisible();
  await fleet.open();
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox').fill('ci mach');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/q=gitlab&group=zone/);
  await fleet.open();
  await page.getByRole('button', { name: 'Views' }).click();
  await views.getByRole('link', { name: 'CI machines' }).click();
  await expect(fleet.search).toHaveValue('gitlab');
  await page.getByRole('button', { name: 'CI machines' }).click();
  await views.getByRole('button', { name: 'Remove the view CI machines' }).click();
  await expect(views.getByRole('link')).toHaveCount(0);
});

test('a selection survives paging and searching', async ({ page, cloud, fleet }) => {
  await cloud.reset({ instances: 250 });
  await fleet.open();
  const [first = ''] = await fleet.names();
  await fleet.table.getByRole('checkbox').nth(1).check();
  await page.getByRole('button', { name: 'Next page' }).click();
  await expect(page).toHaveURL(/page=2/);
  await expect.poll(async () => (await fleet.names())[0]).not.toBe(first);
  await fleet.table.getByRole('checkbox').nth(1).check();
  await expect(fleet.bulk).toContainText('2 instances selected');
  await page.goBack();
  await expect(fleet.table.getByRole('checkbox').nth(1)).toBeChecked();
  await fleet.bulk.getByRole('button', { name: 'Clear' }).click();
  await expect(fleet.bulk).toHaveCount(0);
});

test('exports what is shown', async ({ page, fleet }) => {
  await fleet.open('?q=web');
  const names = await fleet.names();
  await page.getByRole('button', { name: 'Export' }).click();
  const download = page.waitForEvent('download');
  await page.getByRole('menuitem', { name: /CSV/ }).click();
  const file = await download;
  expect(file.suggestedFilename()).toMatch(/instances.*\.csv$/);
  const [head = '', ...rows] = (await readFile(await file.path(), 'utf8')).trim().split(/\r?\n/);
  expect(head).toContain('Name');
  expect(rows).toHaveLength(names.length);
  for (const name of names) expect(rows.some((row) => row.includes(name))).toBe(true);
});

test('says so when nothing matches, and how to get back', async ({ page, fleet }) => {
  await fleet.open();
  await fleet.search.fill('no-such-machine');
  await expect(page.getByText('Nothing matches')).toBeVisible();
  await page.getByRole('button', { name: 'Clear search and filters' }).click();
  await expect(fleet.tab('All')).toContainText('60');
  await expect(fleet.table).toBeVisible();
});

test('says so when there is nothing at all', async ({ page, cloud }) => {
  await cloud.reset({ instances: 0 });
  await page.goto('/cn-north-1/instances');
  await expect(page.getByText(/^No instances in .* yet$/)).toBeVisible();
});

test('another region is another fleet, at its own address', async ({ page, fleet }) => {
  await fleet.open();
  await page.getByRole('button', { name: /^Region:/ }).click();
  await page.getByRole('menuitemradio', { name: /cn-east-2/ }).click();
  await expect(page).toHaveURL(/\/cn-east-2\/instances$/);
  await expect(page.getByRole('button', { name: /^Region:.*cn-east-2/ })).toBeVisible();
});

test('what changes in the cloud turns up without reloading', async ({ cloud, fleet }) => {
  await cloud.freeze();
  const [changing] = await cloud.instances({ status: 'pending' });
  const name = changing?.instanceName ?? '';
  await fleet.open(`?q=${name}`);
  await expect(fleet.status(name)).toContainText('Creating');
  await cloud.advance(600_000);
  await expect(fleet.status(name)).toContainText('Running');
});
