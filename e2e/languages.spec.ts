import { expect, test } from './fixtures.ts';

const chinese = /[\p{Script=Han}，。：]/u;

test.describe('a browser that prefers Chinese', () => {
  test.use({ locale: 'zh-CN' });

  test('gets Chinese, can switch to English without a reload, and is remembered', async ({
    page,
    fleet,
  }) => {
    await page.goto('/cn-north-1/instances?q=web');
    await expect(page.getByRole('table', { name: '实例' })).toBeVisible();
    await expect(page.locator('html')).toHaveAttribute('lang', 'zh-CN');
    await page.evaluate(() => Object.assign(window, { sameDocument: true }));

    await page.getByRole('button', { name: '语言' }).click();
    await page.getByRole('menuitemradio', { name: 'English' }).click();
    await expect(fleet.table).toBeVisible();
    await expect(page.locator('html')).toHaveAttribute('lang', 'en-US');
    await expect(fleet.search).toHaveValue('web');
    expect(await page.evaluate(() => 'sameDocument' in window)).toBe(true);

    await page.reload();
    await expect(fleet.table).toBeVisible();
  });
});

test('an English page holds no Chinese but the languages’ own names', async ({ page, fleet }) => {
  await fleet.open();
  // What people have named in Chinese stays Chinese.
  await page.locator('tbody').evaluate((rows) => rows.remove());
  expect(await page.locator('body').innerText()).not.toMatch(chinese);
  await page.getByRole('button', { name: 'Language' }).click();
  await expect(page.getByRole('menuitemradio', { name: '中文' })).toBeVisible();
});

test('the words of a dialog and of a refusal change with the language', async ({ page, cloud }) => {
  await cloud.freeze();
  const [off] = await cloud.instances({ status: 'stopped' });
  await page.goto(`/cn-north-1/instances?q=${off?.instanceId}`);
  await page.getByRole('button', { name: 'Language' }).click();
  await page.getByRole('menuitemradio', { name: '中文' }).click();
  await page.getByRole('row').nth(1).getByRole('button').click();
  const menu = page.getByRole('menu');
  await expect(menu.getByRole('menuitem', { name: /^停止/ })).toContainText('已处于“已停止”状态。');
  await menu.getByRole('menuitem', { name: /^删除/ }).click();
  await expect(page.getByRole('dialog')).toContainText(chinese);
});
