import { appendFile, readFile, rm } from 'node:fs/promises';
import { expectAccessible } from './accessibility.ts';
import { exported } from './exported.ts';
import { expect, test as base } from './fixtures.ts';
import { startConsole } from './server.ts';

const test = base.extend<{ file: string }>({
  // oxlint-disable-next-line no-empty-pattern -- Playwright reads the fixtures wanted from the pattern
  file: async ({}, use, info) => use(info.outputPath('audit.jsonl')),

  /** A console of the test's own, which keeps an audit file. */
  baseURL: async ({ file }, use) => {
    const { address, stop } = await startConsole('--seed', 'e2e', '--audit', file);
    await use(address);
    await stop();
  },
});

const path = '/cn-north-1/audit';
/** Somebody may be called so at an identity provider. */
const hostile = '=1+1<img src=x onerror="hacked=1">';

test('what was done is read in the console: the newest first, by what it was, further back', async ({
  page,
  cloud,
  fleet,
  file,
}) => {
  await cloud.freeze();
  const { instanceId, instanceName } = await cloud.plain('running');
  await page.goto(path);
  await expect(page.getByText('Nothing has been written yet')).toBeVisible();

  await fleet.open(`?q=${instanceId}`);
  await fleet.act(instanceName, 'Stop');
  const dialog = page.getByRole('dialog', { name: `Stop ${instanceName}?` });
  await dialog.getByRole('button', { name: 'Stop', exact: true }).click();
  await expect(fleet.status(instanceName)).toContainText('Stopping');
  await expect(cloud.write(`/instances/${instanceId}:startInstance`)).rejects.toThrow('400');
  await page
    .getByRole('navigation', { name: 'Sections' })
    .getByRole('link', { name: 'Audit log' })
    .click();

  const rows = page.getByRole('table', { name: 'Audit log' }).getByRole('row');
  await expect(rows).toHaveCount(3);
  await expect(rows.nth(1)).toContainText(/Start.*Refused.*400 FAILED_PRECONDITION/);
  await expect(rows.nth(2)).toContainText(/Stop.*Done.*SIM.*127\.0\.0\.1/);

  await page.goto(`${path}?f=outcome:is:done&f=time:within:7`);
  await expect(rows).toHaveCount(2);
  expect(await exported(page)).toMatch(new RegExp(`Stop,${instanceId},Done`));

  // As after many more writes: what is looked for is found however far back it stands.
  const [first = ''] = (await readFile(file, 'utf8')).split('\n');
  const asked = { resource: 'i-later', outcome: 'unknown', word: hostile, person: hostile };
  const later = JSON.stringify({ ...JSON.parse(first), ...asked });
  await appendFile(file, `${later}\n`.repeat(600));
  await page.goto(path);
  await expect(page.getByText('The newest 500 entries found')).toBeVisible();
  await expect(rows.nth(1).getByText(hostile)).toHaveCount(2);
  await expect(page.locator('img[src=x]')).toHaveCount(0);
  expect(await exported(page)).toContain(`,"'=1+1<img`);
  await page.getByRole('button', { name: 'Look further back' }).click();
  await expect(page.getByText('602 total')).toBeVisible();
  await page.getByRole('textbox', { name: 'Search' }).fill(`startinstance ${instanceId}`);
  await expect(rows).toHaveCount(2);
  await rows.nth(1).getByRole('link', { name: instanceId }).click();
  await expect(page.getByRole('heading', { name: instanceName })).toBeVisible();
});

test('a file that cannot be read is an error, and no file is said in words', async ({
  page,
  complaints,
  file,
  server,
}) => {
  complaints.allow(/status of 500/);
  await rm(file);
  await page.goto(path);
  const alert = page.getByRole('alert');
  await expect(alert).toContainText('The audit log could not be read');
  await expect(alert).toContainText('readAudit');
  await appendFile(file, '');
  await alert.getByRole('button', { name: 'Retry' }).click();
  await expect(page.getByText('Nothing has been written yet')).toBeVisible();

  await page.goto(new URL(path, server).href);
  await expect(page.getByText('No audit file is kept here')).toBeVisible();
  await expect(page.getByRole('link', { name: 'Audit log' })).toHaveCount(0);
});

test.describe('in Chinese', () => {
  test.use({ locale: 'zh-CN' });

  test('the audit log is accessible', async ({ page, cloud }) => {
    const { instanceId } = await cloud.plain('running');
    await cloud.write(`/instances/${instanceId}:stopInstance`);
    await page.goto(path);
    await expect(page.getByRole('link', { name: instanceId })).toBeVisible();
    await expectAccessible(page, 'the audit log');
  });
});
