import { CreateForm } from './create-form.ts';
import { expect, test } from './fixtures.ts';
import { Fleet } from './fleet.ts';
import { openSignedIn, startApart } from './operator.ts';

test('a console that is killed in the middle of a write comes back to what the cloud has', async ({
  page,
  playwright,
  complaints,
  cloud: own,
}) => {
  test.slow(); // five consoles, one after the other
  complaints.allow(/Failed to load resource/);
  // The same fleet as in the console's own cloud, where it can be looked through.
  const apart = await startApart({ playwright }, '--seed', 'e2e');
  const { cloud } = apart;
  await cloud.freeze();
  let console_ = await apart.console();
  const { address } = console_;
  const at = (path: string) => `${address}cn-north-1/${path}`;
  const stopped = await own.plain('running');
  const renamed = await own.plain('stopped');
  const deleted = await own.plain('running', ({ instanceId }) => instanceId !== stopped.instanceId);

  /** Kills the console when the cloud has done what `act` asks for and keeps its reply back; starts it anew. */
  const killedIn = async (operation: string, act: () => Promise<void>) => {
    await cloud.order({ kind: 'latency', operation, ms: 600_000 });
    await act();
    await expect.poll(async () => (await cloud.calls(operation)).length).toBe(1);
    await console_.kill();
    console_ = await apart.console(new URL(address).port);
  };
  const dialog = page.getByRole('dialog');
  const fleet = new Fleet(page);
  const mayHaveHappened = dialog.getByText('No answer came, so it may have happened.');
  const close = dialog.getByRole('button', { name: 'Close' }).last();

  await openSignedIn(page, at(`instances?q=${stopped.instanceId}`));
  await killedIn('stopInstance', async () => {
    await fleet.act(stopped.instanceName, 'Stop');
    await dialog.getByRole('button', { name: 'Stop', exact: true }).click();
  });
  await expect(mayHaveHappened).toBeVisible();
  await close.click();
  await expect(fleet.status(stopped.instanceName)).toContainText('Stopping');

  await page.goto(at(`instances?q=${renamed.instanceId}`));
  await killedIn('modifyInstanceAttribute', async () => {
    await fleet.act(renamed.instanceName, 'Rename');
    await dialog.getByLabel('Name', { exact: true }).fill('renamed-and-killed');
    await dialog.getByRole('button', { name: 'Save' }).click();
  });
  await expect(mayHaveHappened).toBeVisible();
  await close.click();
  await expect(fleet.row('renamed-and-killed')).toBeVisible();

  await page.goto(at(`instances?q=${deleted.instanceId}`));
  await killedIn('deleteInstance', async () => {
    await fleet.act(deleted.instanceName, 'Delete');
    await dialog.getByLabel(/Type the name/).fill(deleted.instanceName);
    await dialog.getByRole('button', { name: 'Delete instance' }).click();
  });
  await expect(mayHaveHappened).toBeVisible();
  await close.click();
  await expect(fleet.status(deleted.instanceName)).toContainText('Deleting');

  await page.goto(at('keypairs'));
  await killedIn('createKeypair', async () => {
    await page.getByRole('button', { name: 'Create key pair' }).click();
    await dialog.getByLabel('Name').fill('half-made');
    await dialog.getByRole('button', { name: 'Create key pair' }).click();
  });
  await expect(mayHaveHappened).toBeVisible();
  await close.click();
  await expect(page.getByRole('link', { name: 'half-made' })).toBeVisible();

  const form = new CreateForm(page);
  await page.goto(at('instances/create'));
  await form.fill();
  await form.field('Name').fill('only-once');
  await killedIn('createInstances', () => form.submit.click());
  // The cloud knows the request by its token, and makes no second machine of it.
  await page.getByRole('button', { name: 'Ask again' }).click();
  await expect(page.getByRole('link', { name: 'only-once' })).toHaveCount(1);
  const created = await cloud.calls('createInstances');
  expect(new Set(created.map(({ input }) => input['clientToken'])).size).toBe(1);
  await page.goto(at('instances?q=only-once'));
  await expect(fleet.table.getByRole('link', { name: 'only-once' })).toHaveCount(1);

  for (const operation of ['stopInstance', 'modifyInstanceAttribute', 'deleteInstance']) {
    expect(await cloud.calls(operation), operation).toHaveLength(1);
  }
  expect(await cloud.calls('createKeypair')).toHaveLength(1);
  await console_.stop();
  await apart.stop();
});
