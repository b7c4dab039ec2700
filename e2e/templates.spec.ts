import { expectAccessible } from './accessibility.ts';
import { expect, test } from './fixtures.ts';

test.beforeEach(({ cloud }) => cloud.freeze());

test('a list tells what each makes; a template’s page has all of its fields', async ({
  page,
  cloud,
  templates,
}) => {
  await page.goto('/cn-north-1/templates');
  await expect(page.getByText('6 of 20 templates')).toBeVisible();
  await expect(templates.row('pg-replica')).toContainText(
    /m\.n4\.xlarge.*CentOS 7\.6.*80 \+ 500 GB/,
  );
  await expect(templates.row('web-standard')).toContainText('web-group');
  await expect(templates.row('old-batch')).toContainText('does not exist any more');
  await page.getByRole('textbox', { name: 'Search' }).fill('ubuntu');
  await expect(templates.table.getByRole('link')).toHaveText(['burst-small', 'ci-runner']);

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
  templates,
  complaints,
}) => {
  // A template that is not valid is told by a refusal.
  complaints.allow(/404/);
  await page.goto('/cn-north-1/templates');
  await templates.act('old-batch', 'Verify');
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

  // Mended in the form that changes it, where the field at fault is the one in focus.
  await page.getByRole('button', { name: 'Verify' }).click();
  await dialog.getByRole('link', { name: 'Fix' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Change old-batch' })).toBeVisible();
  const key = page.getByRole('combobox', { name: 'Key pair' });
  await expect(key).toBeFocused();
  await expect(page.getByText('There is no such key pair.')).toBeVisible();
  await key.fill('ops');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('list', { name: 'Changes' })).toHaveText('Key pairPassword login');
  await page.getByRole('button', { name: 'Save changes' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'old-batch' })).toBeVisible();
  await expect(page.locator('#keyNames')).toContainText('ops-2026');
  const [change] = await cloud.calls('updateInstanceTemplate');
  const { id } = await cloud.template('old-batch');
  expect(change?.input).toEqual({
    regionId: 'cn-north-1',
    instanceTemplateId: id,
    instanceTemplateData: { keyNames: ['ops-2026'], passWordAuth: 'yes' },
  });
  await page.getByRole('button', { name: 'Verify' }).click();
  await expect(dialog.getByText(/^Valid:/)).toBeVisible();
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
  templates,
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

  await templates.row('burst-small').getByRole('link').focus();
  await page.keyboard.press('F2');
  await dialog.getByRole('textbox', { name: 'Name' }).fill('burst small');
  await expect(dialog.getByRole('button', { name: 'Save' })).toBeDisabled();
  await dialog.getByRole('textbox', { name: 'Name' }).fill('突发-small');
  await dialog.getByRole('textbox', { name: 'Description' }).fill('For <b>demos</b>');
  await page.keyboard.press('Tab');
  await dialog.getByRole('button', { name: 'Save' }).press('Enter');
  await expect(dialog).toHaveCount(0);
  await expect(templates.row('突发-small')).toBeVisible();
  const [renaming] = await cloud.calls('updateInstanceTemplate');
  expect(renaming?.input).toMatchObject({ name: '突发-small', description: 'For <b>demos</b>' });
  expect(renaming?.input).not.toHaveProperty('instanceTemplateData');

  await templates.menu('web-standard');
  await expect(page.getByRole('menuitem', { name: /^Delete/ })).toContainText(
    'Used by the availability group web-group: unlink it first.',
  );
  await page.keyboard.press('Escape');
  for (const name of ['web-standard', 'old-batch', 'win-desktop']) {
    await templates.row(name).getByRole('checkbox').check();
  }
  await bulk.getByRole('button', { name: /^Delete/ }).click();
  await expect(dialog).toContainText('3 selected, 1 skipped');
  await dialog.getByRole('textbox').fill('2');
  await dialog.getByRole('button', { name: /^Delete template/ }).click();
  await expect(dialog.getByText('2 done')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(templates.table.locator('tbody').getByRole('link')).toHaveCount(4);

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

test('templates and instances are compared field by field', async ({ page, cloud, templates }) => {
  const [web, pg] = [await cloud.template('web-standard'), await cloud.template('pg-replica')];
  const { instanceId, instanceName } = await cloud.plain('running');
  await page.goto('/cn-north-1/templates');
  await templates.act('web-standard', 'Compare');
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
  await expect(page.getByRole('status').filter({ hasText: 'They differ in' })).toBeVisible();
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
  // Their names are all that is read of the others.
  expect(await cloud.calls('describeBriefInstances')).not.toEqual([]);
  await page.getByRole('checkbox', { name: 'Only differences' }).uncheck();
  await expect(fields.getByRole('columnheader', { name: instanceName })).toBeVisible();
  await expect(fields.getByRole('row', { name: /^Password login/ })).toContainText(
    'not told by an instance',
  );
  await page.reload();
  await expect(fields.getByRole('columnheader', { name: instanceName })).toBeVisible();
});

test('a template is made like an instance; the password is asked for and kept nowhere', async ({
  page,
  cloud,
  complaints,
}) => {
  complaints.allow(/status of 400/);
  const instance = await cloud.plain(
    'running',
    ({ osType, instanceType = '' }) => osType === 'linux' && /^[gcm]\.n/.test(instanceType),
  );
  await page.goto(`/cn-north-1/instances/${instance.instanceId}`);
  await page.getByRole('button', { name: `More actions on ${instance.instanceName}` }).click();
  await page.getByRole('menuitem', { name: 'Create a template like this' }).click();
  const summary = page.getByRole('complementary');
  const create = summary.getByRole('button', { name: 'Create template' });
  await expect(page.getByText(`Like ${instance.instanceName}:`)).toBeVisible();
  await expect(summary).toContainText(instance.instanceType ?? '');
  await expect(summary).toContainText('6 + 1 / 20');

  // Nothing goes before all is there, and what is typed outlives a reload, but for the password.
  await page.getByText('Password', { exact: true }).click();
  await page.getByRole('textbox', { name: 'Password', exact: true }).fill('Gr8!Wolf#42');
  await create.click();
  await expect(page.getByRole('textbox', { name: 'Name', exact: true })).toBeFocused();
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill('模板-1');
  await page
    .getByRole('textbox', { name: 'Description', exact: true })
    .fill('<i>Tom & "Jerry"</i>');
  await page.getByText('Stop charging', { exact: true }).click();
  page.once('dialog', (warning) => void warning.accept());
  await page.reload();
  await expect(page.getByRole('textbox', { name: 'Name', exact: true })).toHaveValue('模板-1');
  await expect(page.getByRole('textbox', { name: 'Password', exact: true })).toHaveValue('');
  await page.getByRole('textbox', { name: 'Password', exact: true }).fill('Gr8!Wolf#42');

  // A refusal loses nothing.
  await cloud.order({
    kind: 'error',
    operation: 'createInstanceTemplate',
    code: 400,
    status: 'FAILED_PRECONDITION',
    message: "Invalid image status 'pending'",
  });
  await create.click();
  await expect(summary.getByRole('alert')).toContainText("Invalid image status 'pending'");
  await create.click();
  await expect(page.getByRole('heading', { level: 1, name: '模板-1' })).toBeVisible();
  await expect(page.getByText('<i>Tom & "Jerry"</i>')).toBeVisible();
  const { id, instanceTemplateData } = await cloud.template('模板-1');
  await expect(page).toHaveURL(new RegExp(`/templates/${id}$`));
  expect(instanceTemplateData).toMatchObject({
    instanceType: instance.instanceType,
    includePassword: true,
    chargeOnStopped: 'stopCharging',
  });
  const kept = await page.evaluate(() =>
    JSON.stringify([{ ...localStorage }, { ...sessionStorage }]),
  );
  expect(kept).toContain('createInstanceTemplate');
  expect(kept).not.toContain('Wolf');
  expect(JSON.stringify(await cloud.calls('createInstanceTemplate'))).not.toContain('Wolf');

  // What was done leads to what came of it.
  await page.goto('/cn-north-1/activity');
  await page.getByRole('main').getByRole('link', { name: '模板-1' }).first().click();
  await expect(page).toHaveURL(new RegExp(`/templates/${id}$`));

  // It differs from its model in nothing that an instance tells, but for what was chosen otherwise.
  await page.goto(`/cn-north-1/templates/compare?a=${id}&b=${instance.instanceId}`);
  await page.getByRole('checkbox', { name: 'Only differences' }).check();
  const fields = page.getByRole('table', { name: 'Compare' });
  await expect(fields.getByRole('row', { name: /^When stopped differs/ })).toBeVisible();
  await expect(fields.getByRole('row', { name: /^(Type|Image|Subnet|System disk)/ })).toHaveCount(
    0,
  );
});

test('a change sends what was changed, keeps the password unseen, and is not sent twice', async ({
  page,
  cloud,
  templates,
  complaints,
}) => {
  complaints.allow(/status of 50[0-9]/);
  const { id } = await cloud.template('win-desktop');
  await page.goto(`/cn-north-1/templates/${id}`);
  await page.getByRole('button', { name: 'More actions on win-desktop' }).click();
  await page.getByRole('menuitem', { name: 'Change', exact: true }).click();
  const save = page.getByRole('button', { name: 'Save changes' });
  await expect(save).toBeDisabled();
  await expect(page.getByRole('radio', { name: 'The template’s password' })).toBeChecked();
  await page.getByRole('textbox', { name: 'Size of vda' }).fill('80');
  await page.getByText('By traffic', { exact: true }).click();
  await page.getByRole('textbox', { name: 'Bandwidth' }).fill('300');
  await save.click();
  await expect(page.getByText('1 to 200 Mbps, BGP')).toBeVisible();
  await page.getByRole('textbox', { name: 'Bandwidth' }).fill('20');
  await page.getByRole('button', { name: 'Add a tag' }).click();
  await page.getByRole('textbox', { name: 'Tags: key 1' }).fill('team');
  await page.getByRole('textbox', { name: 'Tags: value 1' }).fill('qa');
  await expect(page.getByRole('list', { name: 'Changes' })).toHaveText('System diskPublic IPTags');
  await cloud.order({ kind: 'lost-reply', operation: 'updateInstanceTemplate' });
  await save.click();
  await expect(page.getByRole('complementary').getByRole('alert')).toContainText(
    'It may have happened',
  );
  await expect(save).toBeDisabled();
  await page.getByRole('link', { name: 'Look at the list of templates' }).click();
  await expect(templates.row('win-desktop')).toContainText('20 Mbps');
  const [change, ...more] = await cloud.calls('updateInstanceTemplate');
  expect(more).toEqual([]);
  expect(change?.input['instanceTemplateData']).toEqual({
    systemDisk: {
      diskCategory: 'cloud',
      autoDelete: true,
      cloudDiskSpec: { diskType: 'ssd.gp1', diskSizeGB: 80 },
    },
    elasticIp: { bandwidthMbps: 20, provider: 'BGP', chargeMode: 'flow' },
    instanceTags: [{ key: 'team', value: 'qa' }],
  });
  const { instanceTemplateData } = await cloud.template('win-desktop');
  expect(instanceTemplateData).toMatchObject({ includePassword: true });
});

test.describe('in Chinese', () => {
  test.use({ locale: 'zh-CN' });

  test('templates, their pages and dialogs are accessible', async ({ page, cloud, complaints }) => {
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
    await page.goto(`/cn-north-1/templates/${old.id}/edit`);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await page.locator('button[type=submit]').click();
    await expect(page.locator('[aria-invalid=true]').first()).toBeVisible();
    await expectAccessible(page, 'form');
  });
});
