import type { Page } from '@playwright/test';
import { expectAccessible } from './accessibility.ts';
import { Cloud } from './cloud.ts';
import { expect, test as base } from './fixtures.ts';
import { Fleet } from './list-page.ts';
import { type Server, startConsoleIn, startSimulator } from './server.ts';
import { homeWith, keys, linkOf } from './vendor-cli.ts';

const work = { accessKey: 'WORKACCESSKEY0000001', secretKey: 'secret-of-work' };
const spare = { accessKey: 'SPAREACCESSKEY000002', secretKey: 'secret-of-spare' };

async function stop(page: Page, name: string): Promise<void> {
  await new Fleet(page).act(name, 'Stop');
  const dialog = page.getByRole('dialog', { name: `Stop ${name}?` });
  await dialog.getByRole('button', { name: 'Stop', exact: true }).click();
}

/** A console with two profiles, each of which leads to a cloud of its own. */
const test = base.extend<{ clouds: { work: Server; spare: Server }; console_: Server }>({
  // oxlint-disable-next-line no-empty-pattern -- Playwright reads the fixtures wanted from the pattern
  clouds: async ({}, use) => {
    const [one, other] = await Promise.all([
      startSimulator('--seed', 'one', '--instances', '8', ...keys(work)),
      startSimulator('--seed', 'other', '--instances', '8', ...keys(spare)),
    ]);
    await use({ work: one, spare: other });
    await Promise.all([one.stop(), other.stop()]);
  },

  console_: async ({ clouds, context }, use, { outputDir }) => {
    const home = homeWith(outputDir, {
      work: { ...work, at: clouds.work },
      spare: { ...spare, at: clouds.spare, region: 'cn-east-2' },
    });
    const profiles = ['--profile', 'work', '--profile', 'spare'];
    const console_ = await startConsoleIn(home, '--cloud', 'jdcloud', ...profiles, '--audit', '-');
    await use(console_);
    // What a page still reads must not find the server gone.
    await Promise.all(context.pages().map((page) => page.close()));
    await console_.stop();
  },
});

test('several profiles, one at a time: nothing of one is shown, remembered or sent under another', async ({
  page,
  context,
  playwright,
  clouds,
  console_,
  complaints,
}) => {
  complaints.allow(/status of 401/);
  const request = await playwright.request.newContext({ baseURL: clouds.work.address });
  const fleet = new Fleet(page);
  await page.goto(linkOf(console_));
  const account = (name: string) => page.getByRole('button', { name: `Account: ${name}` });
  await expect(account('work')).toBeVisible();
  const running = fleet.table.getByRole('row').filter({ hasText: 'Running' });
  const link = running.first().locator('[data-column=name]').getByRole('link');
  const second = await running.nth(1).locator('[data-column=name]').innerText();
  const name = await link.innerText();
  // The fleets are alike but for the ids.
  const ofWork = `a[href="${await link.getAttribute('href')}"]`;
  await stop(page, name);
  await expect(page.getByRole('button', { name: '1 in progress' })).toBeVisible();

  // A second page, which will find that the account has changed under it.
  const other = await context.newPage();
  await other.goto(`${console_.address}cn-north-1/instances`);
  await expect(other.locator(ofWork)).toBeVisible();
  await page.bringToFront();

  await account('work').click();
  const menu = page.getByRole('menu', { name: 'Account:' });
  await expect(menu.getByRole('menuitemradio', { name: 'work' })).toBeChecked();
  await menu.getByRole('menuitemradio', { name: 'spare' }).click();
  await expect(account('spare')).toBeVisible();
  await expect(page).toHaveURL(`${console_.address}cn-east-2/instances`);
  await page.goto(`${console_.address}cn-north-1/instances`);
  await expect(fleet.table.getByRole('link').first()).toBeVisible();
  await expect(fleet.table.locator(ofWork)).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Activity', exact: true })).toBeVisible();
  await page.goto(`${console_.address}cn-north-1/activity`);
  await expect(page.getByText('Nothing has been started here yet')).toBeVisible();

  // It looks after what is changing, and is refused.
  await other.bringToFront();
  const changed = other.getByRole('dialog', { name: 'Another account is in use now' });
  await expect(changed).toContainText('this browser now uses spare');
  await changed.getByRole('button', { name: 'Go on with work' }).click();
  await expect(changed).toHaveCount(0);
  await stop(other, second);
  const calls = () => new Cloud(request).calls('stopInstance');
  await expect.poll(async () => (await calls()).map(({ code }) => code)).toEqual([200, 200]);

  // Which profile a write was made with is noted.
  const noted = console_.said().match(/^\{.*"from":"127.0.0.1","operation":.*$/gm);
  expect(noted?.map((line) => JSON.parse(line))).toMatchObject([
    { operation: 'stopInstance', who: 'WORK…0001', profile: 'work', outcome: 'done' },
    { operation: 'stopInstance', profile: 'work', outcome: 'done' },
  ]);
  await request.dispose();
});

test.describe('in Chinese', () => {
  test.use({ locale: 'zh-CN' });

  test('the menu of accounts is accessible', async ({ page, console_ }) => {
    await page.goto(linkOf(console_));
    await page.locator('header button', { hasText: 'work' }).click();
    await expect(page.getByRole('menu')).toContainText('spare');
    await expectAccessible(page, 'the menu of accounts');
  });
});
