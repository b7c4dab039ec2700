import { expect, test } from './fixtures.ts';

/** The simulated work of all kinds is over by then. */
const longEnough = 600_000;
const always = 0;

test.describe('while reading', () => {
  test('an error says everything support will ask for, and can be tried again', async ({
    page,
    cloud,
    fleet,
    complaints,
  }) => {
    complaints.allow(/status of 500/);
    await cloud.order({ kind: 'error', operation: 'describeInstances', times: always });
    await page.goto('/cn-north-1/instances');
    const alert = page.getByRole('alert');
    await expect(alert).toContainText('The instances could not be fetched');
    await expect(alert).toContainText('500 INTERNAL');
    await expect(alert).toContainText('describeInstances');
    await expect(alert).toContainText(/Request ID\s*[0-9a-z]{16,}/);
    await cloud.order();
    await alert.getByRole('button', { name: 'Retry' }).click();
    await expect(fleet.table).toBeVisible();
  });

  test('a page of HTML in place of an answer is an error, not a blank page', async ({
    page,
    cloud,
    complaints,
  }) => {
    complaints.allow(/status of 502/);
    await cloud.order({ kind: 'html', operation: 'describeInstances', times: always });
    await page.goto('/cn-north-1/instances');
    await expect(page.getByRole('alert')).toContainText('502');
  });

  test('a refusal or two for being too frequent is not even seen', async ({ cloud, fleet }) => {
    await cloud.order({ kind: 'rate-limit', operation: 'describeInstances', times: 1 });
    await fleet.open();
    expect((await cloud.calls('describeInstances')).map(({ code }) => code)).toEqual([429, 200]);
  });

  test('a failed refresh keeps what is on screen and says so', async ({
    page,
    cloud,
    fleet,
    complaints,
  }) => {
    complaints.allow(/status of 500/);
    await cloud.freeze();
    await fleet.open();
    const names = await fleet.names();
    await cloud.order({ kind: 'error', operation: 'describeInstances', times: always });
    await page.getByRole('button', { name: 'Refresh' }).click();
    await expect(page.getByText(/refresh failed/)).toBeVisible();
    expect(await fleet.names()).toEqual(names);
    await cloud.order();
    await page.getByRole('button', { name: 'Retry' }).click();
    await expect(page.getByText(/refresh failed/)).toHaveCount(0);
  });
});

test.describe('while writing', () => {
  test('a lost reply is called unknown, not failed', async ({ page, cloud, fleet, complaints }) => {
    complaints.allow(/status of 50[24]/);
    await cloud.freeze();
    const { instanceId, instanceName } = await cloud.plain('running');
    await fleet.open(`?q=${instanceId}`);
    await cloud.order({ kind: 'lost-reply', operation: 'stopInstance' });
    await fleet.act(instanceName, 'Stop');
    const dialog = page.getByRole('dialog', { name: `Stop ${instanceName}?` });
    await dialog.getByRole('button', { name: 'Stop', exact: true }).click();
    await expect(dialog.getByRole('alert')).toContainText(
      'No answer came, so it may have happened.',
    );
    // Nothing has sent it twice, and nobody can from here.
    expect(await cloud.calls('stopInstance')).toHaveLength(1);
    await expect(dialog.getByRole('button', { name: 'Stop', exact: true })).toBeDisabled();
    await dialog.getByRole('button', { name: 'Close' }).last().click();
    await expect(fleet.status(instanceName)).toContainText('Stopping');
  });

  test('no room in the cloud is said in words', async ({ page, cloud, fleet, complaints }) => {
    complaints.allow(/status of 4\d\d/);
    await cloud.freeze();
    const { instanceId, instanceName } = await cloud.plain('stopped');
    await fleet.open(`?q=${instanceId}`);
    await cloud.order({ kind: 'out-of-stock', operation: 'startInstance' });
    await fleet.act(instanceName, 'Start');
    await expect(fleet.status(instanceName)).toContainText('Stopped');
    await page.getByRole('button', { name: '1 failed' }).click();
    await expect(page.getByText('The cloud has no room for it at the moment.')).toBeVisible();
  });

  test('a protected deletion asks for the code and goes through with it', async ({
    page,
    cloud,
    fleet,
    complaints,
  }) => {
    complaints.allow(/status of 403/);
    await cloud.freeze();
    const { instanceId, instanceName } = await cloud.plain('running');
    await fleet.open(`?q=${instanceId}`);
    await cloud.order({ kind: 'mfa', operation: 'deleteInstance', times: always });
    await fleet.act(instanceName, 'Delete');
    const dialog = page.getByRole('dialog', { name: `Delete ${instanceName}?` });
    await dialog.getByLabel(/Type the name/).fill(instanceName);
    await dialog.getByRole('button', { name: 'Delete instance' }).click();
    await dialog.getByLabel('Security code').fill('123456');
    await dialog.getByRole('button', { name: 'Delete instance' }).click();
    await expect(dialog).toHaveCount(0);
    await expect(fleet.status(instanceName)).toContainText('Deleting');
  });

  test('work that fails half way is reported where it was started', async ({
    page,
    cloud,
    fleet,
  }) => {
    await cloud.freeze();
    const { instanceId } = await cloud.plain('running');
    // What a person would type in the demo.
    await cloud.write(`/instances/${instanceId}:modifyInstanceAttribute`, { name: 'fail-stop-1' });
    await fleet.open(`?q=${instanceId}`);
    await fleet.act('fail-stop-1', 'Stop');
    const dialog = page.getByRole('dialog', { name: 'Stop fail-stop-1?' });
    await dialog.getByRole('button', { name: 'Stop', exact: true }).click();
    await expect(fleet.status('fail-stop-1')).toContainText('Stopping');
    await cloud.advance(longEnough);
    await expect(fleet.status('fail-stop-1')).toContainText(/Running|Error/);
    await expect(page.getByRole('button', { name: /1 failed/ })).toBeVisible();
  });
});
