import type { Page } from '@playwright/test';
import { expectAccessible } from './accessibility.ts';
import { expect, test } from './fixtures.ts';

/** The simulated work of all kinds is over by then. */
const longEnough = 600_000;

test.beforeEach(({ cloud }) => cloud.freeze());

/** What the browser has written down anywhere: the activity, drafts, the address. */
const written = (page: Page) =>
  page.evaluate(() =>
    JSON.stringify([{ ...localStorage }, { ...sessionStorage }, history.state, location.href]),
  );

test('resets a password: the rules while typing, a made one, and what still waits', async ({
  page,
  cloud,
  fleet,
}) => {
  const { instanceId: id, instanceName: name } = await cloud.plain('running');
  await fleet.open(`?q=${id}`);
  await fleet.act(name, 'Reset password');
  const dialog = page.getByRole('dialog', { name: `Reset the password of ${name}` });
  const field = dialog.getByLabel('New password', { exact: true });
  const reset = dialog.getByRole('button', { name: 'Reset password' });
  await expect(field).toBeFocused();
  await expect(dialog).toContainText('Login: root');
  await page.keyboard.type('qweroot1');
  await expect(dialog).toContainText('No three neighbouring keys');
  await expect(dialog).toContainText('must not contain the user name');
  await expect(reset).toBeDisabled();
  await dialog.getByRole('button', { name: 'Generate' }).click();
  await expect(dialog).toContainText('Keeps all the rules.');
  const password = await field.inputValue();
  await reset.click();
  await expect(dialog).toHaveCount(0);
  const [call] = await cloud.calls('modifyInstancePassword');
  expect(call).toMatchObject({ resourceId: id, code: 200 });
  await cloud.advance(longEnough);

  await page.goto(`/cn-north-1/instances/${id}`);
  await expect(page.getByText('active after a reboot through the console')).toBeVisible();
  expect(await written(page)).not.toContain(password);
  await page.getByRole('main').getByRole('button', { name: 'Reboot…' }).last().click();
  await page.getByRole('dialog').getByRole('button', { name: 'Reboot' }).click();
  await expect(page.getByRole('main')).toContainText('Rebooting');
  await cloud.advance(longEnough);
  await expect(page.getByText('active after a reboot through the console')).toHaveCount(0);
});

test('what the cloud refuses stays in the dialog, with its words and what was typed', async ({
  page,
  cloud,
  fleet,
  complaints,
}) => {
  complaints.allow(/status of 4\d\d/);
  const { instanceId: id, instanceName: name } = await cloud.plain('running');
  await fleet.open(`?q=${id}`);
  await fleet.act(name, 'Reset password');
  const dialog = page.getByRole('dialog');
  const field = dialog.getByLabel('New password', { exact: true });
  await field.fill('Str0ng-Enough_9');
  for (const [status, message] of [
    ['INVALID_ARGUMENT', 'Invalid password'],
    ['NOT_FOUND', 'System disk not found'],
    ['FAILED_PRECONDITION', 'Conflict with underlay task 90418'],
  ] as const) {
    await cloud.order({ kind: 'error', operation: 'modifyInstancePassword', status, message });
    await dialog.getByRole('button', { name: 'Reset password' }).click();
    await expect(dialog.getByRole('alert')).toContainText(`${status} ${message}`);
    await expect(dialog.getByRole('alert')).toContainText(/Request/);
    await expect(field).toHaveValue('Str0ng-Enough_9');
  }
  await dialog.getByRole('button', { name: 'Reset password' }).click();
  await expect(dialog).toHaveCount(0);
});

test('resets the password of several, which reboot when that is over', async ({
  page,
  cloud,
  fleet,
  complaints,
}) => {
  // The reboot is asked for while the reset still holds the machine.
  complaints.allow(/status of 400/);
  const [one, two] = (await cloud.instances({ status: 'running' })).slice(0, 2);
  const off = await cloud.plain('stopped');
  if (!one || !two) throw new Error('Too few of them run');
  await fleet.open();
  await fleet.select(one.instanceName, two.instanceName, off.instanceName);
  await fleet.bulk.getByRole('button', { name: 'More' }).click();
  await page.getByRole('menuitem', { name: /^Reset password/ }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText('All get the same password.');
  await expect(dialog).toContainText('Active once started');
  await dialog.getByLabel('New password', { exact: true }).fill('Str0ng-Enough_9');
  await dialog.getByRole('checkbox', { name: /Reboot now/ }).check();
  await expect(dialog).toContainText('Reboots after it');
  await dialog.getByRole('button', { name: 'Reset the password of 3 instances' }).click();
  await expect(dialog.locator('[data-phase=done]')).toHaveCount(1);
  await expect(dialog.locator('[data-phase=running]')).toHaveCount(2);
  await cloud.advance(longEnough);
  await expect(fleet.status(one.instanceName)).toContainText('Rebooting');
  await expect(fleet.status(two.instanceName)).toContainText('Rebooting');
  await cloud.advance(longEnough);
  await expect(dialog.locator('[data-phase=done]')).toHaveCount(3);
  expect(await cloud.calls('modifyInstancePassword')).toHaveLength(3);
  expect((await cloud.calls('rebootInstance')).filter(({ code }) => code === 200)).toHaveLength(2);
});

test('makes an image of some of its disks, and leads to it', async ({ page, cloud, fleet }) => {
  const name = 'pg-main-primary';
  await fleet.open(`?q=${name}`);
  await fleet.act(name, 'Create image');
  const dialog = page.getByRole('dialog', { name: `Create an image of ${name}` });
  const create = dialog.getByRole('button', { name: 'Create image' });
  await expect(create).toBeDisabled();
  await dialog.getByLabel('Name of the image').fill('not this one');
  await expect(create).toBeDisabled();
  await dialog.getByLabel('Name of the image').fill('pg-2026.11');
  await expect(dialog.getByRole('checkbox', { name: /vda/ })).toBeDisabled();
  await dialog.getByRole('checkbox', { name: /vdb/ }).uncheck();
  await expect(dialog).toContainText('2 snapshots will be taken.');
  await create.click();
  await expect(dialog).toHaveCount(0);
  const [call] = await cloud.calls('createImage');
  expect(call).toMatchObject({
    code: 200,
    input: { name: 'pg-2026.11', dataDisks: [{ deviceName: 'vdb', noDevice: true }] },
  });
  await page.goto('/cn-north-1/activity');
  await page.getByRole('button', { name: '1 in progress' }).click();
  await page.getByRole('link', { name: 'pg-2026.11' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'pg-2026.11' })).toBeVisible();
  await cloud.advance(longEnough);
  await expect(page.getByRole('main')).toContainText('Available');
  await expect(page.getByRole('button', { name: 'in progress' })).toHaveCount(0);
});

test('a machine with a local system disk is stopped for its image and started again', async ({
  page,
  cloud,
  fleet,
}) => {
  const name = 'nat-gw-01';
  await fleet.open(`?q=${name}`);
  await fleet.act(name, 'Create image');
  const dialog = page.getByRole('dialog', { name: `Create an image of ${name}` });
  await expect(dialog).toContainText('Its system disk is local');
  await expect(dialog).toContainText('Stop → Create image → Start');
  await dialog.getByLabel('Name of the image').fill('nat-2026');
  await dialog.getByRole('button', { name: 'Create image' }).click();
  await expect(fleet.status(name)).toContainText('Stopping');
  for (const operation of ['createImage', 'startInstance']) {
    await cloud.advance(longEnough);
    await expect.poll(async () => (await cloud.calls(operation)).at(-1)?.code).toBe(200);
  }
  await cloud.advance(longEnough);
  await expect(fleet.status(name)).toContainText('Running');
});

test('changes host name, metadata and launch script, and writes them nowhere', async ({
  page,
  cloud,
  fleet,
  complaints,
}) => {
  complaints.allow(/status of 400/);
  const { instanceId: id, instanceName: name } = await cloud.plain('running');
  await cloud.write(`/instances/${id}:modifyInstanceAttribute`, {
    metadata: [
      { key: 'role', value: 'web' },
      { key: 'old', value: 'x' },
    ],
  });
  await fleet.open(`?q=${id}`);
  await fleet.act(name, 'Hostname and metadata');
  const dialog = page.getByRole('dialog', { name: `Hostname and metadata of ${name}` });
  const save = dialog.getByRole('button', { name: 'Save' });
  await expect(dialog.getByRole('textbox', { name: 'Key 1' })).toHaveValue('role');
  await expect(save).toBeDisabled();
  await dialog.getByLabel('Hostname').fill('web..1');
  await expect(dialog).toContainText('2 to 64');
  await dialog.getByLabel('Hostname').fill('web.front-1');
  await dialog.getByRole('button', { name: 'Remove old' }).click();
  await expect(dialog).toContainText('old: removed');
  await dialog.getByRole('button', { name: 'Add a pair' }).click();
  await dialog.getByRole('textbox', { name: 'Key 2' }).fill('ROLE');
  await expect(dialog).toContainText('Two keys differ in case only.');
  await dialog.getByRole('textbox', { name: 'Key 2' }).fill('token');
  await dialog.getByRole('textbox', { name: 'Value 2' }).fill('hunter-2\nsecond line');
  await dialog.getByLabel('Launch script').fill('echo hello');
  await expect(dialog).toContainText('The first line has to be #!/bin/bash');
  await expect(save).toBeDisabled();
  await dialog.getByLabel('Launch script').fill('#!/bin/bash\necho hunter-3\n');
  const message = 'Add metadata key-value count more than 40 pairs.';
  await cloud.order({
    kind: 'error',
    operation: 'modifyInstanceAttribute',
    status: 'INVALID_ARGUMENT',
    message,
  });
  await save.click();
  await expect(dialog.getByRole('alert')).toContainText(`INVALID_ARGUMENT ${message}`);
  await save.click();
  await expect(dialog).toHaveCount(0);
  const calls = await cloud.calls('modifyInstanceAttribute');
  expect(calls.at(-1)).toMatchObject({ code: 200, input: { hostname: 'web.front-1' } });

  await fleet.act(name, 'Hostname and metadata');
  await expect(dialog.getByRole('textbox', { name: 'Key 2' })).toHaveValue('token');
  await expect(dialog.getByRole('textbox', { name: 'Value 2' })).toHaveValue(
    'hunter-2\nsecond line',
  );
  await expect(dialog.getByRole('textbox', { name: 'Key 3' })).toHaveCount(0);
  await expect(dialog.getByLabel('Launch script')).toHaveValue(/hunter-3/);
  expect(await written(page)).not.toMatch(/hunter/);
});

test('changes the type of a running machine: stops it, changes it, starts it', async ({
  page,
  cloud,
  fleet,
  complaints,
}) => {
  complaints.allow(/status of 400/);
  const suits = ({ instanceType }: { instanceType?: string }) => instanceType === 'g.n4.large';
  const { instanceId: id, instanceName: name } = await cloud.plain('running', suits);
  await cloud.order({
    kind: 'error',
    operation: 'resizeInstance',
    status: 'FAILED_PRECONDITION',
    message: 'Resource is not enough',
  });
  await fleet.open(`?q=${id}`);
  await fleet.act(name, 'Change type');
  const dialog = page.getByRole('dialog', { name: `Change the type of ${name}` });
  await expect(dialog).toContainText('g.n4.large, 2 vCPU');
  const change = dialog.getByRole('button', { name: 'Change type' });
  await expect(change).toBeDisabled();
  await expect(dialog.getByRole('radio', { name: 'g.n2.metal' })).toHaveCount(0);
  await dialog.getByRole('checkbox', { name: 'Only what is possible' }).uncheck();
  await expect(dialog.getByRole('radio', { name: 'g.n2.metal' })).toBeDisabled();
  await expect(dialog).toContainText('Nothing can be resized to bare metal.');
  await expect(dialog.getByRole('radio', { name: 'g.n4.large' })).toHaveAccessibleDescription(
    'The type it has.',
  );
  await dialog.getByRole('textbox', { name: 'Find' }).fill('g.n4 16');
  await dialog.getByRole('radio', { name: 'g.n4.xlarge' }).check();
  await expect(dialog).toContainText('Stop → Change type → Start');
  await expect(dialog).toContainText('The old type is settled at once');
  await change.click();
  await expect(fleet.status(name)).toContainText('Stopping');
  await cloud.advance(longEnough);

  // The step in the middle is refused: it waits for a person, who asks for it once more.
  await page.goto(`/cn-north-1/instances/${id}`);
  await expect(page.getByRole('complementary')).toContainText('Resource is not enough');
  await page.getByRole('button', { name: `Retry: Change type, ${name}` }).click();
  await expect(page.getByRole('main')).toContainText('Resizing');
  await cloud.advance(longEnough);
  await expect(page.getByRole('main')).toContainText('Starting');
  await cloud.advance(longEnough);
  await expect(page.getByRole('main')).toContainText('Running');
  await expect(page.getByRole('main')).toContainText('g.n4.xlarge');
  const codes = async (operation: string) => (await cloud.calls(operation)).map(({ code }) => code);
  expect(await codes('stopInstance')).toEqual([200]);
  expect(await codes('resizeInstance')).toEqual([400, 200]);
  expect(await codes('startInstance')).toEqual([200]);
});

test('local data is wiped only when that is meant; several get one type, each with its steps', async ({
  page,
  cloud,
  fleet,
  complaints,
}) => {
  complaints.allow(/status of 400/);
  await fleet.open('?q=kafka-broker-01');
  await fleet.act('kafka-broker-01', 'Change type');
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText('1,862 GB local will be wiped');
  await expect(dialog).toContainText('Prepaid');
  await dialog.getByRole('radio', { name: 's.i3.4xlarge' }).check();
  const change = dialog.getByRole('button', { name: 'Change type' });
  await expect(change).toBeDisabled();
  await dialog.getByRole('checkbox', { name: 'Wipe the local data disks' }).check();
  await dialog.getByRole('checkbox', { name: 'Start again afterwards' }).uncheck();
  await expect(dialog).toContainText('Stop → Change type');
  await change.click();
  await expect(fleet.status('kafka-broker-01')).toContainText('Stopping');
  await cloud.advance(longEnough);
  await expect(fleet.status('kafka-broker-01')).toContainText('Resizing');
  await cloud.advance(longEnough);
  await expect(fleet.status('kafka-broker-01')).toContainText('Stopped');
  const [call] = await cloud.calls('resizeInstance');
  expect(call?.input).toMatchObject({ instanceType: 's.i3.4xlarge', force: true });
  expect(await cloud.calls('startInstance')).toEqual([]);

  await fleet.open();
  const off = await cloud.plain('stopped', ({ instanceType }) => instanceType === 'g.s2.large');
  await fleet.select('web-front-01', off.instanceName, 'perf-metal-01');
  await fleet.bulk.getByRole('button', { name: 'More' }).click();
  await page.getByRole('menuitem', { name: /^Change type/ }).click();
  await expect(dialog).toContainText('Bare metal cannot be resized.');
  await dialog.getByRole('combobox', { name: 'New type of all' }).fill('g.n2.l');
  await page.getByRole('option', { name: 'g.n2.large' }).click();
  await dialog.getByRole('button', { name: 'Change the type of 2 instances' }).click();
  const row = dialog.getByRole('listitem').filter({ hasText: 'web-front-01' });
  await expect(row).toContainText('Stopping (1 of 3)');
  await expect(dialog.locator('[data-phase=running]')).toHaveCount(2);
  await cloud.advance(longEnough);
  await expect(fleet.status('web-front-01')).toContainText('Resizing');
  await expect(row).toContainText('Changing type (2 of 3)');
  await expect(dialog.locator('[data-phase=done]')).toHaveCount(1);
  // What has been done stays done: only the step that failed is tried again.
  const message = 'Resource is not enough';
  const fault = { kind: 'error', operation: 'startInstance', status: 'FAILED_PRECONDITION' };
  await cloud.order({ ...fault, message });
  await cloud.advance(longEnough);
  await expect(row).toContainText('Not started (3 of 3)');
  await expect(row).toContainText(message);
  await dialog.getByRole('button', { name: 'Retry 1 failed' }).click();
  await expect(row).toContainText('Starting (3 of 3)');
  await expect(fleet.status('web-front-01')).toContainText('Starting');
  await cloud.advance(longEnough);
  await expect(dialog.locator('[data-phase=done]')).toHaveCount(2);
  await expect(row).toContainText('Type changed');
  expect(await cloud.calls('resizeInstance')).toHaveLength(3);
});

test('rebuilds a machine that runs; a reload loses the password, which is asked for anew', async ({
  page,
  cloud,
  fleet,
  complaints,
}) => {
  // The page asks before it goes, as the password goes with it.
  page.on('dialog', (question) => void question.accept());
  complaints.allow(/status of 400/);
  const { instanceId: id, instanceName: name } = await cloud.plain(
    'running',
    ({ osType, instanceType }) => osType === 'linux' && instanceType === 'g.n4.large',
  );
  await fleet.open(`?q=${id}`);
  await fleet.act(name, 'Rebuild');
  const dialog = page.getByRole('dialog', { name: `Rebuild ${name}` });
  await expect(dialog).toContainText(`system disk ${name}-sys (40 GB) is erased for good`);
  await expect(dialog).toContainText('Data disks, addresses and the instance itself stay.');
  const rebuild = dialog.getByRole('button', { name: 'Rebuild instance' });
  await dialog.getByRole('combobox', { name: 'Image', exact: true }).selectOption('Official');
  await dialog.getByRole('combobox', { name: 'Image to put on it' }).fill('Windows');
  await page
    .getByRole('option', { name: /Windows Server/ })
    .first()
    .click();
  // Another system, other rules.
  await expect(dialog).toContainText('Login: Administrator');
  await expect(dialog.getByRole('radio', { name: 'Key pair' })).toHaveCount(0);
  await dialog.getByRole('combobox', { name: 'Image to put on it' }).fill('Ubuntu 20.04');
  await page
    .getByRole('option', { name: /Ubuntu 20.04/ })
    .first()
    .click();
  const password = 'Str0ng-Enough_9';
  await dialog.getByLabel('New password', { exact: true }).fill(password);
  await dialog.getByLabel('Launch script').fill('echo');
  await dialog.getByLabel(/Type the name/).fill(name);
  await expect(rebuild).toBeDisabled();
  await dialog.getByLabel('Launch script').fill('#!/bin/bash\n');
  await expect(dialog).toContainText('Stop → Rebuild → Start');
  await rebuild.click();
  await expect(fleet.status(name)).toContainText('Stopping');

  await page.goto(`/cn-north-1/instances/${id}`);
  await cloud.advance(longEnough);
  await expect(page.getByRole('main')).toContainText('it has to be entered again');
  expect(await written(page)).not.toContain(password);
  expect(await cloud.calls('rebuildInstance')).toEqual([]);
  await page.getByRole('button', { name: 'Enter it again…' }).click();
  await expect(dialog.getByRole('checkbox', { name: 'Start again afterwards' })).toBeChecked();
  await dialog.getByText('Key pair', { exact: true }).click();
  await dialog.getByRole('combobox', { name: 'Key pair' }).click();
  await page.getByRole('option', { name: 'ops-2026' }).click();
  await dialog.getByLabel('Hostname').fill('fresh-1');
  await dialog.getByLabel(/Type the name/).fill(name);
  await rebuild.click();
  await expect(page.getByRole('main')).toContainText('Rebuilding');
  await expect(page.getByText('it has to be entered again')).toHaveCount(0);
  await cloud.advance(longEnough);
  await expect(page.getByRole('main')).toContainText('Starting');
  await cloud.advance(longEnough);
  await expect(page.getByRole('main')).toContainText('Running');
  const [call] = await cloud.calls('rebuildInstance');
  expect(call).toMatchObject({
    code: 200,
    input: { keyNames: ['ops-2026'], passWordAuth: 'no', hostname: 'fresh-1' },
  });
});

test.describe('in Chinese', () => {
  test.use({ locale: 'zh-CN' });

  test('the dialogs that change an instance', async ({ page }) => {
    await page.goto('/cn-north-1/instances?q=pg-main-primary');
    for (const action of [
      'modifyInstancePassword',
      'resizeInstance',
      'rebuildInstance',
      'createImage',
      'editDetails',
    ]) {
      await page.locator('tbody [data-menu-button]').click();
      await page.locator(`[role=menuitem][data-action=${action}]`).click();
      await expect(page.getByRole('dialog').locator('input').first()).toBeVisible();
      await expectAccessible(page, action);
      await page.keyboard.press('Escape');
      await expect(page.getByRole('dialog')).toHaveCount(0);
    }
  });
});
