import { expectAccessible, expectDialogsAccessible } from './accessibility.ts';
import { expect, test } from './fixtures.ts';

test.describe('in Chinese', () => {
  test.use({ locale: 'zh-CN' });

  test.beforeEach(({ cloud }) => cloud.freeze());

  test('the lists, an image and its parts', async ({ page, cloud }) => {
    await page.goto('/cn-north-1/images');
    await expect(page.locator('tbody tr').first()).toBeVisible();
    await expectAccessible(page, 'private images');
    await page.locator('tbody [data-menu-button]').first().click();
    await expect(page.getByRole('menu')).toBeVisible();
    await expectAccessible(page, 'menu');
    await page.keyboard.press('Escape');
    await page.goto('/cn-north-1/images?source=public');
    await expect(page.locator('tbody tr').first()).toBeVisible();
    await expectAccessible(page, 'official images');
    const { imageId } = await cloud.image('golden-ubuntu-2004');
    for (const part of ['', '/sharing', '/activity', '/json']) {
      await page.goto(`/cn-north-1/images/${imageId}${part}`);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      await expectAccessible(page, `image${part}`);
    }
    const official = await cloud.image('CentOS 6.9 64位', { source: 'public' });
    await page.goto(`/cn-north-1/images/${official.imageId}/constraints`);
    await expect(page.getByRole('table')).toBeVisible();
    await expectAccessible(page, 'constraints');
  });

  test('the dialogs', async ({ page, cloud }) => {
    const { imageId } = await cloud.image('order-api-20261120');
    await cloud.write(`/images/${imageId}:release`);
    await page.goto('/cn-north-1/images?q=golden-ubuntu');
    await expectDialogsAccessible(page, page.locator('tbody [data-menu-button]'), [
      'copyImages',
      'exportImage',
      'shareImage',
      'unShareImage',
      'releaseImage',
      'modifyImageAttribute',
    ]);
    for (const [query, action] of [
      ['source=community&q=order-api', 'unReleaseImage'],
      ['q=vault', 'deleteImage'],
    ] as const) {
      await page.goto(`/cn-north-1/images?${query}`);
      await page.locator('tbody [data-menu-button]').click();
      await page.locator(`[role=menuitem][data-action=${action}]`).click();
      await expect(page.getByRole('dialog')).toBeVisible();
      await expectAccessible(page, action);
    }
  });

  test('the import form, with its faults, and the tasks', async ({ page }) => {
    await page.goto('/cn-north-1/images/import');
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expectAccessible(page, 'import');
    await page.locator('button[type=submit]').click();
    await expect(page.locator('[aria-invalid=true]').first()).toBeVisible();
    await expectAccessible(page, 'faults');
    await page.goto('/cn-north-1/images/tasks');
    await expect(page.locator('tbody tr').first()).toBeVisible();
    await expectAccessible(page, 'tasks');
  });
});
