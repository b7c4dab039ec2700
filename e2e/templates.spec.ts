import type { Page } from '@playwright/test';
import { expectAccessible, looks } from './accessibility.ts';
import { expect, test } from './fixtures.ts';

test.beforeEach(({ cloud }) => cloud.freeze());

const table = (page: Page) => page.getByRole('table', { name: 'Instance templates' });
const row = (page: Page, name: string) =>
  table(page)
    .getByRole('row')
    .filter({ has: page.getByRole('link', { name, exact: true }) });

async function act(page: Page, name: string, action: string): Promise<void> {
  await row(page, name)
    .getByRole('button', { name: `Actions on ${name}` })
    .click();
  await page.getByRole('menuitem', { name: new RegExp(`^${action}`) }).click();
}

test('a list tells what each makes; a template’s page has all of its fields', async ({
  page,
  cloud,
}) => {
  await page.goto('/cn-north-1/templates');
  await expect(page.getByText('6 of 20 templates')).toBeVisible();
  await expect(row(page, 'pg-replica')).toContainText(/m\.n4\.xlarge.*CentOS 7\.6.*80 \+ 500 GB/);
  await expect(row(page, 'web-standard')).toContainText('web-group');
  await expect(row(page, 'old-batch')).toContainText('does not exist any more');
  await page.getByRole('textbox', { name: 'Search' }).fill('ubuntu');
  await expect(table(page).getByRole('link')).toHaveText(['burst-small', 'ci-runner']);

  await page.getByRole('link', { name: 'ci-runner' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'ci-runner' })).toBeVisible();
  for (const group of ['Template', 'Machine', 'Login', 'Disks', 'Network', 'Billing and tags']) {
    await expect(page.getByRole('heading', { level: 2, name: group, exact: true })).toBeVisible();
  }
  await expect(page.getByText('Stop charging')).toBeVisible();
  // What may hold credentials is not even read before somebody asks for it.
  expect(await cloud.calls('describeInstanceTemplatesCustomdata')).toEqual([]);
  await page.getByRole('button', { name: 'Show' }).click();
  await expect(page.getByRole('region', { name: 'Launch script' }).last()).toContainText(
    '/opt/runner/register.sh',
  );
  await page.getByRole('link', { name: 'JSON' }).click();
  const raw = await page.getByRole('region', { name: 'As the API tells it' }).innerText();
  const { id } = await cloud.template('ci-runner');
  expect(JSON.parse(raw)).toMatchObject({ id, instanceTemplateData: { includePassword: false } });
  expect(raw).not.toContain('register.sh');
  expect(await cloud.calls('describeInstanceTemplate')).not.toEqual([]);
});

test('verifying says which field is at fault, leads to it, and passes once it is mended', async ({
  page,
  cloud,
  complaints,
}) => {
  // A template that is not valid is told by a refusal.
  complaints.allow(/404/);
  await page.goto('/cn-north-1/templates');
  await act(page, 'old-batch', 'Verify');
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByRole('alert')).toContainText(
    'The key pair batch-2019 does not exist any more.',
  );
  await expect(dialog.getByRole('alert')).toContainText("KeyPair 'batch-2019' not found");
  await expect(dialog.getByRole('row', { name: /^Type/ })).toContainText('Exists');
  await expect(dialog.getByRole('row', { name: /^Key pair/ })).toContainText('Does not exist');
  await dialog.getByRole('link', { name: 'Key pair' }).click();
  await expect(page).toHaveURL(/#keyNames$/);
  await expect(page.locator('#keyNames')).toBeFocused();
  await expect(page.locator('#keyNames')).toContainText('does not exist any more');

  // Somebody makes a key of this name; verified again, it is valid.
  await page.getByRole('button', { name: 'Verify' }).click();
  await expect(dialog.getByRole('alert')).toBeVisible();
  await cloud.write('/keypairs', { keyName: 'batch-2019' });
  await dialog.getByRole('button', { name: 'Verify again' }).click();
  await expect(dialog.getByText(/^Valid:/)).toBeVisible();
  const { id } = await cloud.template('old-batch');
  const calls = await cloud.calls('verifyInstanceTemplate');
  expect(calls.map(({ input, code }) => [input['instanceTemplateId'], code])).toEqual([
    [id, 404],
    [id, 404],
    [id, 200],
  ]);
});

test('several are verified, renamed and deleted; one that a group uses stays', async ({
  page,
  cloud,
  complaints,
}) => {
  complaints.allow(/404/);
  await page.goto('/cn-north-1/templates');
  await page.getByRole('checkbox', { name: 'Select the rows of this page' }).check();
  const bulk = page.getByRole('region', { name: 'Actions' });
  await bulk.getByRole('button', { name: /^Verify/ }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByText('5 of 6 valid')).toBeVisible();
  await expect(dialog.getByRole('listitem').filter({ hasText: 'old-batch' })).toContainText(
    'The key pair batch-2019',
  );
  await page.keyboard.press('Escape');
  await bulk.getByRole('button', { name: 'Clear' }).click();

  await row(page, 'burst-small').getByRole('link').focus();
  await page.keyboard.press('F2');
  await dialog.getByRole('textbox', { name: 'Name' }).fill('burst small');
  await expect(dialog.getByRole('button', { name: 'Save' })).toBeDisabled();
  await dialog.getByRole('textbox', { name: 'Name' }).fill('突发-small');
  await dialog.getByRole('textbox', { name: 'Description' }).fill('For <b>demos</b>');
  await page.keyboard.press('Tab');
  await dialog.getByRole('button', { name: 'Save' }).press('Enter');
  await expect(dialog).toHaveCount(0);
  await expect(row(page, '突发-small')).toBeVisible();
  const [renaming] = await cloud.calls('updateInstanceTemplate');
  expect(renaming?.input).toMatchObject({ name: '突发-small', description: 'For <b>demos</b>' });
  expect(renaming?.input).not.toHaveProperty('instanceTemplateData');

  await row(page, 'web-standard').getByRole('button', { name: 'Actions on web-standard' }).click();
  await expect(page.getByRole('menuitem', { name: /^Delete/ })).toContainText(
    'Used by the availability group web-group: unlink it first.',
  );
  await page.keyboard.press('Escape');
  for (const name of ['web-standard', 'old-batch', 'win-desktop']) {
    await row(page, name).getByRole('checkbox').check();
  }
  await bulk.getByRole('button', { name: /^Delete/ }).click();
  await expect(dialog).toContainText('3 selected, 1 skipped');
  await dialog.getByRole('textbox').fill('2');
  await dialog.getByRole('button', { name: /^Delete template/ }).click();
  await expect(dialog.getByText('2 done')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(table(page).locator('tbody').getByRole('link')).toHaveCount(4);

  const { id } = await cloud.template('ci-runner');
  await page.goto(`/cn-north-1/templates/${id}`);
  await page.getByRole('button', { name: 'More actions on ci-runner' }).click();
  await page.getByRole('menuitem', { name: /^Delete/ }).click();
  await dialog.getByRole('textbox').fill('ci-runner');
  await dialog.getByRole('button', { name: 'Delete template' }).click();
  await expect(
    page.getByRole('heading', { name: `There is no template ${id} here` }),
  ).toBeVisible();
  const deleted = await cloud.calls('deleteInstanceTemplate');
  expect(deleted.map(({ code }) => code)).toEqual([200, 200, 200]);
});

test('templates and instances are compared field by field', async ({ page, cloud }) => {
  const [web, pg] = [await cloud.template('web-standard'), await cloud.template('pg-replica')];
  const { instanceId, instanceName } = await cloud.plain('running');
  await page.goto('/cn-north-1/templates');
  await act(page, 'web-standard', 'Compare');
  await expect(
    page.getByText('Choose two templates, or a template and an instance.'),
  ).toBeVisible();
  const second = page.getByRole('combobox', { name: 'Second' });
  await second.fill('pg');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(new RegExp(`a=${web.id}&b=${pg.id}$`));
  const fields = page.getByRole('table', { name: 'Compare' });
  await expect(fields.getByRole('row', { name: /^Type differs/ })).toContainText('m.n4.xlarge');
  await expect(fields.getByRole('row', { name: /^Image CentOS/ })).not.toContainText('differs');
  await expect(page.getByRole('status').filter({ hasText: 'fields differ' })).toBeVisible();
  await page.getByRole('checkbox', { name: 'Only differences' }).check();
  await expect(fields.getByRole('row', { name: /^Image CentOS/ })).toHaveCount(0);
  await expect(fields.getByRole('row', { name: /^Data disk 1 differs/ })).toContainText(
    'ssd.io1, 500 GB, 15,000 IOPS',
  );

  await page
    .getByRole('radiogroup', { name: 'Second: what kind of thing' })
    .getByText('Instance')
    .click();
  await second.fill(instanceName);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(new RegExp(`b=${instanceId}$`));
  await page.getByRole('checkbox', { name: 'Only differences' }).uncheck();
  await expect(fields.getByRole('columnheader', { name: instanceName })).toBeVisible();
  await expect(fields.getByRole('row', { name: /^Password login/ })).toContainText(
    'not told by an instance',
  );
  await page.reload();
  await expect(fields.getByRole('columnheader', { name: instanceName })).toBeVisible();
});

for (const { locale, colorScheme } of looks) {
  test.describe(`${locale}, ${colorScheme}`, () => {
    test.use({ locale, colorScheme });

    test('templates, their pages and dialogs are accessible', async ({
      page,
      cloud,
      complaints,
    }) => {
      complaints.allow(/404/);
      const [web, old] = [await cloud.template('web-standard'), await cloud.template('old-batch')];
      await page.goto('/cn-north-1/templates');
      await expect(page.locator('tbody tr').first()).toBeVisible();
      await expectAccessible(page, 'list');
      await page.goto(`/cn-north-1/templates/${old.id}`);
      await expect(page.locator('#keyNames')).toBeVisible();
      await expectAccessible(page, 'page');
      for (const action of [
        'verifyInstanceTemplate',
        'updateInstanceTemplate',
        'deleteInstanceTemplate',
      ]) {
        await page.locator('header [aria-haspopup=menu]').last().click();
        await page.locator(`[role=menuitem][data-action=${action}]`).click();
        await expect(page.getByRole('dialog')).toBeVisible();
        if (action === 'verifyInstanceTemplate') {
          await expect(page.getByRole('dialog').getByRole('alert')).toBeVisible();
        }
        await expectAccessible(page, action);
        await page.keyboard.press('Escape');
        await expect(page.getByRole('dialog')).toHaveCount(0);
      }
      await page.goto(`/cn-north-1/templates/compare?a=${web.id}&b=${old.id}`);
      await expect(page.locator('tbody tr[data-differs]').first()).toBeVisible();
      await expectAccessible(page, 'compare');
    });
  });
}
