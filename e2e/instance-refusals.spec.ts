// What the documents say that the cloud may refuse a change of an instance with, and no page can know beforehand.
import type { Locator, Page } from '@playwright/test';
import type { Instance } from './cloud.ts';
import { expect, test } from './fixtures.ts';
import { anyChange, expectEachSaid, failed, type Refusal } from './refusals.ts';

test.beforeEach(async ({ cloud, complaints }) => {
  complaints.allow(/status of 4\d\d/);
  await cloud.freeze();
});

interface Row {
  operation: string;
  action: string;
  /** The machine must be so. */
  status: 'running' | 'stopped';
  /** The button that sends it. */
  button: string;
  /** What must be filled in before it can be sent. */
  fill?: (dialog: Locator, instance: Instance, page: Page) => Promise<void>;
  refusals: readonly Refusal[];
}

const password = 'Str0ng-Enough_9';

const rows: readonly Row[] = [
  {
    operation: 'stopInstance',
    action: 'Stop',
    status: 'running',
    button: 'Stop',
    refusals: [
      ...anyChange,
      ...failed(
        'keepCharging or stopCharging does not applied to dedicated host',
        'stopCharging only applied to cloud system disk',
        'stopCharging only applied to postpaid by duration',
        'order not found',
      ),
    ],
  },
  {
    operation: 'rebootInstance',
    action: 'Reboot',
    status: 'running',
    button: 'Reboot',
    refusals: anyChange,
  },
  {
    operation: 'deleteInstance',
    action: 'Delete',
    status: 'stopped',
    button: 'Delete instance',
    fill: (dialog, { instanceName }) => dialog.getByLabel(/Type the name/).fill(instanceName),
    refusals: [
      ...anyChange,
      ...failed(
        "Conflict with underlay image task '77'",
        "Can't delete 'prepaid_by_duration' instance which isn't overdue",
      ),
      ['PERMISSION_DENIED', "Can't delete no charged resource"],
      ['PERMISSION_DENIED', "Can't delete 'prepaid_by_duration' instance in white list"],
    ],
  },
  {
    operation: 'resizeInstance',
    action: 'Change type',
    status: 'stopped',
    button: 'Change type',
    fill: async (dialog) => {
      await dialog.getByRole('textbox', { name: 'Find' }).fill('g.n4.2xlarge');
      await dialog.getByRole('radio', { name: 'g.n4.2xlarge' }).check();
    },
    refusals: [
      ...anyChange,
      ...failed(
        'Please stop the instance first.',
        'Invalid system disk mount state',
        "Local_data disk instance i-x can't resize, resize need to apoint force parameter as true",
        'Charge order not found',
        "DedicatedHost 'dh-x' is not available.",
        'Resource is not enough',
        "InstanceType 'g.n4.2xlarge' is out of stock",
        'InstanceType constraints. NetworkInterface limit exceeded',
        'InstanceType constraints. CloudDisk limit exceeded',
        "Image constraints. Doesn't support instanceType 'g.n4.2xlarge'",
      ),
      ['NOT_FOUND', 'System disk not found'],
      ['NOT_FOUND', "InstanceType 'g.n4.2xlarge' not found"],
    ],
  },
  {
    operation: 'rebuildInstance',
    action: 'Rebuild',
    status: 'stopped',
    button: 'Rebuild instance',
    fill: async (dialog, { instanceName }) => {
      await dialog.getByLabel('New password', { exact: true }).fill(password);
      await dialog.getByLabel(/Type the name/).fill(instanceName);
    },
    refusals: [
      ...anyChange,
      ['INVALID_ARGUMENT', 'Invalid password'],
      ...failed(
        'Please stop the instance first.',
        'Image constraints. Only support cloud system disk',
        'Image constraints. Only support local system disk',
        "Image constraints. Doesn't support instanceType 'g.n4.large'",
        'The image is not consistent with the system disk encryption properties.',
        'instanceType is not supported when using img-x.',
        'Invalid system disk mount state',
      ),
      ['OUT_OF_RANGE', 'NewSysDiskSizeGB out of range. Less than the image system disk capacity.'],
      ['NOT_FOUND', 'System disk not found'],
      ['NOT_FOUND', "Keypair 'ops-2026' not found"],
    ],
  },
  {
    operation: 'modifyInstancePassword',
    action: 'Reset password',
    status: 'running',
    button: 'Reset password',
    fill: (dialog) => dialog.getByLabel('New password', { exact: true }).fill(password),
    refusals: [
      ...anyChange,
      ['INVALID_ARGUMENT', 'Invalid password'],
      ['NOT_FOUND', 'System disk not found'],
      ['FAILED_PRECONDITION', 'Invalid system disk mount state'],
    ],
  },
  {
    operation: 'modifyInstanceAttribute',
    action: 'Rename',
    status: 'running',
    button: 'Save',
    fill: (dialog) => dialog.getByLabel('Name', { exact: true }).fill('renamed-1'),
    refusals: [
      ['INVALID_ARGUMENT', 'There are no modifiable properties in the parameter'],
      ['NOT_FOUND', "Instance 'i-gone' not found."],
    ],
  },
  {
    operation: 'createImage',
    action: 'Create image',
    status: 'running',
    button: 'Create image',
    fill: (dialog) => dialog.getByLabel('Name of the image').fill('base-1'),
    refusals: [
      ...anyChange,
      ...failed(
        'Please stop the instance first',
        'System disk not found',
        'Invalid system disk mount state',
        "Disk 'vol-x' busy in 'snapshot'",
        "Invalid Disk 'vol-x' status 'extending'",
      ),
      ['DUPLICATE', 'Duplicate deviceName'],
      ['QUOTA_EXCEEDED', 'Image quota limit exceeded'],
      ['QUOTA_EXCEEDED', 'Snapshot quota limit exceeded'],
    ],
  },
];

for (const { operation, action, status, button, fill, refusals } of rows) {
  test(`${operation}: what is refused is said in the cloud's words, and stays as it was`, async ({
    page,
    cloud,
    fleet,
  }) => {
    const suits = ({ osType, instanceType }: Instance) =>
      osType === 'linux' && /^g\.n4\.x?large$/.test(instanceType ?? '');
    const instance = await cloud.plain('running', suits);
    const { instanceId, instanceName } = instance;
    if (status === 'stopped') {
      await cloud.write(`/instances/${instanceId}:stopInstance`);
      await cloud.advance(600_000);
    }
    await fleet.open(`?q=${instanceId}`);
    await fleet.act(instanceName, action);
    const dialog = page.getByRole('dialog');
    await fill?.(dialog, instance, page);
    const send = dialog.getByRole('button', { name: button, exact: true });
    await expectEachSaid(cloud, operation, refusals, send);
    await page.keyboard.press('Escape');
    await expect(dialog).toHaveCount(0);
    await expect(fleet.status(instanceName)).toContainText(
      status === 'running' ? 'Running' : 'Stopped',
    );
  });
}

test('startInstance: each refusal waits in the activity, with the cloud’s words', async ({
  page,
  cloud,
  fleet,
}) => {
  const { instanceId, instanceName } = await cloud.stopped();
  const refusals: readonly Refusal[] = [
    ...anyChange,
    ...failed('Invalid charge state'),
    ['NOT_FOUND', 'System disk not found'],
    ['NOT_FOUND', 'Invalid system disk mount state'],
  ];
  await fleet.open(`?q=${instanceId}`);
  const said: string[] = [];
  for (const [status, message] of refusals) {
    await cloud.order({ kind: 'error', operation: 'startInstance', status, message });
    await fleet.act(instanceName, 'Start');
    // Each by itself: several of them share a status.
    said.push(status);
    await expect
      .poll(async () => (await cloud.calls('startInstance')).map((call) => call.status))
      .toEqual(said);
  }
  await page.goto('/cn-north-1/activity');
  for (const [, message] of refusals) {
    await expect(page.getByRole('main')).toContainText(message);
  }
});
