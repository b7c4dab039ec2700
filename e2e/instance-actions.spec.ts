import { expect, test } from './fixtures.ts';
import { Fleet } from './list-page.ts';

/** The simulated work of all kinds is over by then. */
const longEnough = 600_000;

test.beforeEach(({ cloud }) => cloud.freeze());

test('stops an instance, with the charging choice, and watches it become stopped', async ({
  page,
  cloud,
  fleet,
}) => {
  const { instanceId: id, instanceName: name } = await cloud.plain('running');
  await fleet.open(`?q=${id}`);
  await fleet.act(name, 'Stop');
  const dialog = page.getByRole('dialog', { name: `Stop ${name}?` });
  await dialog.getByText('Stop charging', { exact: true }).click();
  await dialog.getByRole('button', { name: 'Stop', exact: true }).click();
  await expect(dialog).toHaveCount(0);
  await expect(fleet.status(name)).toContainText('Stopping');
  await expect(page.getByRole('button', { name: '1 in progress' })).toBeVisible();

  await cloud.advance(longEnough);
  await expect(fleet.status(name)).toContainText('Stopped');
  await expect(page.getByRole('button', { name: 'in progress' })).toHaveCount(0);
  const [call] = await cloud.calls('stopInstance');
  expect(call).toMatchObject({ resourceId: id, code: 200 });
  expect(call?.input).toMatchObject({ chargeOnStopped: 'stopCharging' });
});

test('starts an instance from its menu', async ({ cloud, fleet }) => {
  const { instanceId: id, instanceName: name } = await cloud.plain('stopped');
  await fleet.open(`?q=${id}`);
  await fleet.act(name, 'Start');
  await expect(fleet.status(name)).toContainText('Starting');
  await cloud.advance(longEnough);
  await expect(fleet.status(name)).toContainText('Running');
});

test('reboots an instance after asking', async ({ page, cloud, fleet }) => {
  const { instanceId: id, instanceName: name } = await cloud.plain('running');
  await fleet.open(`?q=${id}`);
  await fleet.act(name, 'Reboot');
  const dialog = page.getByRole('dialog', { name: `Reboot ${name}?` });
  await expect(dialog).toContainText('interrupted');
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  expect(await cloud.calls('rebootInstance')).toEqual([]);
  await fleet.act(name, 'Reboot');
  await dialog.getByRole('button', { name: 'Reboot' }).click();
  await expect(fleet.status(name)).toContainText('Rebooting');
  await cloud.advance(longEnough);
  await expect(fleet.status(name)).toContainText('Running');
});

test('deletes an instance once its name is typed', async ({ page, cloud, fleet }) => {
  const { instanceId: id, instanceName: name } = await cloud.plain('running');
  await fleet.open(`?q=${id}`);
  await fleet.act(name, 'Delete');
  const dialog = page.getByRole('dialog', { name: `Delete ${name}?` });
  await expect(dialog.getByRole('heading', { name: 'Erased for good' })).toBeVisible();
  await expect(dialog.getByRole('heading', { name: 'Kept, still billed' })).toBeVisible();
  const button = dialog.getByRole('button', { name: 'Delete instance' });
  await expect(button).toBeDisabled();
  await dialog.getByLabel(/Type the name/).fill(`${name} `);
  await expect(button).toBeDisabled();
  await dialog.getByLabel(/Type the name/).fill(name);
  await button.click();
  await expect(fleet.status(name)).toContainText('Deleting');
  await cloud.advance(longEnough);
  await expect(fleet.row(name)).toHaveCount(0);
  expect((await cloud.instances()).some(({ instanceId }) => instanceId === id)).toBe(false);
});

test('deleting releases the public IP where that is wanted', async ({ page, cloud, fleet }) => {
  const { instanceId: id, instanceName: name } = await cloud.plain('running', (one) =>
    Boolean(one.elasticIpAddress),
  );
  await fleet.open(`?q=${id}`);
  await fleet.act(name, 'Delete');
  const dialog = page.getByRole('dialog', { name: `Delete ${name}?` });
  await expect(dialog).toContainText('Public IP');
  await dialog.getByRole('checkbox', { name: /Release the public IP/ }).check();
  await dialog.getByLabel(/Type the name/).fill(name);
  await dialog.getByRole('button', { name: 'Delete instance' }).click();
  await expect(fleet.status(name)).toContainText('Deleting');
  const [call] = await cloud.calls('deleteInstance');
  expect(call?.input).toMatchObject({ deletePrimaryNetworkInterfaceAllElasticIp: true });
});

test('renames and describes an instance, refusing what the cloud would refuse', async ({
  page,
  cloud,
  fleet,
}) => {
  const { instanceId: id, instanceName: name } = await cloud.plain('running');
  await fleet.open(`?q=${id}`);
  await fleet.act(name, 'Rename');
  const dialog = page.getByRole('dialog', { name: `Rename ${name}` });
  const save = dialog.getByRole('button', { name: 'Save' });
  await expect(save).toBeDisabled();
  await dialog.getByLabel('Name', { exact: true }).fill('.wrong');
  await expect(save).toBeDisabled();
  await dialog.getByLabel('Name', { exact: true }).fill('网站-1');
  await dialog.getByLabel('Description').fill('<b>not bold</b>');
  await save.click();
  await expect(fleet.row('网站-1')).toBeVisible();
  const [call] = await cloud.calls('modifyInstanceAttribute');
  expect(call?.input).toMatchObject({ name: '网站-1', description: '<b>not bold</b>' });
});

test('an action that is not possible says why, in the menu', async ({ cloud, fleet }) => {
  const { instanceId: id, instanceName: name } = await cloud.plain('stopped');
  await fleet.open(`?q=${id}`);
  const menu = await fleet.menu(name);
  const stop = menu.getByRole('menuitem', { name: /^Stop/ });
  await expect(stop).toHaveAttribute('aria-disabled', 'true');
  await expect(stop).toContainText('Already stopped.');
  await expect(menu.getByRole('menuitem', { name: /^Open VNC/ })).toContainText(
    'Only a running instance can be opened over VNC.',
  );
});

test('says what happened when the state had changed meanwhile', async ({
  page,
  cloud,
  fleet,
  complaints,
}) => {
  complaints.allow(/status of 400/);
  const { instanceId: id, instanceName: name } = await cloud.plain('running');
  await fleet.open(`?q=${id}`);
  await fleet.act(name, 'Stop');
  const dialog = page.getByRole('dialog', { name: `Stop ${name}?` });
  // Somebody else is faster, and this page cannot know.
  await cloud.write(`/instances/${id}:stopInstance`);
  await dialog.getByRole('button', { name: 'Stop', exact: true }).click();
  await expect(dialog.getByRole('alert')).toContainText('FAILED_PRECONDITION');
  await expect(dialog.getByRole('alert')).toContainText(/Request/);
});

test('does one thing to many: the plan, the skipped, how each goes', async ({
  page,
  cloud,
  fleet,
}) => {
  const off = await cloud.plain('stopped');
  const running = (await cloud.instances({ status: 'running' })).slice(0, 3);
  await fleet.open();
  await fleet.select(...running.map(({ instanceName }) => instanceName), off.instanceName);
  await expect(fleet.bulk).toContainText('4 instances selected');
  await fleet.bulk.getByRole('button', { name: /^Stop/ }).click();

  const dialog = page.getByRole('dialog');
  await expect(dialog.getByRole('heading', { level: 2 })).toContainText('3');
  await expect(dialog).toContainText('4 selected, 1 skipped');
  await expect(dialog).toContainText('Already stopped.');
  await dialog.getByRole('button', { name: /3/ }).last().click();
  await expect(fleet.bulk).toHaveCount(0);
  await expect(dialog.locator('[data-phase=running]')).toHaveCount(3);
  await cloud.advance(longEnough);
  await expect(dialog.locator('[data-phase=done]')).toHaveCount(3);
  await dialog.getByRole('button', { name: 'Close', exact: true }).last().click();
  for (const { instanceName } of running) {
    await expect(fleet.status(instanceName)).toContainText('Stopped');
  }
  expect(await cloud.calls('stopInstance')).toHaveLength(3);
});

test('retries just those that failed', async ({ page, cloud, fleet, complaints }) => {
  complaints.allow(/status of 400/);
  const running = (await cloud.instances({ status: 'running' })).slice(0, 3);
  await cloud.order({
    kind: 'error',
    operation: 'stopInstance',
    resourceId: running[1]?.instanceId ?? '',
    status: 'FAILED_PRECONDITION',
    message: 'The host is being maintained',
  });
  await fleet.open();
  await fleet.select(...running.map(({ instanceName }) => instanceName));
  await fleet.bulk.getByRole('button', { name: /^Stop/ }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: /3/ }).last().click();
  await expect(dialog.locator('[data-phase=failed]')).toHaveCount(1);
  await expect(dialog).toContainText('The host is being maintained');
  await expect(dialog.locator('[data-phase=running]')).toHaveCount(2);
  await cloud.advance(longEnough);
  await dialog.getByRole('button', { name: 'Retry 1 failed' }).click();
  await expect(dialog.locator('[data-phase=running]')).toHaveCount(1);
  await cloud.advance(longEnough);
  await expect(dialog.locator('[data-phase=done]')).toHaveCount(3);
  expect(await cloud.calls('stopInstance')).toHaveLength(4);
});

test('stops forty, a few at a time; three are refused and go through when tried again', async ({
  page,
  cloud,
  fleet,
  complaints,
}) => {
  complaints.allow(/status of 400/);
  const running = (await cloud.instances({ status: 'running' })).slice(0, 40);
  expect(running).toHaveLength(40);
  await cloud.order(
    ...[5, 17, 33].map((at) => ({
      kind: 'error',
      operation: 'stopInstance',
      resourceId: running[at]?.instanceId ?? '',
      status: 'FAILED_PRECONDITION',
      message: 'The host is being maintained',
    })),
  );
  await fleet.open();
  await fleet.select(...running.map(({ instanceName }) => instanceName));
  await fleet.bulk.getByRole('button', { name: /^Stop/ }).click();
  const dialog = page.getByRole('dialog', { name: 'Stop 40 instances' });
  const more = dialog.getByRole('button', { name: 'One more at a time' });
  for (let parallel = 5; parallel < 10; parallel += 1) await more.click();
  await dialog.getByRole('button', { name: 'Stop 40 instances' }).click();
  const run = page.getByRole('dialog');
  const underWay = run.locator('[data-phase=running]');
  const done = run.locator('[data-phase=done]');
  for (const [under, before] of [
    [10, 0],
    [10, 10],
    [10, 20],
    [7, 30],
  ] as const) {
    await expect(done).toHaveCount(before);
    await expect(underWay).toHaveCount(under);
    await cloud.advance(longEnough);
  }
  await expect(done).toHaveCount(37);
  await expect(run.locator('[data-phase=failed]')).toHaveCount(3);
  await run.getByRole('button', { name: 'Retry 3 failed' }).click();
  await expect(underWay).toHaveCount(3);
  await cloud.advance(longEnough);
  await expect(done).toHaveCount(40);
  expect(await cloud.calls('stopInstance')).toHaveLength(43);
});

test('a double click and a second tab send nothing twice', async ({
  page,
  context,
  cloud,
  fleet,
}) => {
  const { instanceId: id, instanceName: name } = await cloud.plain('running');
  const other = new Fleet(await context.newPage());
  for (const tab of [fleet, other]) {
    await tab.open(`?q=${id}`);
    await tab.act(name, 'Reboot');
  }
  const dialogIn = (tab: Fleet) => tab.page.getByRole('dialog', { name: `Reboot ${name}?` });
  // Slow enough that the second press comes while the first is under way.
  await cloud.order({ kind: 'latency', operation: 'rebootInstance', ms: 1_000 });
  await dialogIn(fleet).getByRole('button', { name: 'Reboot' }).dblclick();
  await dialogIn(other).getByRole('button', { name: 'Reboot' }).click();
  await expect(dialogIn(other).getByRole('alert')).toBeVisible();
  await expect(dialogIn(fleet)).toHaveCount(0);
  await expect(fleet.status(name)).toContainText('Rebooting');
  // It is still on its way, and the other tab knows.
  await dialogIn(other).getByRole('button', { name: 'Reboot' }).click();
  await expect(dialogIn(other).getByRole('alert')).toBeVisible();
  expect(await cloud.calls('rebootInstance')).toHaveLength(1);
  await other.page.close();
  await expect(page.getByRole('button', { name: '1 in progress' })).toBeVisible();
});

test('what was started is remembered over a reload', async ({ page, cloud, fleet }) => {
  const { instanceId: id, instanceName: name } = await cloud.plain('stopped');
  await fleet.open(`?q=${id}`);
  await fleet.act(name, 'Start');
  await expect(page.getByRole('button', { name: '1 in progress' })).toBeVisible();
  await page.reload();
  await expect(page.getByRole('button', { name: '1 in progress' })).toBeVisible();
  await cloud.advance(longEnough);
  await expect(page.getByRole('button', { name: 'in progress' })).toHaveCount(0);
});
