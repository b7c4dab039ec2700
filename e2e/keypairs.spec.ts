import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { expectAccessible, expectDialogsAccessible } from './accessibility.ts';
import { expect, test } from './fixtures.ts';

/** Made by ssh-keygen for these tests; nobody holds the private half. */
const ed25519 = {
  line: 'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIP6peWpaGxwm3oLmoLmzuAS4cy6oXorqwKU+Umm5i0GM li.wei@laptop',
  fingerprint: '31:ad:95:fa:87:87:b4:2c:30:a3:e9:6d:4a:5c:ff:e5',
};
const privateKey =
  '-----BEGIN OPENSSH PRIVATE KEY-----\nb3BlbnNzaC1rZXktdjEAAAAA\n-----END OPENSSH PRIVATE KEY-----';

const list = '/cn-north-1/keypairs';

/** Everything the browser keeps or holds of this page: stores, caches, history, the document, what was read. */
function everythingKept(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const kept: unknown[] = [
      { ...localStorage },
      { ...sessionStorage },
      history.state,
      document.documentElement.outerHTML,
      document.cookie,
      await indexedDB.databases(),
    ];
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      for (const request of await cache.keys())
        kept.push(await (await cache.match(request))?.text());
    }
    // The cache of what was read is a property of a component near the root.
    const root = document.getElementById('root') ?? document.body;
    const name = Object.keys(root).find((key) => key.startsWith('__reactContainer'));
    let fiber: { memoizedProps?: { client?: object }; child?: typeof fiber } | undefined = name
      ? Reflect.get(root, name)
      : undefined;
    while (fiber && !fiber.memoizedProps?.client) fiber = fiber.child;
    const client = fiber?.memoizedProps?.client;
    if (!client) throw new Error('The cache was not found');
    for (const method of ['getQueryCache', 'getMutationCache']) {
      const cache = Reflect.get(client, method).call(client);
      for (const entry of cache.getAll()) kept.push(entry.queryKey, entry.state);
    }
    return JSON.stringify(kept);
  });
}

test.beforeEach(({ cloud }) => cloud.freeze());

test('lists key pairs with what uses them, and leads there', async ({ page, cloud, keypairs }) => {
  const users = (await cloud.instances()).filter(({ keyNames }) => keyNames?.includes('ops-2026'));
  await page.goto('/cn-north-1');
  await page
    .getByRole('navigation', { name: 'Sections' })
    .getByRole('link', { name: 'Key pairs' })
    .click();
  await expect(page.getByText('4 of 20 quota')).toBeVisible();
  await expect(keypairs.row('ops-2026')).toContainText('web-standard, pg-replica');
  await page.getByRole('textbox', { name: 'Search' }).fill('nobody');
  await expect(page.getByText('Nothing matches')).toBeVisible();
  await page.getByRole('textbox', { name: 'Search' }).fill('ops');
  await keypairs
    .row('ops-2026')
    .getByRole('link', { name: `${users.length}`, exact: true })
    .click();
  await expect(page).toHaveURL(/instances\?f=keyPair(:|%3A)is(:|%3A)ops-2026$/);
  await expect(page.locator('tbody tr')).toHaveCount(users.length);

  await page.goto(list);
  await keypairs.row('ops-2026').getByRole('link').first().click();
  await expect(page.getByRole('heading', { level: 1, name: 'ops-2026' })).toBeVisible();
  await expect(page.getByRole('cell', { name: users[0]?.instanceName ?? '' })).toBeVisible();
  await expect(page.getByRole('cell', { name: 'web-standard' })).toBeVisible();
  await page.getByRole('link', { name: 'JSON' }).click();
  const raw = await page.getByRole('region', { name: 'As the API tells it' }).innerText();
  expect(JSON.parse(raw)).toMatchObject({ keyName: 'ops-2026' });
  expect(Object.keys(JSON.parse(raw))).not.toContain('templates');
  // From an instance back to its key pair.
  await page.goto(`/cn-north-1/instances/${users[0]?.instanceId}`);
  await page.getByRole('link', { name: 'ops-2026' }).click();
  await expect(page).toHaveURL(/keypairs\/ops-2026$/);
  // And to a new instance that has it.
  await page.getByRole('button', { name: 'More actions on ops-2026' }).click();
  await page.getByRole('menuitem', { name: 'Create an instance with it' }).click();
  await expect(page).toHaveURL(/instances\/create\?key=ops-2026$/);
  await expect(page.getByRole('complementary')).toContainText('ops-2026');
  await page.goto('/cn-north-1/keypairs/nobody');
  await expect(
    page.getByRole('heading', { name: 'There is no key pair nobody here' }),
  ).toBeVisible();
});

test('a private key is shown once, saved, and is nowhere afterwards', async ({
  page,
  cloud,
  keypairs,
  complaints,
}) => {
  complaints.allow(/status of 400/);
  await page.goto('/cn-north-1/activity');
  await page.getByRole('link', { name: 'Key pairs' }).click();
  await page.getByRole('button', { name: 'Create key pair' }).click();
  const dialog = page.getByRole('dialog');
  const name = dialog.getByLabel('Name');
  const verb = dialog.getByRole('button', { name: 'Create key pair' });
  await name.fill('über');
  await expect(dialog.getByText('1 to 32: letters, digits, _ and -')).toBeVisible();
  await expect(verb).toBeDisabled();
  await name.fill('ops-2026');
  await expect(dialog).toContainText('There is a key pair ops-2026 already.');
  await expect(verb).toBeDisabled();
  // Another operator is quicker: what was typed stays.
  await name.fill('checkout-2026');
  await cloud.write('/keypairs', { keyName: 'checkout-2026' });
  await verb.click();
  await expect(dialog.getByRole('alert')).toContainText("KeyName 'checkout-2026' already in use");
  await expect(name).toHaveValue('checkout-2026');
  await name.fill('checkout-2027');
  await page.keyboard.press('Enter');

  await expect(dialog).toContainText('Key pair checkout-2027 created');
  const close = dialog.getByRole('button', { name: 'Close' });
  await expect(close).toBeDisabled();
  for (const key of ['Escape', 'Escape', 'Escape']) await page.keyboard.press(key);
  await page.mouse.click(5, 500);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await expect(dialog).toBeVisible();
  expect(await dialog.innerText()).not.toMatch(/MII/);
  await dialog.getByRole('button', { name: 'Show key' }).click();
  const shown = await dialog.getByRole('region', { name: 'the private key' }).innerText();
  expect(shown).toMatch(/^-----BEGIN RSA PRIVATE KEY-----\nMII/);
  const secret = shown.split('\n')[3] ?? '';
  expect(secret.length).toBeGreaterThan(40);
  const download = page.waitForEvent('download');
  await dialog.getByRole('button', { name: 'Download .pem' }).click();
  const file = await download;
  expect(file.suggestedFilename()).toBe('checkout-2027.pem');
  expect((await readFile(await file.path(), 'utf8')).trim()).toBe(shown.trim());
  // Going back in the history does not take it away either.
  await page.goBack();
  await expect(dialog).toBeVisible();
  await page.goForward();
  await dialog.getByLabel('I have saved the private key').check();
  await close.click();
  await expect(dialog).toHaveCount(0);
  await expect(keypairs.row('checkout-2027')).toBeVisible();

  expect(await everythingKept(page)).not.toContain(secret);
  await page.getByRole('link', { name: 'Activity' }).first().click();
  await expect(page.getByText('Create key pair').first()).toBeVisible();
  expect(await everythingKept(page)).not.toContain(secret);
  await page.reload();
  await expect(page.getByText('Create key pair').first()).toBeVisible();
  expect(await everythingKept(page)).not.toContain(secret);
  const calls = (await cloud.calls('createKeypair')).filter(
    ({ input }) => input['keyName'] === 'checkout-2027',
  );
  expect(calls.map(({ code }) => code)).toEqual([200]);
});

test('imports a public key, having said what it is', async ({ page, cloud, keypairs }) => {
  await page.goto(list);
  await page.getByRole('button', { name: 'Import public key' }).click();
  const dialog = page.getByRole('dialog');
  const verb = dialog.getByRole('button', { name: 'Import public key' });
  const field = dialog.getByLabel('Public key');
  await dialog.getByLabel('Name').fill('li-wei');
  for (const [text, why] of [
    ['hello', 'It has to begin with the type of the key'],
    [ed25519.line.slice(0, 60), 'Part of the key is missing'],
    [ed25519.line.replace('ssh-ed25519', 'ssh-rsa'), 'The key is of another type'],
    [`${ed25519.line}\n${ed25519.line}`, 'One key in one line'],
  ] as const) {
    await field.fill(text);
    await expect(dialog).toContainText(why);
    await expect(field).toHaveValue(text);
    await expect(verb).toBeDisabled();
  }
  // A private one does not stay, however it comes.
  await field.fill(privateKey);
  await expect(dialog).toContainText('That was a private key');
  await expect(field).toHaveValue('');
  await field.fill(ed25519.line);
  await field.evaluate((area, text) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text', text);
    area.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
    );
  }, privateKey);
  await expect(dialog).toContainText('That was a private key');
  const file = (text: string) => ({
    name: 'id_ed25519',
    mimeType: 'text/plain',
    buffer: Buffer.from(text),
  });
  const chosen = dialog.locator('input[type=file]');
  await chosen.setInputFiles(file(privateKey));
  await expect(field).toHaveValue('');
  expect(await everythingKept(page)).not.toContain('b3BlbnNzaC1rZXkt');
  await chosen.setInputFiles(file('x'.repeat(20_000)));
  await expect(dialog).toContainText('This file is too large');
  await chosen.setInputFiles(file(`${ed25519.line}\n`));
  await expect(dialog).toContainText('Ed25519 256');
  await expect(dialog).toContainText('li.wei@laptop');
  await expect(dialog).toContainText(ed25519.fingerprint);
  await verb.click();
  await expect(dialog).toHaveCount(0);
  await expect(keypairs.row('li-wei')).toContainText(ed25519.fingerprint);
  const calls = await cloud.calls('importKeypair');
  expect(calls.map(({ input, code }) => [input['publicKey'], code])).toEqual([[ed25519.line, 200]]);
  // The same key again is possible, and worth a word.
  await page.getByRole('button', { name: 'Import public key' }).click();
  await dialog.getByLabel('Public key').fill(ed25519.line);
  await expect(dialog).toContainText('The same key is here already, as li-wei.');
});

test('attaches to instances that can have it, and detaches from some', async ({ page, cloud }) => {
  const fleet = await cloud.instances();
  const plain = ({ keyNames = [], osType }: (typeof fleet)[number]) =>
    keyNames.length === 0 && osType === 'linux';
  const [first, second] = fleet.filter(plain);
  const windows = fleet.find(({ osType }) => osType === 'windows');
  const other = fleet.find(({ keyNames }) => keyNames?.includes('ops-2026'));
  if (!first || !second || !windows || !other) throw new Error('The fleet has none to attach to');
  await page.goto(`${list}/legacy-2023`);
  await page.getByRole('button', { name: 'Attach to instances' }).click();
  const dialog = page.getByRole('dialog');
  const pick = dialog.getByRole('combobox', { name: 'Instances' });
  await expect(pick).toBeFocused();
  for (const [instance, why] of [
    [windows, 'Windows takes no key pairs.'],
    [other, 'It has the key pair ops-2026.'],
  ] as const) {
    await pick.fill(instance.instanceId);
    await expect(dialog.getByRole('option')).toContainText(why);
    await expect(dialog.getByRole('option')).toHaveAttribute('aria-disabled', 'true');
  }
  for (const { instanceId } of [first, second]) {
    await pick.fill(instanceId);
    await expect(dialog.getByRole('option')).toContainText(instanceId);
    await page.keyboard.press('Enter');
  }
  await page.keyboard.press('Escape');
  await dialog.getByText('Turn off').click();
  await expect(dialog).toContainText('Only the key is accepted from then on.');
  // Meanwhile something is being done to one of them.
  await cloud.write(`/instances/${second.instanceId}:rebootInstance`);
  await dialog.getByRole('button', { name: 'Attach to 2 instances' }).click();
  await expect(dialog.getByRole('alert')).toContainText(`Not done for ${second.instanceName}`);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('cell', { name: first.instanceName, exact: true })).toBeVisible();
  const [attach] = await cloud.calls('attachKeypair');
  expect(attach?.input).toMatchObject({
    instanceIds: [first.instanceId, second.instanceId],
    passWordAuth: 'no',
  });

  // Which is not “done” in the activity either.
  await page.getByRole('link', { name: 'Activity', exact: true }).last().click();
  await expect(page.getByRole('main')).toContainText(`Not done for ${second.instanceId}.`);
  await page.goBack();

  await page.getByRole('button', { name: 'Detach from instances' }).click();
  await pick.fill(first.instanceId);
  await page.keyboard.press('Enter');
  await dialog.getByRole('button', { name: 'Detach from 1 instance' }).click();
  await expect(dialog).toHaveCount(0);
  await expect(page.getByRole('cell', { name: first.instanceName, exact: true })).toHaveCount(0);
  const [detach] = await cloud.calls('detachKeypair');
  expect(detach?.input['instanceIds']).toEqual([first.instanceId]);
});

test('deletes one by keyboard, naming what breaks, and several at once', async ({
  page,
  cloud,
  keypairs,
  complaints,
}) => {
  complaints.allow(/status of 404/);
  await page.goto(list);
  await expect(keypairs.row('ops-2026')).toBeVisible();
  await page.getByRole('textbox', { name: 'Search' }).fill('ops');
  await expect(keypairs.row('legacy-2023')).toHaveCount(0);
  await page.getByRole('textbox', { name: 'Search' }).blur();
  for (const key of ['j', '.', 'End', 'Enter']) await page.keyboard.press(key);
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText(/3 templates and the availability groups .*web-standard/);
  await expect(dialog).toContainText('The public key stays inside');
  await page.keyboard.type('ops-2026');
  await page.keyboard.press('Enter');
  await expect(dialog).toHaveCount(0);
  await expect(keypairs.row('ops-2026')).toHaveCount(0);
  expect((await cloud.calls('deleteKeypair')).map(({ code }) => code)).toEqual([200]);

  await page.goto(list);
  for (const name of ['ci-runners', 'legacy-2023', 'liwei-laptop'])
    await keypairs.row(name).getByRole('checkbox').check();
  await page
    .getByRole('region', { name: 'Actions' })
    .getByRole('button', { name: /^Delete/ })
    .click();
  await dialog.getByLabel(/Type 3/).fill('3');
  // Another operator is quicker with one of them.
  await page.request.delete('/api/vm/v1/regions/cn-north-1/keypairs/legacy-2023', {
    headers: { 'x-vm-console': '1' },
  });
  await dialog.getByRole('button', { name: 'Delete key pair × 3' }).click();
  await expect(dialog.locator('[data-phase=done]')).toHaveCount(2);
  await expect(dialog.locator('[data-phase=failed]')).toContainText("'legacy-2023' not found");
  await page.keyboard.press('Escape');
  await expect(page.getByRole('heading', { name: 'No key pairs in Beijing' })).toBeVisible();
});

test('at the quota it says so instead of asking', async ({ page, cloud }) => {
  for (let n = 0; n < 16; n += 1) await cloud.write('/keypairs', { keyName: `spare-${n}` });
  await page.goto(list);
  await page.getByRole('button', { name: 'Create key pair' }).click();
  await expect(page.getByRole('dialog')).toContainText(
    'The quota of 20 key pairs is used up: delete one first.',
  );
});

test.describe('in Chinese', () => {
  test.use({ locale: 'zh-CN' });

  test('list, page and dialogs are accessible', async ({ page }) => {
    const dialog = page.getByRole('dialog');
    await page.goto(list);
    await expect(page.locator('tbody tr').first()).toBeVisible();
    await expectAccessible(page, 'list');
    await expectDialogsAccessible(page, page.locator('tbody [data-menu-button]').first(), [
      'attachKeypair',
      'detachKeypair',
      'deleteKeypair',
    ]);
    const main = page.getByRole('main');
    await main.getByRole('button', { name: /^(Import|导入)/ }).click();
    await dialog.locator('textarea').fill(ed25519.line);
    await expect(dialog).toContainText(ed25519.fingerprint);
    await expectAccessible(page, 'import');
    await page.keyboard.press('Escape');
    await main.getByRole('button', { name: /^(Create key pair|创建密钥对)/ }).click();
    await dialog.locator('input').fill('made');
    await expectAccessible(page, 'create');
    await page.keyboard.press('Enter');
    await expect(dialog.getByRole('checkbox')).toBeVisible();
    await expectAccessible(page, 'created');
    await dialog.getByRole('checkbox').check();
    await dialog.getByRole('button', { name: /^(Close|关闭)$/ }).click();
    await page.goto(`${list}/ops-2026`);
    await expect(page.locator('tbody tr').first()).toBeVisible();
    await expectAccessible(page, 'page');
  });
});
