import { expect, test } from './fixtures.ts';

const longEnough = 600_000;
const bucket = 'https://bucket.s3.cn-north-1.jdcloud-oss.com';

test.beforeEach(({ cloud }) => cloud.freeze());

test('imports an image with all its fields and shows how it goes', async ({
  page,
  cloud,
  images,
}) => {
  await images.open();
  await page.getByRole('link', { name: 'Import an image' }).click();
  await expect(page.getByRole('heading', { name: 'Before you begin' })).toBeVisible();
  await page.getByLabel('Link to the file').fill(`${bucket}/rocky.qcow2?sign=secret`);
  await page.getByLabel('System disk').fill('60');
  await page.getByLabel('Platform').selectOption('Other Linux');
  await page.getByLabel('Version').fill('9.4');
  await page.getByText('UEFI', { exact: true }).click();
  await page.getByRole('button', { name: 'Add a data disk' }).click();
  const disk = page.getByRole('group', { name: 'Data disk 1' });
  await disk.getByLabel('Link to the file').fill(`${bucket}/data.raw`);
  await disk.getByText('RAW', { exact: true }).click();
  await disk.getByLabel('Size').fill('100');
  await page.getByLabel('Name', { exact: true }).fill('rocky-94');
  await page.getByRole('textbox', { name: 'Description' }).fill('Minimal');
  await page.getByRole('button', { name: 'Import', exact: true }).click();

  const panel = page.getByRole('region', { name: 'Imports and exports' });
  await expect(panel).toContainText('1 unfinished, 1 failed');
  const bar = panel.getByRole('progressbar', { name: 'Progress of rocky-94' });
  await expect(bar).toHaveAttribute('aria-valuenow', '0');
  await cloud.advance(50_000);
  await expect(bar).not.toHaveAttribute('aria-valuenow', '0');
  await expect(images.row('rocky-94')).toContainText('Creating');
  await expect(page.getByRole('button', { name: '1 in progress' })).toBeVisible();
  await cloud.advance(longEnough);
  await expect(images.row('rocky-94')).toContainText('Available');
  await expect(panel).not.toContainText('rocky-94');
  await expect(page.getByRole('button', { name: 'in progress' })).toHaveCount(0);

  const [call] = await cloud.calls('importImage');
  expect(call?.code).toBe(200);
  expect(call?.input).toMatchObject({
    imageName: 'rocky-94',
    platform: 'Other Linux',
    osType: 'linux',
    osVersion: '9.4',
    architecture: 'x86_64',
    bootMode: 'uefi',
    diskFormat: 'qcow2',
    systemDiskSizeGB: 60,
    description: 'Minimal',
  });
  expect(call?.input['clientToken']).toBeTruthy();
  const kept = await page.evaluate(() => JSON.stringify([localStorage, sessionStorage]));
  expect(kept).not.toContain('sign=secret');
});

test('what is wrong with the form is said before anything is sent', async ({ page, cloud }) => {
  await page.goto('/cn-north-1/images/import');
  await page.getByRole('button', { name: 'Import', exact: true }).click();
  await expect(page.getByRole('link', { name: 'Link to the file' })).toBeVisible();
  const link = page.getByLabel('Link to the file');
  await expect(link).toBeFocused();
  await link.fill('https://bucket.s3.cn-east-2.jdcloud-oss.com/a.qcow2');
  await expect(page.getByText('The bucket is in cn-east-2')).toBeVisible();
  await link.fill(`${bucket}/a.vmdk`);
  await expect(page.getByText('not that of a qcow2 file')).toBeVisible();
  await page.getByLabel('System disk').fill('45');
  await page.getByLabel('Name', { exact: true }).fill('has space');
  await page.getByRole('button', { name: 'Import', exact: true }).click();
  await expect(page.getByRole('complementary').getByRole('link')).toHaveCount(3);
  expect(await cloud.calls('importImage')).toEqual([]);
});

test('an import that fails tells why, and can be asked for again', async ({ page, cloud }) => {
  await page.goto('/cn-north-1/images/import');
  await page.getByLabel('Link to the file').fill(`${bucket}/a.qcow2`);
  await page.getByLabel('Name', { exact: true }).fill('fail-import-1');
  await page.getByRole('button', { name: 'Import', exact: true }).click();
  const panel = page.getByRole('region', { name: 'Imports and exports' });
  await expect(panel).toContainText('fail-import-1');
  await cloud.advance(longEnough);
  await expect(panel).toContainText('Failed: The image file could not be read.');
  await expect(page.getByRole('button', { name: '1 failed' })).toBeVisible();
  await panel.getByRole('link', { name: 'Import again' }).first().click();
  await expect(page.getByLabel('Name', { exact: true })).toHaveValue('fail-import-1');
  await expect(page.getByLabel('Link to the file')).toHaveValue(`${bucket}/a.qcow2`);
});

test('a lost answer to an import makes no twin', async ({ page, cloud, images, complaints }) => {
  complaints.allow(/status of 504/);
  await cloud.order({ kind: 'lost-reply', operation: 'importImage', times: 5 });
  await page.goto('/cn-north-1/images/import');
  await page.getByLabel('Link to the file').fill(`${bucket}/a.qcow2`);
  await page.getByLabel('Name', { exact: true }).fill('only-once');
  await page.getByRole('button', { name: 'Import', exact: true }).click();
  const again = page.getByRole('button', { name: 'Ask again' });
  await expect(again.or(images.row('only-once')).first()).toBeVisible();
  const calls = await cloud.calls('importImage');
  expect(new Set(calls.map(({ input }) => input['clientToken'])).size).toBe(1);
  if (await again.isVisible()) {
    await again.click();
    await expect(images.row('only-once')).toHaveCount(1);
  }
  const all = await cloud.calls('importImage');
  expect(new Set(all.map(({ input }) => input['clientToken'])).size).toBe(1);
  await images.open();
  await expect(images.row('only-once')).toHaveCount(1);
});

test('what was typed outlives a reload, but for the link', async ({ page }) => {
  await page.goto('/cn-north-1/images/import');
  await page.getByLabel('Name', { exact: true }).fill('kept-name');
  await page.getByLabel('Link to the file').fill(`${bucket}/a.qcow2`);
  page.on('dialog', (dialog) => void dialog.accept());
  await page.reload();
  await expect(page.getByLabel('Name', { exact: true })).toHaveValue('kept-name');
  await expect(page.getByLabel('Link to the file')).toHaveValue('');
});

test('exports an image into a bucket and follows the task', async ({ page, cloud, images }) => {
  const { imageId } = await cloud.image('pg-main-2026-10');
  await images.open();
  await images.act('pg-main-2026-10', 'Export');
  const { dialog } = images;
  await images.press('Export');
  await expect(dialog.getByText('Required.')).toHaveCount(2);
  await dialog.getByLabel('Bucket').fill('http://bucket.example');
  await expect(dialog).toContainText('An address that begins with https://.');
  await dialog.getByLabel('Bucket').fill('https://b.s3-internal.cn-south-1.jdcloud-oss.com');
  await expect(dialog).toContainText('The bucket is in cn-south-1, the image in cn-north-1.');
  await dialog.getByLabel('Bucket').fill('https://b.s3-internal.cn-north-1.jdcloud-oss.com');
  await dialog.getByLabel('Prefix').fill('not/this');
  await images.press('Export');
  expect(await cloud.calls('exportImage')).toEqual([]);
  await dialog.getByLabel('Prefix').fill('nightly');
  await expect(dialog).toContainText(`nightly_exportImage_${imageId}`);
  await dialog.getByLabel('Service role').fill('image-exporter');
  await dialog.getByLabel(/Export its 1 data disk/).check();
  await images.press('Export');
  await expect(dialog).toHaveCount(0);
  const panel = page.getByRole('region', { name: 'Imports and exports' });
  await expect(panel).toContainText(imageId);
  expect(await images.whyNot('pg-main-2026-10', 'Delete')).toBe(
    'Being exported: possible after that.',
  );
  await cloud.advance(longEnough);
  await expect(panel).not.toContainText(imageId);
  await expect(page.getByRole('button', { name: 'in progress' })).toHaveCount(0);
  const [call] = await cloud.calls('exportImage');
  expect(call).toMatchObject({ resourceId: imageId, code: 200 });
  expect(call?.input).toMatchObject({
    ossPrefix: 'nightly',
    roleName: 'image-exporter',
    isAllDisk: true,
  });
});

test('the tasks have a page with filters, and their failures in full', async ({
  page,
  cloud,
  images,
}) => {
  const { imageId } = await cloud.image('order-api-20261120');
  await cloud.write(`/images/${imageId}:exportImage`, {
    ossUrl: 'https://b.example',
    roleName: 'exporter',
  });
  await images.open();
  await page.getByRole('link', { name: 'All tasks' }).click();
  const table = page.getByRole('table', { name: 'Imports and exports' });
  await expect(table.getByRole('row')).toHaveCount(3);
  await expect(table).toContainText('The image file is not a valid qcow2 file.');
  await page.getByRole('button', { name: /^Queued/ }).click();
  await expect(table.getByRole('row')).toHaveCount(2);
  await expect(table).toContainText('Export');
  await cloud.advance(longEnough);
  await page.getByRole('button', { name: /^Done/ }).click();
  await expect(table).toContainText('100%');
  const calls = await cloud.calls('imageTasks');
  expect(calls.every(({ code }) => code === 200)).toBe(true);
  expect(calls.some(({ input }) => input['taskIds'] !== undefined)).toBe(true);
});
