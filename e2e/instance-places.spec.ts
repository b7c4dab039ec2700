// Operations beyond the mission: where an instance is, until when, and whether it is at work.
import type { Page } from '@playwright/test';
import { expectAccessible, expectDialogsAccessible } from './accessibility.ts';
import type { Instance } from './cloud.ts';
import { expect, test } from './fixtures.ts';

const longEnough = 600_000;
const single = ({ secondaryNetworkInterfaces = [] }: Instance) =>
  secondaryNetworkInterfaces.length === 0;

test.beforeEach(({ cloud }) => cloud.freeze());

/** What is wanted seldom is in the menu of the instance's page. */
async function act(page: Page, { instanceId, instanceName }: Instance, action: string) {
  await page.goto(`/cn-north-1/instances/${instanceId}`);
  await page.getByRole('button', { name: `More actions on ${instanceName}` }).click();
  await page.getByRole('menuitem', { name: new RegExp(`^${action}`) }).click();
}

test('suspends, shows the status as it came, and resumes', async ({ page, cloud, fleet }) => {
  const instance = await cloud.plain('running');
  const { instanceId, instanceName } = instance;
  const dialog = page.getByRole('dialog');
  await act(page, instance, 'Suspend');
  await expect(dialog).toContainText('does not document what is kept meanwhile');
  await dialog.getByRole('button', { name: 'Suspend' }).click();
  await expect(dialog).toHaveCount(0);
  await fleet.open(`?q=${instanceId}`);
  await expect(fleet.status(instanceName)).toContainText('suspended');
  const stop = (await fleet.menu(instanceName)).getByRole('menuitem', { name: /^Stop/ });
  await expect(stop).toContainText('Only a running instance can be stopped.');
  await act(page, instance, 'Resume');
  await dialog.getByRole('button', { name: 'Resume' }).click();
  await expect(dialog).toHaveCount(0);
  await fleet.open(`?q=${instanceId}`);
  await expect(fleet.status(instanceName)).toContainText('Running');
  for (const operation of ['suspendInstance', 'resumeInstance'])
    expect(await cloud.calls(operation)).toMatchObject([{ resourceId: instanceId, code: 200 }]);
});

test('redeploys what the cloud has isolated, and tells its refusal of any other', async ({
  page,
  cloud,
  complaints,
}) => {
  complaints.allow(/status of 400/);
  const instance = await cloud.plain('running');
  const { instanceId } = instance;
  await act(page, instance, 'Redeploy');
  const dialog = page.getByRole('dialog');
  const verb = dialog.getByRole('button', { name: 'Redeploy' });
  await expect(dialog).toContainText('only for an instance it has isolated');
  await verb.click();
  await expect(dialog.getByRole('alert')).toContainText(`'${instanceId}' is not isolated`);
  await cloud.write(`/instances/${instanceId}:modifyInstanceAttribute`, { name: 'isolated-1' });
  await verb.click();
  await expect(dialog).toHaveCount(0);
  expect((await cloud.calls('redeployInstance')).map(({ code }) => code)).toEqual([400, 200]);
});

test('sets a release time, of one and of several, and takes it back', async ({
  page,
  cloud,
  fleet,
}) => {
  const { instanceId, instanceName } = await cloud.plain('running');
  await page.goto(`/cn-north-1/instances/${instanceId}`);
  const more = page.getByRole('button', { name: `More actions on ${instanceName}` });
  const action = page.getByRole('menuitem', { name: /^Set release time/ });
  const dialog = page.getByRole('dialog');
  await more.click();
  await action.click();
  const at = dialog.getByLabel('Delete at');
  const verb = dialog.getByRole('button', { name: 'Set release time' });
  await at.fill('tomorrow');
  await expect(dialog).toContainText('Write it as YYYY-MM-DD HH:mm:ss.');
  await expect(verb).toBeDisabled();
  await at.fill('2020-01-01 00:00:00');
  await expect(dialog).toContainText('It has to be an hour to ten years ahead.');
  const time = `${new Date().getFullYear() + 2}-01-31 03:00:00`;
  await at.fill(time);
  await verb.click();
  await expect(page.getByText(time)).toBeVisible();
  await more.click();
  await action.click();
  await expect(dialog).toContainText(`Set to ${time} now.`);
  await dialog.getByLabel(/^No release time/).check();
  await dialog.getByRole('button', { name: 'Cancel release' }).click();
  await expect(dialog).toHaveCount(0);
  await expect(page.getByText(time)).toHaveCount(0);
  const calls = await cloud.calls('modifyInstanceReleaseTime');
  expect(calls.map(({ input }) => [input['instanceIds'], input['autoReleaseTime']])).toEqual([
    [[instanceId], time],
    [[instanceId], ''],
  ]);

  await fleet.open('?status=running');
  const names = (await fleet.names()).slice(0, 2);
  await fleet.select(...names);
  await fleet.bulk.getByRole('button', { name: /^More/ }).click();
  await action.click();
  await at.fill(time);
  await dialog.getByRole('button', { name: 'Set release time × 2' }).click();
  await expect(dialog.locator('[data-phase=done]')).toHaveCount(2);
});

test('moves the primary interface: within its VPC, and to another one after a stop', async ({
  page,
  cloud,
  fleet,
}) => {
  const far = (await cloud.subnets()).find((one) => one.subnetName === 'staging-dual-stack');
  const { instanceId, instanceName, privateIpAddress } = await cloud.plain(
    'running',
    (one) => single(one) && one.vpcId !== far?.vpcId,
  );
  await fleet.open(`?q=${instanceId}`);
  await fleet.act(instanceName, 'Change network');
  const dialog = page.getByRole('dialog');
  const verb = dialog.getByRole('button', { name: 'Change network' });
  await expect(verb).toBeDisabled();
  await dialog.getByLabel('Private IP').fill(privateIpAddress ?? '');
  await expect(dialog).toContainText('It has this one already.');
  await dialog.getByLabel('Private IP').fill('1.2.3.4');
  await expect(dialog).toContainText('It has to be in');
  await dialog.getByLabel('Private IP').fill('');
  const pick = dialog.getByRole('combobox', { name: 'Subnet' });
  await pick.fill(far?.subnetName ?? '');
  await page.keyboard.press('Enter');
  await expect(verb).toBeDisabled();
  await dialog.getByRole('combobox', { name: 'Security groups' }).click();
  await page.getByRole('option').first().click();
  await page.keyboard.press('Escape');
  await dialog.getByRole('checkbox', { name: 'An IPv6 address as well' }).check();
  await dialog.getByRole('textbox', { name: 'IPv6 address' }).fill('2402:db40:');
  await expect(dialog).toContainText('This is not an IPv6 address.');
  await expect(verb).toBeDisabled();
  await dialog.getByRole('textbox', { name: 'IPv6 address' }).fill('');
  await expect(dialog).toContainText('Stop → Change network → Start');
  await verb.click();
  await expect(dialog).toHaveCount(0);
  await expect(fleet.status(instanceName)).toContainText('Stopping');
  await cloud.advance(longEnough);
  await expect(fleet.status(instanceName)).toContainText('Starting');
  await cloud.advance(longEnough);
  await expect(fleet.status(instanceName)).toContainText('Running');
  const [call] = await cloud.calls('modifyInstanceVpcAttribute');
  expect(call).toMatchObject({ resourceId: instanceId, code: 200 });
  expect(call?.input).toMatchObject({ subnetId: far?.subnetId, assignIpv6: true });
  const moved = (await cloud.instances()).find((one) => one.instanceId === instanceId);
  expect(moved?.vpcId).toBe(far?.vpcId);
});

test('joins an availability group, and says what stands in the way of spreading', async ({
  page,
  cloud,
}) => {
  const { instanceTemplateData } = await cloud.template('web-standard');
  const vpcId = instanceTemplateData['vpcId'];
  const instance = await cloud.plain('running', (one) => one.vpcId === vpcId);
  const { instanceId } = instance;
  await act(page, instance, 'Join availability group');
  const dialog = page.getByRole('dialog');
  const verb = dialog.getByRole('button', { name: 'Join group' });
  await dialog.getByRole('combobox', { name: 'Availability group' }).fill('web');
  await page.keyboard.press('Enter');
  await dialog.getByLabel(/^Spread the group evenly/).check();
  await expect(dialog).toContainText('To be spread evenly it has to be stopped.');
  await expect(verb).toBeDisabled();
  await dialog.getByLabel(/^Spread the group evenly/).uncheck();
  await verb.click();
  await expect(dialog).toHaveCount(0);
  const [call] = await cloud.calls('modifyInstancePlacement');
  expect(call).toMatchObject({ resourceId: instanceId, code: 200 });
  await expect(page.getByText('web-group')).toBeVisible();
});

test.describe('in Chinese', () => {
  test.use({ locale: 'zh-CN' });

  test('their dialogs are accessible', async ({ page, cloud }) => {
    const { instanceId } = await cloud.plain('running', single);
    await page.goto(`/cn-north-1/instances/${instanceId}`);
    const dialog = page.getByRole('dialog');
    // Of the instance: the bar above has others, which are there before it.
    const menu = page.locator('main header [aria-haspopup=menu]');
    await expectDialogsAccessible(page, menu, [
      'suspendInstance',
      'redeployInstance',
      'modifyInstanceReleaseTime',
      'modifyInstanceVpcAttribute',
      'modifyInstancePlacement',
    ]);
    await cloud.write(`/instances/${instanceId}:suspendInstance`);
    await cloud.advance(longEnough);
    await page.reload();
    await menu.click();
    await page.locator('[role=menuitem][data-action=resumeInstance]').click();
    await expect(dialog).toBeVisible();
    await expectAccessible(page, 'resumeInstance');
    await page.goto('/cn-north-1/images');
    await page
      .getByRole('main')
      .getByRole('button', { name: /^(From snapshots|从快照创建)/ })
      .click();
    await expect(dialog).toBeVisible();
    await expectAccessible(page, 'createImageFromSnapshots');
  });
});
