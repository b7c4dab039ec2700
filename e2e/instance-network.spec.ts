import type { Locator, Page } from '@playwright/test';
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
  associateElasticIp: [
    failed('ElasticIp fip-x already in use'),
    failed("The instance and elasticIp 'fip-x' are in different azs"),
    failed('NetworkInterface already in use'),
    ['NOT_FOUND', 'ElasticIpId fip-x not found'],
    ['NOT_FOUND', "Instance 'i-gone' not found."],
  ],
  disassociateElasticIp: [
    failed("Elastic ip isn't associated to this instance's primary network interface"),
    ['NOT_FOUND', 'ElasticIpId fip-x not found'],
    ['NOT_FOUND', "Instance 'i-gone' not found."],
  ],
  attachNetworkInterface: [
    // Without the task that is under way: that one only has to be waited for.
    ...anyChange.slice(1),
    failed('Flavor constraints. NetworkInterface limit exceeded'),
    failed('NetworkInterface has been attached on other device'),
    failed('No NetworkInterface permissions.'),
    failed("ElasticIp 'fip-x' and instance are not in the same az"),
  ],
  modifyInstanceNetworkAttribute: [
    failed("NetworkInterface 'port-x' not mounted on instance"),
    failed("Can't modify primaryNetworkInterface"),
    ['NOT_FOUND', "Instance 'i-gone' not found."],
  ],
} satisfies Record<string, readonly Refusal[]>;

const section = (page: Page, name: string) => page.getByRole('group', { name, exact: true });
const interfaces = (page: Page) => section(page, 'Network interfaces');
const freeInterface = (page: Page, name: string) =>
  section(page, 'Interfaces in no use').getByRole('row', { name });
const freeAddress = (page: Page, name: string) =>
  section(page, 'Elastic IPs in no use').getByRole('row', { name });

/** Opens the network of a machine with a free interface in its VPC and room for it. */
async function openNetwork(
  page: Page,
  cloud: Cloud,
  { withAddress }: { withAddress: boolean },
): Promise<Instance> {
  const { vpcId } = await cloud.freeInterface('spare-trade');
  const instance = await cloud.plain(
    'running',
    (one) =>
      one.vpcId === vpcId &&
      (one.secondaryNetworkInterfaces ?? []).length === 0 &&
      Boolean(one.elasticIpAddress) === withAddress,
  );
  await page.goto(`/cn-north-1/instances/${instance.instanceId}/network`);
  await expect(freeInterface(page, 'spare-trade')).toBeVisible();
  return instance;
}

async function act(page: Page, row: Locator, action: string): Promise<void> {
  await row.getByRole('button', { name: /^Actions on/ }).click();
  await page.getByRole('menuitem', { name: new RegExp(`^${action}`) }).click();
}

async function why(page: Page, row: Locator, action: string): Promise<string> {
  await row.getByRole('button', { name: /^Actions on/ }).click();
  const item = page.getByRole('menuitem', { name: new RegExp(`^${action}`) });
  await expect(item).toHaveAttribute('aria-disabled', 'true');
  const text = await item.innerText();
  await page.keyboard.press('Escape');
  return text;
}

const button = (page: Page, name: string) => page.getByRole('main').getByRole('button', { name });

async function pick(page: Page, field: string, name: string): Promise<void> {
  await page.getByRole('dialog').getByRole('combobox', { name: field }).click();
  await page.getByRole('option', { name }).click();
}

test('attaches an interface, says what becomes of it, and detaches it again', async ({
  page,
  cloud,
  complaints,
}) => {
  complaints.allow(/status of 4\d\d/);
  const { instanceId, instanceName } = await openNetwork(page, cloud, { withAddress: true });
  await button(page, 'Attach interface…').click();
  const dialog = page.getByRole('dialog', { name: `Attach an interface to ${instanceName}` });
  await pick(page, 'Interface', 'spare-trade');
  await dialog.getByRole('button', { name: 'Attach', exact: true }).click();
  await expect(dialog).toHaveCount(0);
  await expect(page.getByRole('button', { name: '1 in progress' })).toBeVisible();
  await cloud.advance(longEnough);
  const row = interfaces(page).getByRole('row', { name: /^Secondary/ });
  await expect(row).toContainText('Kept');
  await expect(page.getByRole('button', { name: 'in progress' })).toHaveCount(0);
  await expect(freeInterface(page, 'spare-trade')).toHaveCount(0);

  const goes = row.getByRole('checkbox', { name: /^Delete with the instance/ });
  await goes.check();
  await expect(row).toContainText('Deleted');
  await goes.uncheck();
  await expect(row).toContainText('Kept');
  const refused = refusals.modifyInstanceNetworkAttribute;
  for (const [at, [status, message]] of refused.entries()) {
    const operation = 'modifyInstanceNetworkAttribute';
    await cloud.order({ kind: 'error', operation, status, message });
    await goes.click();
    await expect(page.getByRole('button', { name: `${at + 1} failed` })).toBeVisible();
    await expect(goes).not.toBeChecked();
    await expect(row).toContainText('Kept');
  }
  await page.getByRole('button', { name: `${refused.length} failed` }).click();
  for (const [, message] of refused) await expect(page.getByText(message)).toBeVisible();
  await page.keyboard.press('Escape');

  await act(page, row, 'Detach');
  const ask = page.getByRole('dialog', { name: /^Detach port-/ });
  await expect(ask).toContainText('are cut');
  await ask.getByRole('button', { name: 'Detach' }).click();
  await expect(ask).toHaveCount(0);
  await cloud.advance(longEnough);
  await expect(row).toHaveCount(0);
  await expect(freeInterface(page, 'spare-trade')).toBeVisible();
  const [attach] = await cloud.calls('attachNetworkInterface');
  expect(attach).toMatchObject({ resourceId: instanceId, input: { autoDelete: false } });
  const changes = await cloud.calls('modifyInstanceNetworkAttribute');
  expect(changes.slice(0, 2).map(({ input }) => input['networks'])).toMatchObject([
    [{ autoDelete: true }],
    [{ autoDelete: false }],
  ]);
  expect(await cloud.calls('detachNetworkInterface')).toHaveLength(1);
});

test('makes a new interface in a subnet and attaches it', async ({ page, cloud }) => {
  const { instanceId, privateIpAddress = '' } = await openNetwork(page, cloud, {
    withAddress: true,
  });
  await button(page, 'Attach interface…').click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText('New', { exact: true }).click();
  await dialog.getByLabel('Private IP').fill('10.0.300.1');
  await expect(dialog).toContainText('This is no address.');
  await dialog.getByLabel('Private IP').fill('192.168.1.1');
  await expect(dialog).toContainText('It is not in');
  await dialog.getByLabel('Private IP').fill(privateIpAddress);
  await expect(dialog).toContainText(`${instanceId} has this address.`);
  await expect(dialog.getByRole('button', { name: 'Create and attach' })).toBeDisabled();
  await dialog.getByLabel('Private IP').fill('');
  await dialog.getByLabel('Name').fill('second-nic');
  await dialog.getByRole('combobox', { name: 'Security groups' }).click();
  await page.getByRole('option').first().click();
  await dialog.getByRole('heading').click();
  await dialog.getByRole('button', { name: 'Create and attach' }).click();
  await expect(dialog).toHaveCount(0);
  await expect
    .poll(async () => (await cloud.calls('attachNetworkInterface')).map(({ code }) => code))
    .toEqual([200]);
  await cloud.advance(longEnough);
  await expect(interfaces(page).getByRole('row', { name: /^Secondary/ })).toBeVisible();
  const [create] = await cloud.calls('createNetworkInterface');
  expect(create?.input).toMatchObject({ networkInterfaceName: 'second-nic' });
  expect(create?.input['securityGroups']).toHaveLength(1);
});

test('deletes an interface in no use', async ({ page, cloud }) => {
  await openNetwork(page, cloud, { withAddress: true });
  await act(page, freeInterface(page, 'spare-trade'), 'Delete interface');
  const dialog = page.getByRole('dialog', { name: 'Delete spare-trade?' });
  await expect(dialog).toContainText('goes back to the subnet');
  await dialog.getByRole('button', { name: 'Delete interface' }).click();
  await expect(freeInterface(page, 'spare-trade')).toHaveCount(0);
  expect(await cloud.calls('deleteNetworkInterface')).toHaveLength(1);
});

test('associates an elastic IP that is free, and disassociates it', async ({ page, cloud }) => {
  const { instanceId, instanceName } = await openNetwork(page, cloud, { withAddress: false });
  await button(page, 'Associate elastic IP…').click();
  const dialog = page.getByRole('dialog', { name: `Associate an elastic IP with ${instanceName}` });
  await expect(dialog).toContainText('the primary address');
  await pick(page, 'Elastic IP', 'spare-eip-01');
  await dialog.getByRole('button', { name: 'Associate', exact: true }).click();
  await expect(dialog).toHaveCount(0);
  await expect(freeAddress(page, 'spare-eip-01')).toHaveCount(0);
  await button(page, 'Disassociate elastic IP…').click();
  const ask = page.getByRole('dialog', { name: /^Disassociate/ });
  await expect(ask).toContainText('can no longer be reached');
  await ask.getByRole('button', { name: 'Disassociate' }).click();
  await expect(freeAddress(page, 'spare-eip-01')).toBeVisible();
  await expect(button(page, 'Associate elastic IP…')).toBeVisible();
  expect(await cloud.calls('associateElasticIp')).toMatchObject([{ resourceId: instanceId }]);
  expect(await cloud.calls('disassociateElasticIp')).toHaveLength(1);
});

test('makes a new elastic IP for it, and gives it back with the disassociation', async ({
  page,
  cloud,
}) => {
  await openNetwork(page, cloud, { withAddress: false });
  await button(page, 'Associate elastic IP…').click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText('New', { exact: true }).click();
  await dialog.getByRole('textbox', { name: 'Bandwidth' }).fill('500');
  await expect(dialog.getByRole('button', { name: 'Create and associate' })).toBeDisabled();
  await dialog.getByText('By bandwidth', { exact: true }).click();
  await dialog.getByRole('button', { name: 'Create and associate' }).click();
  await expect(button(page, 'Disassociate elastic IP…')).toBeVisible();
  const [create] = await cloud.calls('createElasticIps');
  expect(create?.input['elasticIpSpec']).toMatchObject({
    bandwidthMbps: 500,
    chargeSpec: { chargeMode: 'postpaid_by_duration' },
  });
  await button(page, 'Disassociate elastic IP…').click();
  await page
    .getByRole('dialog')
    .getByRole('checkbox', { name: /Release the address/ })
    .check();
  await page.getByRole('dialog').getByRole('button', { name: 'Disassociate' }).click();
  await expect(button(page, 'Associate elastic IP…')).toBeVisible();
  await expect.poll(async () => (await cloud.calls('deleteElasticIp')).length).toBe(1);
});

test('releases a free elastic IP once its address is typed', async ({ page, cloud }) => {
  await openNetwork(page, cloud, { withAddress: true });
  const row = freeAddress(page, 'spare-eip-02');
  const address = await row.getByRole('cell').first().innerText();
  await act(page, row, 'Release');
  const dialog = page.getByRole('dialog', { name: `Release ${address}?` });
  await expect(dialog.getByRole('button', { name: 'Release' })).toBeDisabled();
  await dialog.getByLabel(/Type the address/).fill(address);
  await dialog.getByRole('button', { name: 'Release' }).click();
  await expect(row).toHaveCount(0);
  expect(await cloud.calls('deleteElasticIp')).toHaveLength(1);
});

test('what is not possible says why before anything is asked', async ({ page, cloud }) => {
  await openNetwork(page, cloud, { withAddress: true });
  const primary = interfaces(page).getByRole('row', { name: /^Primary/ });
  expect(await why(page, primary, 'Detach')).toContain('cannot be detached');
  await expect(primary).toContainText('always goes with its instance');
  await expect(primary.getByRole('checkbox')).toHaveCount(0);
  expect(await why(page, freeAddress(page, 'spare-eip-01'), 'Associate')).toContain(
    'disassociate that one first',
  );
  await button(page, 'Attach interface…').click();
  await page.getByRole('dialog').getByRole('combobox', { name: 'Interface' }).click();
  await expect(
    page.getByRole('option', { name: /In another VPC|Attached to another/ }).first(),
  ).toHaveAttribute('aria-disabled', 'true');
});

test('an elastic IP of another zone cannot be taken', async ({ page, cloud }) => {
  const { az } = await openNetwork(page, cloud, { withAddress: false });
  const row = freeAddress(page, 'zonal-eip-b');
  test.skip((await row.innerText()).includes(az ?? ''), 'the seed has put both in one zone');
  expect(await why(page, row, 'Associate')).toContain('In another zone');
});

test('a refusal that only the cloud can know is shown in its own words', async ({
  page,
  cloud,
  complaints,
}) => {
  complaints.allow(/status of 4\d\d/);
  await openNetwork(page, cloud, { withAddress: false });
  const dialog = page.getByRole('dialog');
  const send = (name: string) => dialog.getByRole('button', { name, exact: true });
  await button(page, 'Associate elastic IP…').click();
  await pick(page, 'Elastic IP', 'spare-eip-01');
  const { associateElasticIp, disassociateElasticIp, attachNetworkInterface } = refusals;
  await expectEachSaid(cloud, 'associateElasticIp', associateElasticIp, send('Associate'));
  await send('Associate').click();
  await button(page, 'Disassociate elastic IP…').click();
  await expectEachSaid(cloud, 'disassociateElasticIp', disassociateElasticIp, send('Disassociate'));
  await page.keyboard.press('Escape');
  await button(page, 'Attach interface…').click();
  await pick(page, 'Interface', 'spare-trade');
  await expectEachSaid(cloud, 'attachNetworkInterface', attachNetworkInterface, send('Attach'));
  await send('Attach').click();
  await cloud.advance(longEnough);
  const row = interfaces(page).getByRole('row', { name: /^Secondary/ });
  await act(page, row, 'Detach');
  await expectEachSaid(cloud, 'detachNetworkInterface', anyChange, send('Detach'));
});

test('by keyboard alone', async ({ page, cloud }) => {
  await openNetwork(page, cloud, { withAddress: false });
  await freeAddress(page, 'spare-eip-01')
    .getByRole('button', { name: /^Actions/ })
    .focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('menuitem', { name: 'Associate' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(freeAddress(page, 'spare-eip-01')).toHaveCount(0);
  await button(page, 'Attach interface…').focus();
  await page.keyboard.press('Enter');
  await page.getByRole('dialog').getByRole('combobox').focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.getByRole('dialog').getByRole('button', { name: 'Attach', exact: true }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await cloud.advance(longEnough);
  await expect(interfaces(page).getByRole('row', { name: /^Secondary/ })).toBeVisible();
});

test('addresses and the SSH command can be copied', async ({ page, cloud, context, fleet }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const { instanceName, instanceId, privateIpAddress, elasticIpAddress } = await openNetwork(
    page,
    cloud,
    { withAddress: true },
  );
  const pasted = () => page.evaluate(() => navigator.clipboard.readText());
  await interfaces(page)
    .getByRole('button', { name: `Copy ${privateIpAddress}` })
    .click();
  expect(await pasted()).toBe(privateIpAddress);
  await fleet.open(`?q=${instanceId}`);
  await fleet.act(instanceName, 'Copy SSH command');
  await expect.poll(pasted).toBe(`ssh root@${elasticIpAddress}`);
});

test.describe('in Chinese', () => {
  test.use({ locale: 'zh-CN' });

  test('the part and its dialogs are accessible', async ({ page, cloud }) => {
    const { instanceId } = await cloud.plain('running', (one) => !one.elasticIpAddress);
    await page.goto(`/cn-north-1/instances/${instanceId}/network`);
    await expect(page.locator('tbody')).toHaveCount(3);
    await expectAccessible(page, 'network');
    const dialog = page.getByRole('dialog');
    for (const place of [0, 1]) {
      await page.locator('main section header button').nth(place).click();
      await expect(dialog.getByRole('combobox')).toBeVisible();
      await expectAccessible(page, `dialog ${place}`);
      await dialog.locator('label').nth(1).click();
      await expectAccessible(page, `dialog ${place}, a new one`);
      await page.keyboard.press('Escape');
      await expect(dialog).toHaveCount(0);
    }
    await page.locator('tbody').last().getByRole('row').first().getByRole('button').click();
    await page.locator('[role=menuitem][data-action=deleteElasticIp]').click();
    await expect(dialog).toBeVisible();
    await expectAccessible(page, 'release');
  });
});
