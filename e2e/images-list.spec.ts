import { expect, test } from './fixtures.ts';

test.beforeEach(({ cloud }) => cloud.freeze());

test('lists images of one source at a time, each with its number', async ({
  page,
  cloud,
  images,
}) => {
  await images.open();
  expect(await images.names()).toContain('order-api-20261120');
  const sources = page.getByRole('navigation', { name: 'Where images come from' });
  await expect(sources.getByRole('link', { name: /^Official \d+$/ })).toBeVisible();
  await expect(page.getByText('8 of 20 private images')).toBeVisible();
  for (const [link, source] of [
    ['Official', 'public'],
    ['Shared with me', 'shared'],
    ['Marketplace', 'thirdparty'],
    ['Community', 'community'],
  ] as const) {
    await sources.getByRole('link', { name: new RegExp(`^${link}`) }).click();
    await expect(page).toHaveURL(new RegExp(`source=${source}$`));
    await expect(images.table.getByRole('link').first()).toBeVisible();
  }
  await page.goBack();
  await expect(sources.getByRole('link', { name: /^Marketplace/ })).toHaveAttribute(
    'aria-current',
    'page',
  );
  // The widest of them: its columns make room for the menus of its rows.
  const menu = images.table.getByRole('button', { name: 'Actions on' }).first();
  const id = images.table.getByRole('columnheader', { name: 'ID' });
  await expect(id).toBeVisible();
  await expect(menu).toBeInViewport({ ratio: 1 });
  await page.setViewportSize({ width: 1280, height: 800 });
  await expect(id).toHaveCount(0);
  await expect(menu).toBeInViewport({ ratio: 1 });
  const calls = await cloud.calls('describeImages');
  const asked = new Set(calls.map(({ input }) => input['imageSource']));
  expect(asked).toEqual(new Set(['private', 'public', 'shared', 'thirdparty', 'community']));
});

test('official images are shown with those taken offline, and with what they exclude', async ({
  cloud,
  images,
}) => {
  await images.open('?source=public');
  await expect(images.row('Ubuntu 14.04 64位')).toContainText('Offline');
  await expect(images.table.getByText(/^not on \d+ types$/).first()).toBeVisible();
  expect(await cloud.calls('describeImageConstraintsBatch')).not.toEqual([]);
});

test('finds, filters, sorts, and keeps it all in the address', async ({ page, images }) => {
  await images.open();
  await page.getByRole('textbox', { name: 'Search' }).fill('golden');
  await expect(images.row('order-api-20261120')).toHaveCount(0);
  expect(await images.names()).toEqual(['golden-ubuntu-2004', 'golden-centos-82']);
  await page.getByRole('columnheader', { name: 'Name' }).getByRole('button').click();
  await expect(page).toHaveURL(/q=golden&sort=name/);
  await expect.poll(() => images.names()).toEqual(['golden-centos-82', 'golden-ubuntu-2004']);
  await page.goto('/cn-north-1/images?f=rootDevice:is:localDisk');
  await expect(images.row('nat-gw-2025')).toBeVisible();
  expect((await images.names()).toSorted()).toEqual(['legacy-erp-export', 'nat-gw-2025']);
});

test('an export of the list has what is on screen', async ({ page, images }) => {
  await images.open();
  await page.getByRole('button', { name: 'Export', exact: true }).click();
  const download = page.waitForEvent('download');
  await page.getByRole('menuitem', { name: /CSV/ }).click();
  expect((await download).suggestedFilename()).toMatch(/^images-private-cn-north-1-.*\.csv$/);
});

test('only what is being made is asked for again', async ({ page, cloud, images }) => {
  const { imageId } = await cloud.image('order-api-20261120');
  await cloud.write('/images:copyImages', {
    sourceImageIds: [imageId],
    destinationRegion: 'cn-north-1',
    name: 'slow-copy',
  });
  await images.open();
  const row = images.row('slow-copy');
  await expect(row).toContainText('Creating 0%');
  await cloud.advance(60_000);
  await expect(row).toContainText(/Creating [1-9]\d?%/);
  await cloud.advance(3_600_000);
  await expect(row).toContainText('Available');
  const calls = await cloud.calls('describeImages');
  const polls = calls.filter(({ input }) => input['ids'] !== undefined);
  const { imageId: copyId } = await cloud.image('slow-copy');
  expect(polls.length).toBeGreaterThan(1);
  for (const { input } of polls) expect(input['ids']).toEqual([copyId]);
  await expect(page.getByText(/changing, polled/)).toHaveCount(0);
});

test('a page of an image has its fields, disks, members, constraints and JSON', async ({
  page,
  cloud,
  images,
}) => {
  const { imageId } = await cloud.image('golden-ubuntu-2004');
  await images.open();
  await images.row('golden-ubuntu-2004').getByRole('link').first().click();
  await expect(page).toHaveURL(new RegExp(`/images/${imageId}$`));
  await expect(page.getByRole('heading', { level: 1, name: 'golden-ubuntu-2004' })).toBeVisible();
  for (const group of ['System', 'Origin and use', 'Disks and snapshots', 'Shared with']) {
    await expect(page.getByRole('heading', { level: 2, name: group })).toBeVisible();
  }
  await expect(page.getByRole('cell', { name: /^snapshot-/ })).toBeVisible();
  await expect(page.getByRole('cell', { name: 'team-search' })).toBeVisible();
  await page.getByRole('link', { name: 'JSON' }).click();
  const raw = await page.getByRole('region', { name: 'As the API tells it' }).innerText();
  expect(JSON.parse(raw)).toMatchObject({ imageId, launchPermission: 'specifiedUsers' });
  expect(await cloud.calls('describeImage')).not.toEqual([]);
  expect(await cloud.calls('describeImageMembers')).not.toEqual([]);
});

test('a page of an official image names the instance types it does not run on', async ({
  page,
  cloud,
}) => {
  const { imageId } = await cloud.image('CentOS 6.9 64位', { source: 'public' });
  await page.goto(`/cn-north-1/images/${imageId}/constraints`);
  const heading = page.getByRole('heading', { name: /^Instance types it does not run on/ });
  await expect(heading).toBeVisible();
  await expect(page.getByRole('cell', { name: 'g.n4.large' })).toBeVisible();
  const [call] = await cloud.calls('describeImageConstraints');
  expect(call).toMatchObject({ resourceId: imageId, code: 200 });
});

test('an image that is not there is said to be missing', async ({ page, complaints }) => {
  complaints.allow(/status of 404/);
  await page.goto('/cn-north-1/images/img-nosuchone1');
  await expect(page.getByText('There is no image img-nosuchone1 here')).toBeVisible();
});

test('a list that cannot be read says so and is tried again', async ({
  page,
  cloud,
  images,
  complaints,
}) => {
  complaints.allow(/status of 500/);
  await cloud.order({ kind: 'error', operation: 'describeImages', times: 0 });
  await page.goto('/cn-north-1/images');
  await expect(page.getByRole('alert')).toContainText('The images could not be fetched');
  await cloud.reset();
  await page.getByRole('button', { name: 'Retry' }).click();
  await expect(images.row('order-api-20261120')).toBeVisible();
});

test('the keyboard alone reaches a row, its menu and its page', async ({ page, images }) => {
  await images.open();
  await page.keyboard.press('j');
  await page.keyboard.press('.');
  await expect(page.getByRole('menu')).toBeVisible();
  await page.keyboard.press('Escape');
  await page.keyboard.press('F2');
  await expect(images.dialog).toContainText('Rename order-api-20261120');
  await page.keyboard.press('Escape');
  await page.keyboard.press('k');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'order-api-20261120' })).toBeVisible();
});

test.describe('in Chinese', () => {
  test.use({ locale: 'zh-CN' });

  test('the pages have no English headings', async ({ page, cloud }) => {
    const { imageId } = await cloud.image('golden-ubuntu-2004');
    for (const path of ['images', `images/${imageId}`, 'images/import', 'images/tasks']) {
      await page.goto(`/cn-north-1/${path}`);
      const headings = page.getByRole('main').getByRole('heading');
      await expect(headings.first()).toBeVisible();
      for (const text of await headings.allInnerTexts()) {
        expect(text, path).toMatch(/\p{Script=Han}|golden/u);
      }
    }
  });
});
