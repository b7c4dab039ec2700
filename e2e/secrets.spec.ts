// Secrets that can be recognised, planted by every way they can come in, and looked for wherever one could be left.
import { readFile } from 'node:fs/promises';
import { CreateForm } from './create-form.ts';
import { expect, test } from './fixtures.ts';
import { whatIsKept } from './kept.ts';
import { Fleet } from './list-page.ts';
import { startConsoleIn, startSimulator } from './server.ts';

const accessKey = 'PLANTEDACCESSKEY0002';
const planted = {
  'the secret of the key': 'planted-secret-key-of-the-cloud',
  'the session token': 'planted-session-token-of-the-cloud',
  'a password': 'Planted-Passw0rd',
  'a launch script': 'planted-launch-script',
  metadata: 'planted-metadata',
  'a pasted private key': 'plantedPrivateKeyOfSomebody',
  'a signed address': 'planted-signature-of-an-import',
  'a security code': 'planted-security-code',
};

test('no secret is left anywhere', async ({ page, cloud, complaints }, info) => {
  complaints.allow(/status of [45]\d\d/);
  const { instanceId, instanceName } = await cloud.plain('running');
  const keys = ['--access-key', accessKey, '--secret-key', planted['the secret of the key']];
  const simulator = await startSimulator('--seed', 'e2e', ...keys);
  const auditFile = info.outputPath('audit.jsonl');
  const console_ = await startConsoleIn(
    {
      JDCLOUD_ACCESS_KEY: accessKey,
      JDCLOUD_SECRET_KEY: planted['the secret of the key'],
      JDCLOUD_SESSION_TOKEN: planted['the session token'],
    },
    '--cloud',
    'jdcloud',
    '--audit',
    auditFile,
    ...['vm', 'vpc', 'disk', 'monitor'].flatMap((service) => [
      '--endpoint',
      `${service}=${simulator.address}`,
    ]),
  );
  const replies: string[] = [];
  const addresses: string[] = [];
  const printed: string[] = [];
  /** What is asked for in order to be shown: the one reply each is in is the only place. */
  const handedOver: string[] = [];
  page.on('request', (request) => {
    // The screen's own page is the cloud's, and its address is the way in.
    if (request.url().startsWith(console_.address)) addresses.push(request.url());
  });
  page.on('console', (message) => printed.push(message.text()));
  page.on('response', async (response) => {
    const text = await response.text().catch(() => ''); // the page went on before it was read
    // The cloud tells of an import whole; the console shows it without its signature.
    if (/\/keypairs$|\/vnc$|imageTasks/.test(new URL(response.url()).pathname)) {
      handedOver.push(text);
    } else replies.push(text, JSON.stringify(response.headers()));
  });

  const link = /(?<=^Sign in +)http\S+/m.exec(console_.said())?.[0] ?? '';
  await page.goto(link);
  const fleet = new Fleet(page);
  await expect(fleet.table.getByRole('link').first()).toBeVisible();
  const control = (data: object) =>
    page.request.post(`${simulator.address}simulator/control`, { data });
  const path = `${console_.address}cn-north-1`;

  // Each write twice: refused, with what was typed left standing in its form, and accepted.
  await page.goto(`${path}/instances?q=${instanceId}`);
  await fleet.act(instanceName, 'Reset password');
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('New password', { exact: true }).fill(planted['a password']);
  await control({ faults: [{ kind: 'out-of-stock', operation: 'modifyInstancePassword' }] });
  const reset = dialog.getByRole('button', { name: 'Reset password', exact: true });
  await reset.click();
  await expect(dialog.getByRole('alert')).toContainText('FAILED_PRECONDITION');
  await reset.click();
  await expect(dialog).toHaveCount(0);

  await control({ faults: [{ kind: 'mfa', operation: 'deleteInstance', times: 0 }] });
  await fleet.act(instanceName, 'Delete');
  await dialog.getByLabel(/Type the name/).fill(instanceName);
  await dialog.getByRole('button', { name: 'Delete instance' }).click();
  await dialog.getByLabel('Security code').fill(planted['a security code']);
  await control({ faults: [{ kind: 'error', operation: 'deleteInstance', status: 'CONFLICT' }] });
  await dialog.getByRole('button', { name: 'Delete instance' }).click();
  await expect(dialog.getByRole('alert')).toContainText('CONFLICT');
  await page.keyboard.press('Escape');

  await page.goto(`${path}/keypairs`);
  await page.getByRole('button', { name: 'Create key pair' }).click();
  await dialog.getByLabel('Name').fill('planted-1');
  await dialog.getByRole('button', { name: 'Create key pair' }).click();
  await expect(dialog).toContainText('Key pair planted-1 created');
  await dialog.getByLabel('I have saved the private key').check();
  await dialog.getByRole('button', { name: 'Close' }).click();

  // Pasted where the public half belongs, it does not stay.
  await page.getByRole('button', { name: 'Import public key' }).click();
  const pasted = `-----BEGIN OPENSSH PRIVATE KEY-----\n${planted['a pasted private key']}\n-----END OPENSSH PRIVATE KEY-----`;
  await dialog.getByLabel('Public key').fill(pasted);
  await expect(dialog).toContainText('That was a private key');
  const mistaken = await whatIsKept(page);

  await page.goto(`${path}/images/import`);
  const signed = `https://b.s3.cn-north-1.jdcloud-oss.com/a.qcow2?sign=${planted['a signed address']}`;
  await page.getByLabel('Link to the file').fill(signed);
  await page.getByLabel('Name', { exact: true }).fill('fail-import-planted');
  await page.getByRole('button', { name: 'Import', exact: true }).click();
  await expect(page.getByRole('region', { name: 'Imports and exports' })).toContainText(
    'fail-import-planted',
  );

  await control({ advance: 600_000 });
  // One has failed before.
  const again = page.getByRole('link', { name: 'Import again' });
  await expect(again).toHaveCount(2);
  await again.first().click();
  await expect(page.getByLabel('Name', { exact: true })).toHaveValue('fail-import-planted');
  const asked = await whatIsKept(page);

  const script = `#!/bin/bash\n${planted['a launch script']}\n`;
  const form = new CreateForm(page);
  await page.goto(`${path}/instances/create`);
  await form.fill();
  await form.field('Name').fill('planted-vm');
  await form.field('Launch script').fill(script);
  await page.getByRole('button', { name: 'Add metadata' }).click();
  await form.field('Metadata: key 1').fill('token');
  await form.field('Metadata: value 1').fill(planted.metadata);
  await control({ faults: [{ kind: 'error', operation: 'createInstances', status: 'CONFLICT' }] });
  await form.submit.click();
  await expect(page.getByRole('main')).toContainText('CONFLICT');
  const refused = await whatIsKept(page);
  await form.submit.click();
  await expect(page).toHaveURL(/\/create\/[^/]+$/);

  await page.goto(`${path}/instances/${instanceId}/vnc`);
  await expect(page.locator('#ctrl-alt-del')).toBeEnabled();
  const token = new URL(page.url()).searchParams.get('token') ?? '';
  await page.goto(`${path}/activity`);
  await expect(page.getByRole('main')).toContainText('fail-import-planted');

  const kept = await whatIsKept(page);
  await page.goto('about:blank');
  await console_.stop();
  const audit = await readFile(auditFile, 'utf8');
  await simulator.stop();
  const places = {
    replies: replies.join('\n'),
    addresses: addresses.join('\n'),
    'the browser': mistaken + asked + refused + kept,
    'the page’s console': printed.join('\n'),
    'the log': console_.said(),
    'the audit': audit,
  };
  // They are where they belong, and these places are not empty.
  const [privateKey = ''] = /MII[\w+/]{40,}/.exec(handedOver.join('')) ?? [];
  const secrets = { ...planted, 'a private key': privateKey, 'a screen': token };
  for (const operation of [
    'modifyInstancePassword',
    'createKeypair',
    'importImage',
    'createInstances',
  ]) {
    expect(places['the log']).toContain(operation);
    expect(places['the audit']).toContain(operation);
  }
  for (const [what, secret] of Object.entries(secrets)) {
    expect(secret.length, what).toBeGreaterThan(12);
    for (const [where, text] of Object.entries(places)) {
      const inBase64 = Buffer.from(secret).toString('base64').replace(/=+$/, '');
      expect(text.includes(secret) || text.includes(inBase64), `${what} in ${where}`).toBe(false);
    }
  }
  const sent = Buffer.from(script).toString('base64');
  for (const [where, text] of Object.entries(places)) {
    expect(text.includes(sent), `a launch script in ${where}`).toBe(false);
  }
});
