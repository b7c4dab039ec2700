import { expect, test } from './fixtures.ts';

/** The simulated work of all kinds is over by then. */
const longEnough = 600_000;

test.beforeEach(({ cloud }) => cloud.freeze());

test('renames and describes an image, refusing what the cloud would refuse', async ({
  cloud,
  images,
}) => {
  const { imageId } = await cloud.image('order-api-20261120');
  await images.open();
  await images.act('order-api-20261120', 'Rename');
  const { dialog } = images;
  const save = dialog.getByRole('button', { name: 'Save' });
  await expect(save).toBeDisabled();
  await dialog.getByLabel('Name', { exact: true }).fill('no spaces here');
  await expect(save).toBeDisabled();
  await dialog.getByLabel('Name', { exact: true }).fill('order-api-new');
  await dialog.getByLabel('Description').fill('After the release');
  await save.click();
  await expect(images.row('order-api-new')).toBeVisible();
  const [call] = await cloud.calls('modifyImageAttribute');
  expect(call).toMatchObject({ resourceId: imageId, code: 200 });
  expect(call?.input).toMatchObject({ name: 'order-api-new', description: 'After the release' });
});

test('shares with accounts typed or pasted, and takes the image back', async ({
  page,
  cloud,
  images,
}) => {
  await images.open();
  await images.act('golden-centos-82', 'Share');
  const { dialog } = images;
  await expect(dialog).toContainText('Shared with 1 of 20 accounts.');
  const accounts = dialog.getByLabel('Accounts');
  await expect(accounts).toBeFocused();
  await accounts.fill('team-data\nteam-search, partner-x;b');
  await expect(dialog).toContainText('No account can be called b.');
  await accounts.fill(Array.from({ length: 20 }, (_, n) => `account-${n}`).join('\n'));
  await expect(dialog).toContainText('20 accounts asked for, room for 19.');
  await accounts.fill('team-data\nteam-search, partner-x');
  await expect(dialog).toContainText('1 account has it already.');
  await images.press('Share with 2 accounts');
  await expect(dialog).toHaveCount(0);
  await images.act('golden-centos-82', 'Share');
  await dialog.getByText('Login name', { exact: true }).click();
  await accounts.fill('li.wei');
  await images.press('Share with 1 account');
  await expect(dialog).toHaveCount(0);
  const shares = await cloud.calls('shareImage');
  expect(shares.map(({ input, code }) => [input['pins'], input['loginNames'], code])).toEqual([
    [['team-search', 'partner-x'], undefined, 200],
    [undefined, ['li.wei'], 200],
  ]);

  await images.act('golden-centos-82', 'Stop sharing');
  await expect(dialog).toContainText('reset instances they have made to their original state');
  await dialog.getByLabel('partner-x').check();
  await dialog.getByLabel('li.wei').check();
  await images.press('Stop sharing with 2 accounts');
  await expect(dialog).toHaveCount(0);
  const [call] = await cloud.calls('unShareImage');
  expect(call?.input).toMatchObject({ pins: ['partner-x'], loginNames: ['li.wei'] });
  await images.row('golden-centos-82').getByRole('link').first().click();
  await page.getByRole('link', { name: 'Sharing' }).click();
  await expect(page.getByRole('cell', { name: 'team-search' })).toBeVisible();
  await expect(page.getByRole('cell', { name: 'partner-x' })).toHaveCount(0);
});

test('an account the cloud does not know is told in its words', async ({
  cloud,
  images,
  complaints,
}) => {
  complaints.allow(/status of 400/);
  await images.open();
  await images.act('order-api-20261120', 'Share');
  await images.dialog.getByLabel('Accounts').fill('no-such-account');
  await images.press('Share with 1 account');
  await expect(images.dialog.getByRole('alert')).toContainText("Pin 'no-such-account' not found");
  await images.dialog.getByLabel('Accounts').fill('team-data');
  await images.press('Share with 1 account');
  await expect(images.row('order-api-20261120')).toContainText('Shared');
  expect(await cloud.calls('shareImage')).toHaveLength(2);
});

test('publishes an image, saying what that ends, and withdraws it', async ({
  page,
  cloud,
  images,
}) => {
  await images.open();
  await images.act('golden-ubuntu-2004', 'Publish');
  await expect(images.dialog).toContainText('Ends its sharing with 3 accounts.');
  await images.press('Publish to the community');
  await expect(images.row('golden-ubuntu-2004')).toHaveCount(0);
  await page.getByRole('link', { name: /^Community/ }).click();
  await expect(images.row('golden-ubuntu-2004')).toBeVisible();
  expect(await images.whyNot('golden-ubuntu-2004', 'Delete')).toBe(
    'Published as a community image: withdraw it first.',
  );
  expect(await images.whyNot('golden-ubuntu-2004', 'Share')).toBe(
    'A community image: everybody may use it.',
  );
  expect(await images.whyNot('cuda-ubuntu1804', 'Withdraw')).toBe(
    'Only for community images you have published.',
  );
  await images.act('golden-ubuntu-2004', 'Withdraw');
  await expect(images.dialog).toContainText('earlier shares do not come back');
  await images.press('Withdraw');
  await expect(images.row('golden-ubuntu-2004')).toHaveCount(0);
  expect(await cloud.calls('releaseImage')).toHaveLength(1);
  const [call] = await cloud.calls('unReleaseImage');
  expect(call?.code).toBe(200);
  const { imageSource } = await cloud.image('golden-ubuntu-2004');
  expect(imageSource).toBe('private');
});

test('copies to several regions, one after another, and follows them', async ({
  page,
  cloud,
  images,
}) => {
  await images.open();
  await images.act('order-api-20261120', 'Copy to regions');
  const { dialog } = images;
  await expect(dialog).toContainText('2 of 20 private images');
  await dialog.getByLabel(/cn-east-2/).check();
  await dialog.getByLabel(/cn-south-1/).check();
  await dialog.getByLabel('Name of the copies').fill('order-api-copy');
  await images.press('Copy to 2 regions');
  await expect(dialog.locator('[data-phase=running]')).toHaveCount(1);
  await expect(dialog.locator('[data-phase=queued]')).toHaveCount(1);
  await page.keyboard.press('Escape');
  // Meanwhile the image is locked, which this browser knows because it started the copy.
  expect(await images.whyNot('order-api-20261120', 'Delete')).toBe(
    'Being copied: possible after that.',
  );
  await cloud.advance(longEnough);
  await expect.poll(async () => (await cloud.calls('copyImages')).length).toBe(2);
  await cloud.advance(longEnough);
  await expect(page.getByRole('button', { name: 'in progress' })).toHaveCount(0);
  const calls = await cloud.calls('copyImages');
  expect(calls.map(({ input, code }) => [input['destinationRegion'], code])).toEqual([
    ['cn-east-2', 200],
    ['cn-south-1', 200],
  ]);
  for (const region of ['cn-east-2', 'cn-south-1']) {
    expect((await cloud.image('order-api-copy', { region })).status).toBe('ready');
  }
  await page.goto('/cn-north-1/activity');
  await expect(page.getByText('order-api-20261120 → cn-east-2')).toBeVisible();
});

test('a copy that breaks off is reported as failed', async ({ page, cloud, images }) => {
  await images.open();
  await images.act('order-api-20261120', 'Copy to regions');
  await images.dialog.getByLabel(/cn-east-1/).check();
  await images.dialog.getByLabel('Name of the copies').fill('fail-copy-1');
  await images.press('Copy to 1 region');
  await expect(images.dialog.locator('[data-phase=running]')).toHaveCount(1);
  await cloud.advance(longEnough);
  await expect(images.dialog.locator('[data-phase=failed]')).toContainText('Error');
  await page.keyboard.press('Escape');
});

test('deletes an image once its name is typed, with its snapshots when asked', async ({
  page,
  cloud,
  images,
}) => {
  const { imageId } = await cloud.image('pg-main-2026-10');
  await images.open();
  await images.act('pg-main-2026-10', 'Delete');
  const { dialog } = images;
  const button = dialog.getByRole('button', { name: 'Delete image' });
  await expect(button).toBeDisabled();
  await dialog.getByLabel(/Delete its 2 snapshots/).check();
  await dialog.getByLabel(/Type the name/).fill('pg-main-2026-10');
  await button.click();
  await expect(images.row('pg-main-2026-10')).toContainText('Deleting');
  await cloud.advance(longEnough);
  await expect(images.row('pg-main-2026-10')).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'in progress' })).toHaveCount(0);
  const [call] = await cloud.calls('deleteImage');
  expect(call).toMatchObject({ resourceId: imageId, code: 200 });
  expect(String(call?.input['deleteSnapshot'])).toBe('true');
});

test('deletes several at once, leaving out those that cannot be', async ({
  page,
  cloud,
  images,
}) => {
  await images.open();
  for (const name of ['order-api-20261120', 'vault-sealed', 'golden-centos-82']) {
    await images.row(name).getByRole('checkbox').check();
  }
  await images.bulk.getByRole('button', { name: /^Delete/ }).click();
  const { dialog } = images;
  await expect(dialog).toContainText('3 selected, 1 skipped');
  await expect(dialog).toContainText('Shared with other accounts: stop sharing it first.');
  await dialog.getByLabel(/Type 2/).fill('2');
  await images.press('Delete 2 images');
  await expect(dialog.locator('[data-phase=running]')).toHaveCount(2);
  await cloud.advance(longEnough);
  await expect(dialog.locator('[data-phase=done]')).toHaveCount(2);
  await page.keyboard.press('Escape');
  await expect(images.row('golden-centos-82')).toBeVisible();
  await expect(images.row('vault-sealed')).toHaveCount(0);
  expect(await cloud.calls('deleteImage')).toHaveLength(2);
});

test('makes an image from snapshots, and follows it', async ({ page, cloud, images }) => {
  await images.open();
  await page.getByRole('main').getByRole('button', { name: 'From snapshots' }).click();
  const { dialog } = images;
  const verb = dialog.getByRole('button', { name: 'Create image' });
  await dialog.getByLabel('Name', { exact: true }).fill('rocky 9');
  await expect(verb).toBeDisabled();
  await dialog.getByLabel('Name', { exact: true }).fill('rocky-9');
  await dialog.getByRole('combobox', { name: 'Snapshot of the system disk' }).click();
  await page.getByRole('option').first().click();
  await dialog.getByRole('combobox', { name: 'Snapshots of data disks' }).click();
  await page.getByRole('option').first().click();
  await page.keyboard.press('Escape');
  await dialog.getByLabel('Platform').selectOption('Rocky Linux');
  await dialog.getByText('UEFI').click();
  await verb.click();
  await expect(images.row('rocky-9')).toContainText('Creating');
  await cloud.advance(longEnough);
  await expect(images.row('rocky-9')).toContainText('Available');
  const [call] = await cloud.calls('createImageFromSnapshots');
  expect(call).toMatchObject({ code: 200, input: { platform: 'Rocky Linux', bootMode: 'uefi' } });
  expect(call?.input['cloudDisks']).toMatchObject([{ deviceName: 'vda' }, { deviceName: 'vdb' }]);
  const { imageId } = await cloud.image('rocky-9');
  await page.goto('/cn-north-1/activity');
  await page.getByRole('link', { name: 'rocky-9' }).click();
  await expect(page).toHaveURL(new RegExp(`/images/${imageId}$`));
});

test('what the cloud would refuse is said before it is asked', async ({ images }) => {
  await images.open();
  for (const [name, action, why] of [
    ['golden-ubuntu-2004', 'Delete', 'Shared with other accounts: stop sharing it first.'],
    ['order-api-20261120', 'Stop sharing', 'It is shared with nobody.'],
    ['vault-sealed', 'Share', 'It contains an encrypted snapshot.'],
    ['vault-sealed', 'Copy to', 'It contains an encrypted snapshot.'],
    ['vault-sealed', 'Publish', 'It contains an encrypted snapshot.'],
    ['legacy-erp-export', 'Share', 'Only an available image; this one is “Error”.'],
    ['nat-gw-2025', 'Copy to', 'Only images with a cloud system disk.'],
    ['nat-gw-2025', 'Export', 'Only images with a cloud system disk.'],
    ['nat-gw-2025', 'Publish', 'Only images with a cloud system disk.'],
    ['win-build-base', 'Export', 'Windows images can be exported only if they were imported.'],
  ] as const) {
    expect(await images.whyNot(name, action), `${name}: ${action}`).toBe(why);
  }
  await images.open('?source=public');
  for (const [action, why] of [
    ['Delete', 'Official images cannot be deleted.'],
    ['Rename', 'Only for private images of your own.'],
    ['Copy to', 'Only private images and those shared with you.'],
  ] as const) {
    expect(await images.whyNot('CentOS 7.6 64位', action)).toBe(why);
  }
});

test('a refusal that could not be foreseen is shown in the cloud’s words', async ({
  cloud,
  images,
  complaints,
}) => {
  complaints.allow(/status of (400|429)/);
  const { imageId } = await cloud.image('order-api-20261120');
  await images.open();
  // Another operator is quicker.
  await cloud.write(`/images/${imageId}:share`, { pins: ['team-data'] });
  await images.act('order-api-20261120', 'Delete');
  await images.dialog.getByLabel(/Type the name/).fill('order-api-20261120');
  await images.press('Delete image');
  await expect(images.dialog.getByRole('alert')).toContainText("Can't delete shared image");
});

test('the keyboard alone deletes an image', async ({ page, cloud, images }) => {
  await images.open();
  await page.getByRole('textbox', { name: 'Search' }).fill('vault');
  await expect(images.row('order-api-20261120')).toHaveCount(0);
  await page.getByRole('textbox', { name: 'Search' }).blur();
  await page.keyboard.press('j');
  await page.keyboard.press('.');
  await page.keyboard.press('End');
  await page.keyboard.press('Enter');
  await expect(images.dialog).toBeVisible();
  await page.keyboard.type('vault-sealed');
  await page.keyboard.press('Enter');
  await expect(images.row('vault-sealed')).toContainText('Deleting');
  expect(await cloud.calls('deleteImage')).toHaveLength(1);
});
