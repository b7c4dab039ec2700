// Images, templates, key pairs and types without a pointer.
import { expect, test } from './fixtures.ts';
import { walkTo } from './keyboard.ts';

test.beforeEach(({ cloud }) => cloud.freeze());

for (const [list, name] of [
  ['images', 'golden-ubuntu-2004'],
  ['templates', 'burst-small'],
  ['keypairs', 'ops-2026'],
] as const) {
  test(`${list}: each dialog opens, is walked through and closes`, async ({ page }) => {
    await page.goto(`/cn-north-1/${list}`);
    const trigger = page.getByRole('button', { name: `Actions on ${name}` });
    const items = page.getByRole('menu').getByRole('menuitem');
    await trigger.focus();
    await page.keyboard.press('Enter');
    await expect(items.first()).toBeVisible();
    const open = page.getByRole('menuitem', { disabled: false }).filter({ hasText: '…' });
    const actions = (await open.allInnerTexts()).map((text) => text.split('…')[0] ?? '');
    expect(actions.length).toBeGreaterThan(2);
    await page.keyboard.press('Escape');
    for (const action of actions) {
      await expect(trigger).toBeFocused();
      await page.keyboard.press('Enter');
      await walkTo(page, items.filter({ hasText: new RegExp(`^${action}…`) }), 'ArrowDown', 20);
      await page.keyboard.press('Enter');
      const dialog = page.getByRole('dialog');
      const last = dialog.getByRole('button', { name: /^(Cancel|Close)$/ }).last();
      await expect(last, action).toBeVisible();
      await expect(dialog.locator('*:focus'), action).toHaveCount(1);
      // Behind the last of a dialog comes the browser's own frame, then the first again.
      await walkTo(page, last, 'Tab', 60);
      await page.keyboard.press('Enter');
      await expect(dialog, action).toHaveCount(0);
    }
  });
}

test('the form of a template is filled in, walked through and sent', async ({ page, cloud }) => {
  const { id } = await cloud.template('ci-runner');
  await page.goto(`/cn-north-1/templates/create?from=${id}`);
  const name = page.getByRole('textbox', { name: 'Name', exact: true });
  await expect(name).toBeVisible();
  await walkTo(page, name, 'Tab', 40);
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type('by-keyboard');
  // A choice is made with the arrows; everything else is passed on the way.
  const stops = page.getByRole('radio', { name: 'Keep charging' });
  await walkTo(page, page.getByRole('radio', { name: 'Stop charging' }), 'Tab', 120);
  await page.keyboard.press('ArrowLeft');
  await expect(stops).toBeChecked();
  await walkTo(page, page.getByRole('button', { name: 'Create template' }), 'Tab', 60);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'by-keyboard' })).toBeVisible();
  const { instanceTemplateData } = await cloud.template('by-keyboard');
  expect(instanceTemplateData).toMatchObject({ chargeOnStopped: 'keepCharging' });
});

test('types are chosen in the list, and compared', async ({ page }) => {
  await page.goto('/cn-north-1/instance-types?q=m.n4');
  await expect(page.locator('tbody tr').first()).toBeVisible();
  for (const key of ['j', 'Space', 'j', 'Space']) await page.keyboard.press(key);
  const bar = page.getByRole('region', { name: 'Actions' });
  await walkTo(page, bar.getByRole('button', { name: /^Compare/ }), 'Tab', 120);
  await page.keyboard.press('Enter');
  const table = page.getByRole('table');
  await expect(table.getByRole('columnheader')).toHaveCount(3);
  await walkTo(page, page.getByRole('combobox'), 'Tab', 40);
  await page.keyboard.type('g.n4.large');
  await page.keyboard.press('Enter');
  await expect(table.getByRole('columnheader', { name: 'g.n4.large' })).toBeVisible();
  await walkTo(page, page.getByRole('checkbox', { name: 'Only differences' }), 'Tab', 10);
  const rows = await table.getByRole('row').count();
  await page.keyboard.press('Space');
  await expect.poll(() => table.getByRole('row').count()).toBeLessThan(rows);
  await walkTo(page, table.getByRole('button').last(), 'Tab', 20);
  await page.keyboard.press('Enter');
  await expect(table.getByRole('columnheader')).toHaveCount(3);
});
