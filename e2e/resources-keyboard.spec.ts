// Images, templates, key pairs and types without a pointer.
import { expect, test } from './fixtures.ts';
import { walkDialogs, walkTo } from './keyboard.ts';

/** Made by ssh-keygen for these tests; nobody holds the private half. */
const publicKey =
  'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIP6peWpaGxwm3oLmoLmzuAS4cy6oXorqwKU+Umm5i0GM li.wei@laptop';

test.beforeEach(({ cloud }) => cloud.freeze());

for (const [list, name] of [
  ['images', 'golden-ubuntu-2004'],
  ['templates', 'burst-small'],
  ['keypairs', 'ops-2026'],
] as const) {
  test(`${list}: each dialog opens, is walked through and closes`, async ({ page }) => {
    await page.goto(`/cn-north-1/${list}`);
    const trigger = page.getByRole('button', { name: `Actions on ${name}` });
    await walkDialogs(page, trigger, 3);
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

  // And on to what it differs in from another.
  const more = page.getByRole('button', { name: 'More actions on by-keyboard' });
  await walkTo(page, more, 'Tab', 40);
  await page.keyboard.press('Enter');
  await walkTo(page, page.getByRole('menuitem', { name: 'Compare' }), 'ArrowDown', 12);
  await page.keyboard.press('Enter');
  const second = page.getByRole('combobox', { name: 'Second' });
  await walkTo(page, second, 'Tab', 40);
  await page.keyboard.type('burst');
  await page.keyboard.press('Enter');
  const fields = page.getByRole('table', { name: 'Compare' });
  await expect(fields.getByRole('columnheader', { name: 'burst-small' })).toBeVisible();
  await expect(second).toBeFocused();
  await walkTo(page, page.getByRole('button', { name: 'Swap' }), 'Tab', 10);
  await page.keyboard.press('Enter');
  await expect(fields.getByRole('columnheader').nth(1)).toHaveText('burst-small');
  await walkTo(page, page.getByRole('checkbox', { name: 'Only differences' }), 'Shift+Tab', 12);
});

test('an image is imported, its task looked at, and another exported', async ({ page, cloud }) => {
  const bucket = 'https://bucket.s3.cn-north-1.jdcloud-oss.com';
  await page.goto('/cn-north-1/images');
  await walkTo(page, page.getByRole('link', { name: 'Import an image' }), 'Tab', 40);
  await page.keyboard.press('Enter');
  await walkTo(page, page.getByLabel('Link to the file'), 'Tab', 40);
  await page.keyboard.type(`${bucket}/a.qcow2`);
  await walkTo(page, page.getByLabel('Platform'), 'Tab', 20);
  await page.keyboard.type('Ubuntu');
  await walkTo(page, page.getByRole('radio', { name: 'BIOS' }), 'Tab', 20);
  await page.keyboard.press('ArrowRight');
  await walkTo(page, page.getByLabel('Name', { exact: true }), 'Tab', 20);
  await page.keyboard.type('by-keyboard');
  await walkTo(page, page.getByRole('button', { name: 'Import', exact: true }), 'Tab', 20);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('link', { name: 'by-keyboard', exact: true })).toBeVisible();

  const trigger = page.getByRole('button', { name: 'Actions on golden-ubuntu-2004' });
  await walkTo(page, trigger, 'Tab', 120);
  await page.keyboard.press('Enter');
  await walkTo(page, page.getByRole('menuitem', { name: 'Export' }), 'ArrowDown', 12);
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog');
  await walkTo(page, dialog.getByLabel('Bucket'), 'Tab', 12);
  await page.keyboard.type(bucket);
  await walkTo(page, dialog.getByLabel('Service role'), 'Tab', 12);
  await page.keyboard.type('exporter');
  await page.keyboard.press('Enter');
  await expect(dialog).toHaveCount(0);
  await expect(trigger).toBeFocused();

  await walkTo(page, page.getByRole('link', { name: 'All tasks' }), 'Shift+Tab', 120);
  await page.keyboard.press('Enter');
  const failed = page.getByRole('button', { name: /^Failed/ });
  await walkTo(page, failed, 'Tab', 60);
  await page.keyboard.press('Enter');
  await expect(page.locator('tbody tr')).toHaveCount(1);
  for (const key of ['j', '.']) await page.keyboard.press(key);
  await walkTo(page, page.getByRole('menuitem', { name: 'Import again' }), 'ArrowDown', 12);
  await page.keyboard.press('Enter');
  await expect(page.getByLabel('Link to the file')).not.toHaveValue('');
  const [call] = await cloud.calls('importImage');
  expect(call?.input).toMatchObject({ platform: 'Ubuntu', bootMode: 'uefi' });
  expect(await cloud.calls('exportImage')).toHaveLength(1);
});

test('key pairs are imported, created and attached, and the focus comes back', async ({
  page,
  cloud,
}) => {
  const { instanceId } = await cloud.plain(
    'running',
    ({ keyNames, osType }) => osType === 'linux' && !keyNames?.length,
  );
  await page.goto('/cn-north-1/keypairs');
  const dialog = page.getByRole('dialog');
  const load = page.getByRole('button', { name: 'Import public key' });
  await walkTo(page, load, 'Tab', 40);
  await page.keyboard.press('Enter');
  await walkTo(page, dialog.getByLabel('Name'), 'Tab', 12);
  await page.keyboard.type('carried');
  await walkTo(page, dialog.getByLabel('Public key'), 'Tab', 12);
  await page.keyboard.type(publicKey);
  await walkTo(page, dialog.getByRole('button', { name: 'Import public key' }), 'Tab', 12);
  await page.keyboard.press('Enter');
  await expect(dialog).toHaveCount(0);
  await expect(load).toBeFocused();

  const create = page.getByRole('button', { name: 'Create key pair' });
  await walkTo(page, create, 'Tab', 4);
  await page.keyboard.press('Enter');
  await expect(dialog.getByLabel('Name')).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  await expect(create).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(dialog.getByLabel('Name')).toBeFocused();
  await page.keyboard.type('made');
  await page.keyboard.press('Enter');
  await expect(dialog.getByRole('button', { name: 'Download .pem' })).toBeFocused();
  await walkTo(page, dialog.getByRole('button', { name: 'Show key' }), 'Tab', 12);
  await page.keyboard.press('Enter');
  await walkTo(page, dialog.getByLabel('I have saved the private key'), 'Tab', 12);
  await page.keyboard.press('Space');
  await walkTo(page, dialog.getByRole('button', { name: 'Close' }), 'Tab', 12);
  await page.keyboard.press('Enter');
  await expect(dialog).toHaveCount(0);
  await expect(create).toBeFocused();

  const trigger = page.getByRole('button', { name: 'Actions on made' });
  await walkTo(page, trigger, 'Tab', 120);
  await page.keyboard.press('Enter');
  await walkTo(page, page.getByRole('menuitem', { name: 'Attach' }), 'ArrowDown', 12);
  await page.keyboard.press('Enter');
  await walkTo(page, dialog.getByRole('combobox', { name: 'Instances' }), 'Tab', 12);
  await page.keyboard.type(instanceId);
  await expect(dialog.getByRole('option')).toHaveCount(1);
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
  await walkTo(page, dialog.getByRole('button', { name: 'Attach to 1 instance' }), 'Tab', 12);
  await page.keyboard.press('Enter');
  await expect(dialog).toHaveCount(0);
  await expect(trigger).toBeFocused();
  for (const operation of ['importKeypair', 'createKeypair', 'attachKeypair']) {
    expect(await cloud.calls(operation), operation).toHaveLength(1);
  }
});

test('types are chosen in the list, compared, and one is taken', async ({ page }) => {
  await page.goto('/cn-north-1/instance-types?q=m.n4');
  await expect(page.locator('tbody tr').first()).toBeVisible();
  for (const key of ['j', 'Space', 'j', 'Space']) await page.keyboard.press(key);
  const bar = page.getByRole('region', { name: 'Actions' });
  await walkTo(page, bar.getByRole('button', { name: /^Compare/ }), 'Tab', 120);
  await page.keyboard.press('Enter');
  const table = page.getByRole('table');
  await expect(table.getByRole('columnheader')).toHaveCount(3);
  const add = page.getByRole('combobox');
  await walkTo(page, add, 'Tab', 40);
  await page.keyboard.type('g.n4.large');
  await page.keyboard.press('Enter');
  await expect(table.getByRole('columnheader', { name: 'g.n4.large' })).toBeVisible();
  await expect(add).toBeFocused();
  await walkTo(page, page.getByRole('checkbox', { name: 'Only differences' }), 'Tab', 10);
  const rows = await table.getByRole('row').count();
  await page.keyboard.press('Space');
  await expect.poll(() => table.getByRole('row').count()).toBeLessThan(rows);
  await walkTo(page, table.getByRole('button').first(), 'Tab', 20);
  await page.keyboard.press('Enter');
  await expect(table.getByRole('columnheader')).toHaveCount(3);
  await walkTo(
    page,
    table.getByRole('link', { name: 'Create an instance of it' }).last(),
    'Tab',
    40,
  );
  await page.keyboard.press('Enter');
  await expect(page.getByRole('radio', { name: 'g.n4.large', exact: true })).toBeChecked();
});
