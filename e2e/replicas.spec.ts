import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { Fleet } from './list-page.ts';
import { startNginx } from './nginx.ts';
import { openSignedIn, startApart } from './operator.ts';

/** Begins to stop fifty of the running ones on screen, five at a time. */
async function beginToStop(page: Page, from: number): Promise<void> {
  const { table, bulk } = new Fleet(page);
  const rows = table.getByRole('row').filter({ has: page.getByRole('link') });
  const boxes = rows.getByRole('checkbox');
  // One page of the list, once all of the fleet is there.
  await expect(boxes).toHaveCount(100);
  await boxes.nth(from).click();
  await boxes.nth(from + 49).click({ modifiers: ['Shift'] });
  await expect(bulk).toContainText('50 instances selected');
  await bulk.getByRole('button', { name: /^Stop/ }).click();
  const dialog = page.getByRole('dialog', { name: 'Stop 50 instances' });
  await dialog.getByRole('button', { name: 'Stop 50 instances' }).click();
}

test('one of three replicas is killed and comes back while two people stop a hundred', async ({
  browser,
  playwright,
}) => {
  // Rounds for each of them, and in each the console looks a few times whether it is over.
  test.slow();
  const apart = await startApart({ playwright }, '--instances', '240', '--speed', '2000');
  const { cloud } = apart;
  const replicas = await Promise.all([apart.console(), apart.console(), apart.console()]);
  const [, victim] = replicas;
  const nginx = await startNginx(replicas.map(({ address }) => new URL(address).host));
  // Nobody vouches for the certificate.
  const person = { locale: 'en-US', ignoreHTTPSErrors: true };
  const contexts = [await browser.newContext(person), await browser.newContext(person)];
  const pages = await Promise.all(contexts.map((context) => context.newPage()));
  const running = `${nginx.address}cn-north-1/instances?tab=running`;
  await Promise.all(pages.map((page) => openSignedIn(page, running)));
  for (const context of contexts) {
    expect(await context.cookies()).toMatchObject([
      { name: '__Host-vm-console', secure: true, httpOnly: true, sameSite: 'Strict' },
    ]);
  }

  // What the cloud has done is known to nobody as long as it holds back the replies; some will never come.
  await cloud.order({ kind: 'latency', operation: 'stopInstance', ms: 8_000, times: 10 });
  await Promise.all(pages.map((page, n) => beginToStop(page, n * 50)));
  const stops = () => cloud.calls('stopInstance');
  await expect.poll(async () => (await stops()).length).toBeGreaterThanOrEqual(10);
  await victim.kill();
  const anew = await apart.console(new URL(victim.address).port);

  for (const page of pages) {
    const done = page.getByRole('dialog').locator('[data-phase=done]');
    await expect(done).toHaveCount(50, { timeout: 200_000 });
    await expect(page.getByRole('dialog', { name: /^Sign in/ })).toHaveCount(0);
  }
  const stopped = (await stops()).map(({ resourceId }) => resourceId);
  expect(stopped).toHaveLength(100);
  expect(new Set(stopped).size).toBe(100);

  await Promise.all(contexts.map((context) => context.close()));
  await nginx.stop();
  await Promise.all([...replicas, anew].map((server) => server.stop()));
  await apart.stop();
});
