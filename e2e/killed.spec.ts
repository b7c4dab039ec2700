import type { Page } from '@playwright/test';
import type { Cloud, Instance } from './cloud.ts';
import { CreateForm } from './create-form.ts';
import { expect, test as base } from './fixtures.ts';
import { Fleet, ListPage } from './list-page.ts';
import { openSignedIn, startApart } from './operator.ts';

/** A console that can be killed, and the cloud behind it, which goes on. */
interface Mortal {
  cloud: Cloud;
  at: (path: string) => string;
  /** Kills the console when the cloud has done what `act` asks for and keeps its reply back; starts it anew. */
  killedIn: (operation: string, act: () => Promise<void>) => Promise<void>;
}

const test = base.extend<{ mortal: Mortal }>({
  mortal: async ({ playwright, complaints, cloud: own }, use) => {
    complaints.allow(/Failed to load resource/);
    // The same fleet as in the console's own cloud, where it can be looked through.
    const apart = await startApart({ playwright }, '--seed', 'e2e');
    const { cloud } = apart;
    // What the seed has under way is over in both.
    for (const one of [own, cloud]) {
      await one.freeze();
      await one.advance(600_000);
    }
    let console_ = await apart.console();
    const { address } = console_;
    await use({
      cloud,
      at: (path) => `${address}cn-north-1/${path}`,
      async killedIn(operation, act) {
        await cloud.order({ kind: 'latency', operation, ms: 600_000 });
        await act();
        await expect.poll(async () => (await cloud.calls(operation)).length).toBe(1);
        await console_.kill();
        console_ = await apart.console(new URL(address).port);
      },
    });
    await console_.stop();
    await apart.stop();
  },
});

async function closeUnknown(page: Page): Promise<void> {
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByText('No answer came, so it may have happened.')).toBeVisible();
  await dialog.getByRole('button', { name: 'Close' }).last().click();
}

test('a console that is killed in the middle of a write comes back to what the cloud has', async ({
  page,
  mortal: { cloud, at, killedIn },
  cloud: own,
}) => {
  test.slow(); // five consoles, one after the other
  const stopped = await own.plain('running');
  const renamed = await own.plain('stopped');
  const deleted = await own.plain('running', ({ instanceId }) => instanceId !== stopped.instanceId);
  const dialog = page.getByRole('dialog');
  const fleet = new Fleet(page);

  await openSignedIn(page, at(`instances?q=${stopped.instanceId}`));
  await killedIn('stopInstance', async () => {
    await fleet.act(stopped.instanceName, 'Stop');
    await dialog.getByRole('button', { name: 'Stop', exact: true }).click();
  });
  await closeUnknown(page);
  await expect(fleet.status(stopped.instanceName)).toContainText('Stopping');

  await page.goto(at(`instances?q=${renamed.instanceId}`));
  await killedIn('modifyInstanceAttribute', async () => {
    await fleet.act(renamed.instanceName, 'Rename');
    await dialog.getByLabel('Name', { exact: true }).fill('renamed-and-killed');
    await dialog.getByRole('button', { name: 'Save' }).click();
  });
  await closeUnknown(page);
  await expect(fleet.row('renamed-and-killed')).toBeVisible();

  await page.goto(at(`instances?q=${deleted.instanceId}`));
  await killedIn('deleteInstance', async () => {
    await fleet.act(deleted.instanceName, 'Delete');
    await dialog.getByLabel(/Type the name/).fill(deleted.instanceName);
    await dialog.getByRole('button', { name: 'Delete instance' }).click();
  });
  await closeUnknown(page);
  await expect(fleet.status(deleted.instanceName)).toContainText('Deleting');

  await page.goto(at('keypairs'));
  await killedIn('createKeypair', async () => {
    await page.getByRole('button', { name: 'Create key pair' }).click();
    await dialog.getByLabel('Name').fill('half-made');
    await dialog.getByRole('button', { name: 'Create key pair' }).click();
  });
  await closeUnknown(page);
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
});

test('nor is anything of disks, addresses, images and templates done twice or forgotten', async ({
  page,
  mortal: { cloud, at, killedIn },
  cloud: own,
}) => {
  test.slow(); // five consoles, one after the other
  const others = ({ instanceName }: Instance) => instanceName !== 'pg-main-primary';
  const reachless = await own.plain('running', (one) => others(one) && !one.elasticIpAddress);
  // In the zone where the seed keeps its free disks.
  const filled = await own.plain(
    'running',
    (one) => others(one) && one.az === 'cn-north-1a' && one.instanceId !== reachless.instanceId,
  );
  const dialog = page.getByRole('dialog');
  const group = (name: string) => page.getByRole('group', { name, exact: true });
  const fleet = new Fleet(page);
  const images = new ListPage(page, 'images', 'Images');

  await openSignedIn(page, at(`instances/${reachless.instanceId}/network`));
  await killedIn('associateElasticIp', async () => {
    await page.getByRole('main').getByRole('button', { name: 'Associate elastic IP…' }).click();
    await dialog.getByRole('combobox', { name: 'Elastic IP' }).click();
    await page.getByRole('option', { name: 'spare-eip-01' }).click();
    await dialog.getByRole('button', { name: 'Associate', exact: true }).click();
  });
  await closeUnknown(page);
  const release = page.getByRole('main').getByRole('button', { name: 'Disassociate elastic IP…' });
  await expect(release).toBeVisible();
  await expect(
    group('Elastic IPs in no use').getByRole('row', { name: 'spare-eip-01' }),
  ).toHaveCount(0);

  await page.goto(at(`instances/${filled.instanceId}/disks`));
  await killedIn('attachDisk', async () => {
    await page.getByRole('main').getByRole('button', { name: 'Attach disk…' }).last().click();
    await dialog.getByRole('combobox', { name: 'Disks' }).click();
    await page.getByRole('option', { name: 'scratch-a' }).click();
    await dialog.getByRole('heading').click();
    await dialog.getByRole('button', { name: 'Attach', exact: true }).click();
  });
  await closeUnknown(page);
  await expect(group('Disks').getByRole('row', { name: 'scratch-a' })).toContainText('Attaching');

  await page.goto(at('instances?q=pg-main-primary'));
  await killedIn('createImage', async () => {
    await fleet.act('pg-main-primary', 'Create image');
    await dialog.getByLabel('Name of the image').fill('pg-half-made');
    await dialog.getByRole('button', { name: 'Create image' }).click();
  });
  await closeUnknown(page);
  await page.goto(at('images'));
  await expect(images.row('pg-half-made')).toContainText('Creating');

  await killedIn('shareImage', async () => {
    await images.act('order-api-20261120', 'Share');
    await dialog.getByLabel('Accounts').fill('team-data');
    await images.press('Share with 1 account');
  });
  await closeUnknown(page);
  await expect(images.row('order-api-20261120')).toContainText('Shared');

  const form = new CreateForm(page);
  await page.goto(at('templates/create'));
  await form.fill();
  await form.field('Name').fill('only-once');
  await killedIn('createInstanceTemplate', () => form.submit.click());
  await expect(form.submit).toBeDisabled();
  await page.getByRole('link', { name: 'Look at the list of templates' }).click();
  await expect(page.getByRole('link', { name: 'only-once' })).toHaveCount(1);

  for (const operation of [
    'associateElasticIp',
    'attachDisk',
    'createImage',
    'shareImage',
    'createInstanceTemplate',
  ]) {
    expect(await cloud.calls(operation), operation).toHaveLength(1);
  }
});
