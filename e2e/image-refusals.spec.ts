// What the documents say that the cloud may refuse an image, a template or a key pair with, and no page can know
// beforehand. What a page does know is in the specs of each.
import type { Locator, Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { expectEachSaid, failed, type Refusal } from './refusals.ts';

test.beforeEach(async ({ cloud, complaints }) => {
  complaints.allow(/status of 4\d\d/);
  await cloud.freeze();
});

interface Row {
  operation: string;
  /** Of the menu of `of`, or where there is none a button of the page. */
  action: string;
  of?: string;
  /** The button that sends it. */
  button: string;
  fill?: (dialog: Locator) => Promise<void>;
  refusals: readonly Refusal[];
}

const conflict = failed("Conflict with underlay image task '77'");
const noImage: Refusal = ['NOT_FOUND', "Image 'img-gone' not found"];
const noTemplate: Refusal = ['NOT_FOUND', "Instance Template 'it-gone' not found"];

const rename = async (dialog: Locator) => dialog.getByLabel('Name', { exact: true }).fill('newer');
const confirm = (name: string) => (dialog: Locator) =>
  dialog.getByLabel(/Type the name/).fill(name);

const images: readonly Row[] = [
  {
    operation: 'modifyImageAttribute',
    action: 'Rename',
    of: 'order-api-20261120',
    button: 'Save',
    fill: rename,
    refusals: [
      ['INVALID_ARGUMENT', 'Parameter name、description missing'],
      ...failed("Can't use this image"),
      ...conflict,
      noImage,
    ],
  },
  {
    operation: 'shareImage',
    action: 'Share',
    of: 'order-api-20261120',
    button: 'Share with 1 account',
    fill: (dialog) => dialog.getByLabel('Accounts').fill('team-data'),
    refusals: [
      ...failed(
        "Can't use this image",
        "Community image can't be shared",
        "Share encrypted snapshot 'snapshot-x' is not support.",
        "Invalid pin 'team-data'",
        "Pin 'team-data' not found",
      ),
      ...conflict,
      ['QUOTA_EXCEEDED', 'Image share quota limit exceeded'],
      noImage,
    ],
  },
  {
    operation: 'unShareImage',
    action: 'Stop sharing',
    of: 'golden-centos-82',
    button: 'Stop sharing with 1 account',
    fill: (dialog) => dialog.getByRole('checkbox').last().check(),
    refusals: [
      ...failed("Can't use this image", "Invalid pin 'partner-x'", "Pin 'partner-x' not found"),
      ...conflict,
      noImage,
    ],
  },
  {
    operation: 'releaseImage',
    action: 'Publish',
    of: 'order-api-20261120',
    button: 'Publish to the community',
    refusals: [
      ...failed(
        "Can't use non-private image",
        'Only cloud disk can be released',
        'Release encrypted snapshot is not support.',
      ),
      ...conflict,
      noImage,
    ],
  },
  {
    operation: 'exportImage',
    action: 'Export',
    of: 'order-api-20261120',
    button: 'Export',
    fill: async (dialog) => {
      await dialog.getByLabel('Bucket').fill('https://b.s3-internal.cn-north-1.jdcloud-oss.com');
      await dialog.getByLabel('Service role').fill('image-exporter');
    },
    refusals: [
      ['CONFLICT', "OssRegion 'cn-east-2' not match current region 'cn-north-1'"],
      ...failed(
        "Can't use this image",
        "Invalid image status 'pending'",
        "Invalid image type 'localDisk'",
        "Windows image can't export",
      ),
      noImage,
    ],
  },
  {
    operation: 'deleteImage',
    action: 'Delete',
    of: 'order-api-20261120',
    button: 'Delete image',
    fill: confirm('order-api-20261120'),
    refusals: [
      ...failed(
        "Can't delete protected image",
        "Can't delete this image",
        "Can't delete community image",
        "Can't delete shared image",
        "The image 'img-x' is busy",
        'Local-System-Disk image cannot be deleted if it has been used to create instances',
      ),
      ...conflict,
      noImage,
    ],
  },
];

const templates: readonly Row[] = [
  {
    operation: 'updateInstanceTemplate',
    action: 'Rename',
    of: 'burst-small',
    button: 'Save',
    fill: rename,
    refusals: [['INVALID_ARGUMENT', 'Parameter name and description missing'], noTemplate],
  },
  {
    operation: 'deleteInstanceTemplate',
    action: 'Delete',
    of: 'burst-small',
    button: 'Delete template',
    fill: confirm('burst-small'),
    refusals: [noTemplate],
  },
];

const keypairs: readonly Row[] = [
  {
    operation: 'createKeypair',
    action: 'Create key pair',
    button: 'Create key pair',
    fill: rename,
    refusals: [
      ...failed("KeyName 'newer' already in use"),
      ['QUOTA_EXCEEDED', 'Keypair quota limit exceeded'],
    ],
  },
  {
    operation: 'importKeypair',
    action: 'Import public key',
    button: 'Import public key',
    fill: async (dialog) => {
      await rename(dialog);
      await dialog
        .getByLabel('Public key')
        .fill('ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIP6peWpaGxwm3oLmoLmzuAS4cy6oXorqwKU+Umm5i0GM');
    },
    refusals: failed("KeyName 'newer' already in use", 'Malformed PublicKey ssh-ed25519'),
  },
  {
    operation: 'deleteKeypair',
    action: 'Delete',
    of: 'legacy-2023',
    button: 'Delete key pair',
    fill: confirm('legacy-2023'),
    refusals: [['NOT_FOUND', "Keypair 'legacy-2023' not found"]],
  },
  {
    operation: 'detachKeypair',
    action: 'Detach',
    of: 'ops-2026',
    button: 'Detach from 1 instance',
    fill: async (dialog) => {
      await dialog.getByRole('combobox').click();
      await dialog.page().getByRole('option').first().click();
      await dialog.page().keyboard.press('Escape');
    },
    refusals: [['NOT_FOUND', "Keypair 'ops-2026' not found"]],
  },
];

async function open(page: Page, { action, of }: Row): Promise<void> {
  if (of === undefined) {
    await page.getByRole('main').getByRole('button', { name: action }).first().click();
    return;
  }
  await page.getByRole('button', { name: `Actions on ${of}` }).click();
  await page.getByRole('menuitem', { name: new RegExp(`^${action}`) }).click();
}

for (const [list, rows] of Object.entries({ images, templates, keypairs })) {
  for (const row of rows) {
    const { operation, fill, button, refusals } = row;
    test(`${operation}: what is refused is said in the cloud's words, with what was typed`, async ({
      page,
      cloud,
    }) => {
      await page.goto(`/cn-north-1/${list}`);
      await open(page, row);
      const dialog = page.getByRole('dialog');
      await fill?.(dialog);
      const send = dialog.getByRole('button', { name: button, exact: true });
      await expectEachSaid(cloud, operation, refusals, send);
    });
  }
}

test('copying says each refusal in its row, where it can be asked for again', async ({
  page,
  cloud,
  images: list,
}) => {
  await list.open();
  await list.act('order-api-20261120', 'Copy to regions');
  await list.dialog.getByLabel(/cn-east-2/).check();
  // A conflict or a busy image is waited for instead, and so is not among them.
  const [first, ...others]: readonly Refusal[] = [
    ['INVALID_ARGUMENT', "Invalid region 'cn-east-2'"],
    ...failed(
      'Only support cloudDisk image',
      "Invalid image status 'pending'",
      "Can't use this image",
      "Copy encrypted snapshot 'snapshot-x' is not support.",
    ),
    ['QUOTA_EXCEEDED', 'Image quota limit exceeded'],
    ['QUOTA_EXCEEDED', 'Snapshot quota limit exceeded'],
  ];
  const order = (refusal: Refusal | undefined) =>
    cloud.order({
      kind: 'error',
      operation: 'copyImages',
      status: refusal?.[0] ?? '',
      message: refusal?.[1] ?? '',
    });
  const said = list.dialog.locator('[data-phase=failed]');
  await order(first);
  await list.press('Copy to 1 region');
  await expect(said).toContainText(first?.[1] ?? '');
  for (const refusal of others) {
    await order(refusal);
    await said.getByRole('button', { name: /^Retry/ }).click();
    await expect(said).toContainText(refusal[1]);
  }
  expect((await cloud.calls('copyImages')).map(({ code }) => code)).not.toContain(200);
  await page.keyboard.press('Escape');
});

test('withdrawing and attaching a key that the cloud refuses change nothing', async ({
  page,
  cloud,
  images: list,
}) => {
  const { imageId } = await cloud.image('order-api-20261120');
  await cloud.write(`/images/${imageId}:release`);
  await list.open('?source=community');
  await list.act('order-api-20261120', 'Withdraw');
  const send = list.dialog.getByRole('button', { name: 'Withdraw' });
  const refusals = [...failed("Can't use this image"), ...conflict, noImage];
  await expectEachSaid(cloud, 'unReleaseImage', refusals, send);
  await page.keyboard.press('Escape');

  const bare = ({ keyNames = [], osType }: { keyNames?: string[]; osType?: string }) =>
    keyNames.length === 0 && osType === 'linux';
  const { instanceId } = await cloud.plain('running', bare);
  await page.goto('/cn-north-1/keypairs/legacy-2023');
  await page.getByRole('button', { name: 'Attach to instances' }).click();
  const pick = list.dialog.getByRole('combobox', { name: 'Instances' });
  await pick.fill(instanceId);
  await expect(list.dialog.getByRole('option')).toContainText(instanceId);
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
  await expectEachSaid(
    cloud,
    'attachKeypair',
    [
      ...failed(
        "Windows OS doesn't support attach keypair.",
        `Already attached key pair. instance id ${instanceId}`,
      ),
      ['NOT_FOUND', "Keypair 'legacy-2023' not found"],
    ],
    list.dialog.getByRole('button', { name: 'Attach to 1 instance' }),
  );
});

test('a template’s form and its verification say what the cloud finds wrong', async ({
  page,
  cloud,
}) => {
  const missing = ['Snapshot', 'InstanceType', 'Subnet', 'SecurityGroups', 'KeyPair', 'Image'].map(
    (kind): Refusal => ['NOT_FOUND', `${kind} 'x-gone' not found`],
  );
  const { id } = await cloud.template('ci-runner');
  await page.goto(`/cn-north-1/templates/create?from=${id}`);
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill('ci-runner-2');
  const summary = page.getByRole('complementary');
  await expectEachSaid(
    cloud,
    'createInstanceTemplate',
    [
      ['INVALID_ARGUMENT', "Malformed InstanceTemplateData.Password '***'"],
      ...failed(
        "Invalid image status 'pending'",
        'Image constraints. Only support cloud system disk',
        'Image constraints. Only support local system disk',
        "Image constraints. Doesn't support instanceType 'g.n4.large'",
      ),
      ['CONFLICT', "Subnet 'subnet-x' not support ipv6"],
      ['OUT_OF_RANGE', 'InstanceTemplateData.SystemDisk.CloudDiskSpec.DiskSizeGB out of range'],
      ['OUT_OF_RANGE', 'InstanceTemplateData.SystemDisk.CloudDiskSpec.Iops out of range'],
      ['QUOTA_EXCEEDED', 'InstanceTemplate quota limit exceeded'],
      ...missing,
    ],
    summary.getByRole('button', { name: 'Create template' }),
    summary,
  );
  await expect(page.getByRole('textbox', { name: 'Name', exact: true })).toHaveValue('ci-runner-2');
  page.once('dialog', (warning) => void warning.accept());

  await page.goto(`/cn-north-1/templates/${id}`);
  await page.getByRole('button', { name: 'Verify' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByText(/^Valid:/)).toBeVisible();
  for (const [status, message] of [
    ...failed("Invalid image status 'pending'"),
    ...missing,
    noTemplate,
  ]) {
    await cloud.order({ kind: 'error', operation: 'verifyInstanceTemplate', status, message });
    await dialog.getByRole('button', { name: 'Verify again' }).click();
    await expect(dialog.getByRole('alert')).toContainText(message);
  }
});

test('the import of an image says what the cloud finds wrong, and keeps the form', async ({
  page,
  cloud,
}) => {
  await page.goto('/cn-north-1/images/import');
  const link = page.getByLabel('Link to the file');
  await link.fill('https://bucket.s3.cn-north-1.jdcloud-oss.com/rocky.qcow2');
  await page.getByLabel('Name', { exact: true }).fill('rocky-94');
  const summary = page.getByRole('complementary');
  await expectEachSaid(
    cloud,
    'importImage',
    [
      ['CONFLICT', "OssRegion 'cn-east-2' not match current region 'cn-north-1'"],
      ['OUT_OF_RANGE', 'SystemDiskSizeGB must be multiple of 10'],
      ['QUOTA_EXCEEDED', 'Image quota limit exceeded'],
    ],
    summary.getByRole('button', { name: 'Import', exact: true }),
    summary,
  );
  await expect(link).toHaveValue(/rocky\.qcow2$/);
  page.once('dialog', (warning) => void warning.accept());
});
