import type { Page } from '@playwright/test';
import { expectAccessible } from './accessibility.ts';
import type { Cloud, Instance } from './cloud.ts';
import { expect, test } from './fixtures.ts';
import { anyChange, expectEachSaid, type Refusal } from './refusals.ts';

/** The simulated work of all kinds is over by then. */
const longEnough = 600_000;

test.beforeEach(({ cloud }) => cloud.freeze());

const failed = (message: string): Refusal => ['FAILED_PRECONDITION', message];

/** What the documents say that the cloud may refuse with. */
const refusals = {
  attachDisk: [
    // Without the task that is under way: that one only has to be waited for.
    ...anyChange.slice(1),
    failed('Duplicated system disk'),
    failed('DataDisks out of range'),
    failed("DeviceName 'vdb' has been used"),
    failed("Disk 'vol-x' already attached"),
    failed("Disk busy in 'snapshot'"),
    failed('The system disk does not support shared disk'),
    failed('Disk attachment limit exceeded'),
    failed("Invalid disk status 'extending'"),
    failed('The instance and disk are not in the same az'),
    failed('System disk size constraints'),
    ['NOT_FOUND', "Disk 'vol-x' not found."],
  ],
  detachDisk: [
    ...anyChange,
    failed('Please stop the instance first'),
    failed("Disk busy in 'snapshot'"),
    failed("Invalid disk status 'extending'"),
    ['NOT_FOUND', "Disk 'vol-x' not found."],
  ],
} satisfies Record<string, readonly Refusal[]>;

/** In the zone where the seed keeps its free disks, of a type that takes all of them. */
const suits = ({ az, instanceType }: Instance) =>
  az === 'cn-north-1a' && /\.n4\./.test(instanceType ?? '');

const attached = (page: Page, name: string) =>
  page.getByRole('group', { name: 'Disks', exact: true }).getByRole('row', { name });
const free = (page: Page, name: string) =>
  page.getByRole('group', { name: 'Disks in no use' }).getByRole('row', { name });

async function openDisks(page: Page, cloud: Cloud): Promise<Instance> {
  const instance = await cloud.plain('running', suits);
  await page.goto(`/cn-north-1/instances/${instance.instanceId}/disks`);
  await expect(free(page, 'scratch-a')).toBeVisible();
  return instance;
}

async function act(page: Page, row: ReturnType<typeof free>, action: string): Promise<void> {
  await row.getByRole('button', { name: /^Actions on/ }).click();
  await page.getByRole('menuitem', { name: new RegExp(`^${action}`) }).click();
}

async function pick(page: Page, field: string, ...names: string[]): Promise<void> {
  const box = page.getByRole('dialog').getByRole('combobox', { name: field });
  await box.click();
  for (const name of names) await page.getByRole('option', { name }).first().click();
  await page.getByRole('dialog').getByRole('heading').click();
}

test('attaches a disk that is there, under the name asked for, and watches it come', async ({
  page,
  cloud,
}) => {
  const { instanceId, instanceName } = await openDisks(page, cloud);
  await page.getByRole('main').getByRole('button', { name: 'Attach disk…' }).last().click();
  const dialog = page.getByRole('dialog', { name: `Attach a disk to ${instanceName}` });
  await pick(page, 'Disks', 'scratch-a');
  await dialog.getByLabel('Device name').fill('vdx9');
  await expect(dialog).toContainText('vdb to vdz');
  await expect(dialog.getByRole('button', { name: 'Attach', exact: true })).toBeDisabled();
  await dialog.getByLabel('Device name').fill('vdx');
  await dialog.getByRole('checkbox', { name: /Delete it with the instance/ }).check();
  await dialog.getByRole('button', { name: 'Attach', exact: true }).click();
  await expect(dialog).toHaveCount(0);
  await expect(attached(page, 'scratch-a')).toContainText('Attaching');
  await cloud.advance(longEnough);
  await expect(attached(page, 'scratch-a')).toContainText('Attached');
  await expect(attached(page, 'scratch-a')).toContainText('vdx');
  const [call] = await cloud.calls('attachDisk');
  expect(call).toMatchObject({
    resourceId: instanceId,
    input: { deviceName: 'vdx', autoDelete: true },
  });
  await expect(page.getByRole('button', { name: 'in progress' })).toHaveCount(0);
});

test('several are attached one after the other, as the cloud takes one at a time', async ({
  page,
  cloud,
}) => {
  const { instanceName } = await openDisks(page, cloud);
  await page.getByRole('main').getByRole('button', { name: 'Attach disk…' }).last().click();
  const dialog = page.getByRole('dialog', { name: `Attach a disk to ${instanceName}` });
  await pick(page, 'Disks', 'scratch-a', 'restore-a', 'vault-encrypted');
  await dialog.getByRole('button', { name: 'Attach 3 disks' }).click();
  for (const name of ['scratch-a', 'restore-a', 'vault-encrypted']) {
    await expect(attached(page, name)).toContainText('Attaching');
    await cloud.advance(longEnough);
    await expect(attached(page, name)).toContainText('Attached');
  }
  expect((await cloud.calls('attachDisk')).map(({ code }) => code)).toEqual([200, 200, 200]);
});

test('one asked for while another is under way waits its turn', async ({ page, cloud }) => {
  await openDisks(page, cloud);
  await act(page, free(page, 'scratch-a'), 'Attach');
  await expect(attached(page, 'scratch-a')).toContainText('Attaching');
  await page.getByRole('main').getByRole('button', { name: 'Attach disk…' }).last().click();
  await expect(page.getByRole('dialog')).toContainText('waits in a queue');
  await pick(page, 'Disks', 'restore-a');
  await page.getByRole('dialog').getByRole('button', { name: 'Attach', exact: true }).click();
  await cloud.advance(longEnough);
  await expect(attached(page, 'scratch-a')).toContainText('Attached');
  await expect(attached(page, 'restore-a')).toContainText('Attaching');
  await cloud.advance(longEnough);
  await expect(attached(page, 'restore-a')).toContainText('Attached');
});

test('makes a new disk and attaches it, over a reload', async ({ page, cloud, complaints }) => {
  complaints.allow(/status of 400/);
  await openDisks(page, cloud);
  await page.getByRole('main').getByRole('button', { name: 'Attach disk…' }).last().click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText('New', { exact: true }).click();
  await dialog.getByLabel('Name').first().fill('fresh-data');
  await dialog.getByLabel('Size').fill('25');
  await expect(dialog.getByRole('button', { name: 'Create and attach' })).toBeDisabled();
  await dialog.getByLabel('Size').fill('120');
  await dialog.getByRole('button', { name: 'Create and attach' }).click();
  await expect(dialog).toHaveCount(0);
  // Asked for at once, and again until the disk is there: so the reply to its making has come.
  await expect.poll(async () => (await cloud.calls('attachDisk')).length).toBeGreaterThan(0);
  await page.reload();
  await cloud.advance(longEnough);
  await expect(attached(page, 'fresh-data')).toContainText('Attaching');
  await cloud.advance(longEnough);
  await expect(attached(page, 'fresh-data')).toContainText('Attached');
  await expect(attached(page, 'fresh-data')).toContainText('120 GB');
  expect(await cloud.calls('createDisks')).toHaveLength(1);
});

test('detaches a disk, by force, and it is hidden although it lingers', async ({ page, cloud }) => {
  await openDisks(page, cloud);
  await act(page, free(page, 'scratch-a'), 'Attach');
  await expect(attached(page, 'scratch-a')).toContainText('Attaching');
  await cloud.advance(longEnough);
  await expect(attached(page, 'scratch-a')).toContainText('Attached');
  await act(page, attached(page, 'scratch-a'), 'Detach');
  const dialog = page.getByRole('dialog', { name: 'Detach scratch-a?' });
  await expect(dialog).toContainText('Unmount it in the system first');
  await dialog.getByText('By force', { exact: true }).click();
  await expect(dialog).toContainText('cut off at once');
  await dialog.getByRole('button', { name: 'Detach', exact: true }).click();
  await expect(attached(page, 'scratch-a')).toContainText('Detaching');
  await cloud.advance(10_000);
  await expect(attached(page, 'scratch-a')).toHaveCount(0);
  await expect(free(page, 'scratch-a')).toContainText('Free');
  const [call] = await cloud.calls('detachDisk');
  expect(call?.input).toMatchObject({ force: true });
});

test('says what becomes of a disk on delete, and changes it', async ({
  page,
  cloud,
  complaints,
}) => {
  await openDisks(page, cloud);
  await act(page, free(page, 'scratch-a'), 'Attach');
  await expect(attached(page, 'scratch-a')).toContainText('Attaching');
  await cloud.advance(longEnough);
  const row = attached(page, 'scratch-a');
  await expect(row).toContainText('Kept, billed');
  const goes = row.getByRole('checkbox', { name: /^Delete with the instance/ });
  await goes.check();
  await expect(row.getByText('Deleted', { exact: true })).toBeVisible();
  await goes.uncheck();
  await expect(row).toContainText('Kept, billed');
  const calls = await cloud.calls('modifyInstanceDiskAttribute');
  expect(calls.map(({ input }) => input['dataDisks'])).toMatchObject([
    [{ autoDelete: true }],
    [{ autoDelete: false }],
  ]);

  complaints.allow(/status of 400/);
  const [status, message] = failed("disk 'vol-x' not mounted on instance");
  await cloud.order({ kind: 'error', operation: 'modifyInstanceDiskAttribute', status, message });
  await goes.click();
  await page.getByRole('button', { name: '1 failed' }).click();
  await expect(page.getByText(message)).toBeVisible();
  await expect(row).toContainText('Kept, billed');
  await expect(goes).not.toBeChecked();
});

test('deletes a free disk once its name is typed, and sees it go', async ({ page, cloud }) => {
  await openDisks(page, cloud);
  await act(page, free(page, 'scratch-a'), 'Delete disk');
  const dialog = page.getByRole('dialog', { name: 'Delete scratch-a?' });
  await expect(dialog).toContainText('erased for good');
  await expect(dialog.getByRole('button', { name: 'Delete disk' })).toBeDisabled();
  await dialog.getByLabel(/Type the name/).fill('scratch-a');
  await dialog.getByRole('button', { name: 'Delete disk' }).click();
  await expect(free(page, 'scratch-a')).toContainText('Deleting');
  await cloud.advance(longEnough);
  await expect(free(page, 'scratch-a')).toHaveCount(0);
  expect(await cloud.calls('deleteDisk')).toHaveLength(1);
});

test('what is not possible says why before anything is asked', async ({ page, cloud }) => {
  await openDisks(page, cloud);
  const menu = async (row: ReturnType<typeof free>, action: RegExp) => {
    await row.getByRole('button', { name: /^Actions on/ }).click();
    const item = page.getByRole('menuitem', { name: action });
    await expect(item).toHaveAttribute('aria-disabled', 'true');
    const text = await item.innerText();
    await page.keyboard.press('Escape');
    return text;
  };
  const system = attached(page, 'vda');
  expect(await menu(system, /^Detach/)).toContain('stop the instance first');
  await expect(system).toContainText('always goes with its instance');
  await expect(system.getByRole('checkbox')).toHaveCount(0);
  expect(await menu(free(page, 'archive-prepaid'), /^Delete disk/)).toContain('prepaid');
  await page.getByRole('main').getByRole('button', { name: 'Attach disk…' }).last().click();
  await page.getByRole('dialog').getByRole('combobox', { name: 'Disks' }).click();
  const elsewhere = page.getByRole('option', { name: /In another zone/ });
  await expect(elsewhere.first()).toHaveAttribute('aria-disabled', 'true');
});

test('a refusal that only the cloud can know is shown in its own words', async ({
  page,
  cloud,
  complaints,
}) => {
  complaints.allow(/status of 4\d\d/);
  await openDisks(page, cloud);
  await page.getByRole('main').getByRole('button', { name: 'Attach disk…' }).last().click();
  const dialog = page.getByRole('dialog');
  await pick(page, 'Disks', 'scratch-a');
  const attach = dialog.getByRole('button', { name: 'Attach', exact: true });
  await expectEachSaid(cloud, 'attachDisk', refusals.attachDisk, attach);
  await attach.click();
  await expect(attached(page, 'scratch-a')).toContainText('Attaching');
  await cloud.advance(longEnough);
  await act(page, attached(page, 'scratch-a'), 'Detach');
  const detach = dialog.getByRole('button', { name: 'Detach', exact: true });
  await expectEachSaid(cloud, 'detachDisk', refusals.detachDisk, detach);
  await detach.click();
  await expect(attached(page, 'scratch-a')).toContainText('Detaching');
});

test('by keyboard alone', async ({ page, cloud }) => {
  await openDisks(page, cloud);
  await free(page, 'scratch-a')
    .getByRole('button', { name: /^Actions on/ })
    .focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('menuitem', { name: 'Attach' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(attached(page, 'scratch-a')).toContainText('Attaching');
  await cloud.advance(longEnough);
  await expect(attached(page, 'scratch-a')).toContainText('Attached');
  await attached(page, 'scratch-a')
    .getByRole('button', { name: /^Actions on/ })
    .focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog', { name: 'Detach scratch-a?' })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(attached(page, 'scratch-a')).toContainText('Detaching');
});

test.describe('in Chinese', () => {
  test.use({ locale: 'zh-CN' });

  test('the part and its dialogs are accessible', async ({ page, cloud }) => {
    const { instanceId } = await cloud.plain('running', suits);
    await page.goto(`/cn-north-1/instances/${instanceId}/disks`);
    const rows = page.locator('tbody').last().getByRole('row');
    await expect(rows.first()).toBeVisible();
    await expectAccessible(page, 'disks');
    await page.locator('main section header button').first().click();
    const dialog = page.getByRole('dialog');
    await expect(dialog.getByRole('combobox')).toBeVisible();
    await expectAccessible(page, 'attach');
    await dialog.getByRole('combobox').click();
    await expect(page.getByRole('option').first()).toBeVisible();
    await expectAccessible(page, 'choices');
    await page.keyboard.press('Escape');
    await dialog.locator('label').nth(1).click();
    await expectAccessible(page, 'a new disk');
    await page.keyboard.press('Escape');
    await rows.first().getByRole('button').click();
    await page.locator('[role=menuitem][data-action=deleteDisk]').click();
    await expect(dialog).toBeVisible();
    await expectAccessible(page, 'delete');
  });
});
