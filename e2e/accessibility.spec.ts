import { expectAccessible, expectDialogsAccessible } from './accessibility.ts';
import { expect, test } from './fixtures.ts';

test.describe('in Chinese', () => {
  test.use({ locale: 'zh-CN' });

  test.beforeEach(async ({ cloud }) => {
    // Few rows: axe looks at every one.
    await cloud.reset({ instances: 12 });
    await cloud.freeze();
  });

  test('the list, its menu, its filter form and its selection', async ({ page }) => {
    await page.goto('/cn-north-1/instances');
    const rows = page.locator('tbody tr');
    await expect(rows.first()).toBeVisible();
    await expectAccessible(page, 'list');

    await rows.first().locator('[data-menu-button]').click();
    await expect(page.getByRole('menu')).toBeVisible();
    await expectAccessible(page, 'menu');
    await page.keyboard.press('Escape');

    await rows.nth(0).getByRole('checkbox').check();
    await rows.nth(1).getByRole('checkbox').check();
    await expectAccessible(page, 'selection');

    const forms = page.locator('main [aria-haspopup=dialog]');
    for (const [form, button] of [
      ['views', forms.first()],
      ['filter form', forms.last()],
    ] as const) {
      await button.click();
      await expect(page.getByRole('dialog')).toBeVisible();
      await expectAccessible(page, form);
      await page.keyboard.press('Escape');
    }
  });

  test('the list without matches, without instances, and in trouble', async ({
    page,
    cloud,
    complaints,
  }) => {
    complaints.allow(/status of 500/);
    await page.goto('/cn-north-1/instances?q=no-such-machine');
    await expect(page.getByRole('heading', { level: 2 })).toBeVisible();
    await expectAccessible(page, 'no match');
    await cloud.reset({ instances: 0 });
    await page.goto('/cn-north-1/instances');
    await expect(page.getByRole('heading', { level: 2 })).toBeVisible();
    await expectAccessible(page, 'empty');
    await cloud.order({ kind: 'error', operation: 'describeInstances', times: 0 });
    await page.reload();
    await expect(page.getByRole('alert')).toBeVisible();
    await expectAccessible(page, 'error');
  });

  test('the dialogs', async ({ page, cloud }) => {
    const { instanceId } = await cloud.plain('running');
    await page.goto(`/cn-north-1/instances?q=${instanceId}`);
    await expectDialogsAccessible(page, page.locator('tbody [data-menu-button]'), [
      'stopInstance',
      'rebootInstance',
      'modifyInstanceAttribute',
      'deleteInstance',
    ]);
  });

  test('the plan and the run of a bulk action', async ({ page }) => {
    await page.goto('/cn-north-1/instances');
    const head = page.locator('thead').getByRole('checkbox');
    await head.check();
    await page.locator('button[data-action=stopInstance]').click();
    const dialog = page.getByRole('dialog');
    await expect(dialog).toBeVisible();
    await expectAccessible(page, 'plan');
    await dialog.locator('button[type=submit]').click();
    await expect(dialog.locator('[data-phase]').first()).toBeVisible();
    await expectAccessible(page, 'run');
  });

  test('the dialogs that change several', async ({ page }) => {
    await page.goto('/cn-north-1/instances');
    await page.locator('thead').getByRole('checkbox').check();
    const dialog = page.getByRole('dialog');
    const stop = page.locator('button[data-action=stopInstance]');
    const bulk = page.locator('section').filter({ has: stop });
    for (const action of ['modifyInstancePassword', 'resizeInstance']) {
      await bulk.locator('[aria-haspopup=menu]').click();
      await page.locator(`[role=menuitem][data-action=${action}]`).click();
      await expect(dialog.locator('button[type=submit]')).toBeVisible();
      await expectAccessible(page, action);
      await page.keyboard.press('Escape');
      await expect(dialog).toHaveCount(0);
    }
  });

  test('the overview', async ({ page }) => {
    await page.goto('/cn-north-1');
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expectAccessible(page, 'overview');
  });

  test('the page of an instance, part by part', async ({ page, cloud }) => {
    const { instanceId } = await cloud.plain('running');
    for (const part of ['', '/disks', '/network', '/activity', '/json']) {
      await page.goto(`/cn-north-1/instances/${instanceId}${part}`);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      await expectAccessible(page, `instance${part}`);
    }
  });

  test('the tray, the activity and the palette, with something in them', async ({
    page,
    cloud,
    complaints,
  }) => {
    complaints.allow(/status of 4\d\d/);
    const { instanceId } = await cloud.stopped();
    await page.goto(`/cn-north-1/instances?q=${instanceId}`);
    await cloud.order({ kind: 'out-of-stock', operation: 'startInstance' });
    await page.locator('tbody [data-menu-button]').click();
    await page.locator('[role=menuitem][data-action=startInstance]').click();
    await page.getByRole('banner').locator('[aria-haspopup=dialog]').last().click();
    await expect(page.getByRole('dialog').locator('[data-status=failed]')).toBeVisible();
    await expectAccessible(page, 'tray');
    await page.goto('/cn-north-1/activity');
    await expect(page.locator('tbody tr')).toHaveCount(1);
    await expectAccessible(page, 'activity');
    await page.keyboard.press('Control+k');
    await expect(page.getByRole('option').first()).toBeVisible();
    await expectAccessible(page, 'palette');
  });

  test('a screen, and one that is refused', async ({ page, cloud, complaints }) => {
    complaints.allow(/status of 4\d\d/);
    const off = await cloud.stopped();
    await page.goto(`/cn-north-1/instances/${off.instanceId}/vnc`);
    await expect(page.getByRole('alert').first()).toBeVisible();
    await expectAccessible(page, 'refused screen');
    const { instanceId } = await cloud.plain('running');
    await page.goto(`/cn-north-1/instances/${instanceId}/vnc`);
    await expect(page.locator('#ctrl-alt-del')).toBeEnabled();
    await expectAccessible(page, 'screen');
  });

  test('a page that does not exist', async ({ page }) => {
    await page.goto('/cn-north-1/no-such-page');
    await expect(page.getByRole('link', { name: /.+/ }).last()).toBeVisible();
    await expectAccessible(page, 'not found');
  });
});
