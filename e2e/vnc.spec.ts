import type { Cloud, Instance } from './cloud.ts';
import { expect, test } from './fixtures.ts';
import { anyChange, type Refusal } from './refusals.ts';

/** What the documents say that the cloud may refuse a screen with. */
const refusals: readonly Refusal[] = [
  ...anyChange,
  ['FAILED_PRECONDITION', "InstanceType constraints. Doesn't support VNC."],
];

async function linux(cloud: Cloud): Promise<Instance> {
  const running = await cloud.instances({ status: 'running' });
  const found = running.find(({ osType, instanceType = '' }) => {
    return osType === 'linux' && !instanceType.endsWith('.metal');
  });
  if (!found) throw new Error('The fleet has no running Linux instance');
  return found;
}

test('a new tab shows the screen, and what is typed appears on it', async ({
  page,
  cloud,
  fleet,
}) => {
  const { instanceId, instanceName } = await linux(cloud);
  await fleet.open(`?q=${instanceId}`);
  const opened = page.waitForEvent('popup');
  await fleet
    .row(instanceName)
    .getByRole('link', { name: /^Open VNC/ })
    .click();
  const screen = await opened;
  await expect(screen.getByRole('status')).toContainText('Connected');
  await expect(screen.getByRole('heading', { level: 1 })).toContainText(instanceName);
  await expect.poll(() => cloud.screen(instanceId)).toContain('login:');

  await screen.locator('canvas').click();
  await screen.keyboard.type('root');
  await expect.poll(() => cloud.screen(instanceId)).toContain('login: root');
  await screen.keyboard.press('Enter');
  await expect.poll(() => cloud.screen(instanceId)).toContain('Password:');
  await screen.keyboard.type('Secret+123');
  await screen.keyboard.press('Enter');
  await screen.keyboard.type('echo "It\'s 5 > 4 & A_B"');
  await expect.poll(() => cloud.screen(instanceId)).toContain('echo "It\'s 5 > 4 & A_B"');
  expect(await cloud.screen(instanceId)).not.toContain('Secret');
  // What the server drew has arrived: the picture is not of one colour.
  const colours = await screen.locator('canvas').evaluate((canvas: HTMLCanvasElement) => {
    const { data = [] } = canvas.getContext('2d')?.getImageData(0, 0, 640, 400) ?? {};
    return new Set(Array.from({ length: data.length / 4 }, (_, at) => data[at * 4])).size;
  });
  expect(colours).toBeGreaterThan(1);

  // The page that opened it is out of reach, and the address is nobody's to keep.
  expect(await screen.evaluate(() => window.opener === null)).toBe(true);
  const kept = await page.evaluate(() => JSON.stringify([localStorage, sessionStorage]));
  expect(kept).not.toContain('token');
  expect(kept).not.toContain('vnc_auto');
});

test('Ctrl-Alt-Del reboots the instance', async ({ page, cloud }) => {
  const { instanceId } = await linux(cloud);
  await page.goto(`/cn-north-1/instances/${instanceId}/vnc`);
  await expect(page.getByRole('status')).toContainText('Connected');
  await cloud.freeze();
  await page.getByRole('button', { name: 'Ctrl-Alt-Del' }).click();
  const statusOf = async (status: string) =>
    (await cloud.instances({ status })).some((one) => one.instanceId === instanceId);
  await expect.poll(() => statusOf('rebooting')).toBe(true);
  await cloud.advance(600_000);
  await expect.poll(() => statusOf('running')).toBe(true);
});

test('an address that was pasted or used up is refused in words', async ({ page, complaints }) => {
  // noVNC says so, too.
  complaints.allow(/Failed when connecting/);
  await page.goto('/simulator/vnc_auto.html?token=made-up');
  await expect(page.getByRole('heading', { name: 'This address is not valid' })).toBeVisible();
});

test('what stands in the way of a screen is said in the tab', async ({
  page,
  cloud,
  complaints,
}) => {
  complaints.allow(/status of 4\d\d/);
  await cloud.freeze();
  const { instanceId } = await cloud.plain('stopped');
  await page.goto(`/cn-north-1/instances/${instanceId}/vnc`);
  const alert = page.getByRole('alert').first();
  await expect(alert).toContainText('Only a running instance can be opened over VNC.');
  await cloud.write(`/instances/${instanceId}:startInstance`);
  await cloud.advance(600_000);
  for (const [status, message] of refusals) {
    await cloud.order({ kind: 'error', operation: 'describeInstanceVncUrl', status, message });
    await page.getByRole('button', { name: 'Retry' }).click();
    await expect(alert).toContainText(`${status} ${message}`);
  }
  await page.getByRole('button', { name: 'Retry' }).click();
  await expect(page.getByRole('button', { name: 'Ctrl-Alt-Del' })).toBeEnabled();
});

test.describe('in Chinese', () => {
  test.use({ locale: 'zh-CN' });

  test('the tab speaks Chinese, too', async ({ page, cloud, complaints }) => {
    complaints.allow(/status of 4\d\d/);
    await cloud.freeze();
    const { instanceId } = await cloud.plain('stopped');
    await page.goto(`/cn-north-1/instances/${instanceId}/vnc`);
    await expect(page.getByRole('alert').first()).toContainText('只有运行中的实例才能打开 VNC。');
  });
});
