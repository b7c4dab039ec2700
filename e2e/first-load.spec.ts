import { gzipSync } from 'node:zlib';
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';

/** The build measures the same from its manifest; here is what a browser really asks for. */
test('the list is there after few files and two calls', async ({ page, fleet }) => {
  const files: { path: string; kibibytes: Promise<number> }[] = [];
  page.on('response', (response) => {
    const { pathname } = new URL(response.url());
    if (/\.(js|css)$/.test(pathname)) {
      const kibibytes = response.body().then((body) => gzipSync(body).length / 1024);
      files.push({ path: pathname, kibibytes });
    }
  });
  const callsBefore = await callsBeforeFirstRow(page);
  await fleet.open();
  await expect.poll(callsBefore).toHaveLength(2);
  const scripts = files.filter(({ path }) => path.endsWith('.js'));
  expect(scripts.length, scripts.map(({ path }) => path).join('\n')).toBeLessThanOrEqual(10);
  const sizes = await Promise.all(files.map(({ kibibytes }) => kibibytes));
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(183);
});

test('a large fleet needs two calls for its first row and none per row', async ({
  page,
  cloud,
  fleet,
}) => {
  const callsBefore = await callsBeforeFirstRow(page);
  await cloud.reset({ instances: 1000 });
  await fleet.open();
  await expect(fleet.tab('All')).toContainText(/1,?000/);
  await expect.poll(callsBefore).toHaveLength(2);
  const calls = await cloud.calls();
  // Ten pages of a hundred, the quotas, and the sizes of the types.
  expect(calls.length).toBeLessThan(30);
});

/** The calls that the page had sent when its first row came; nothing until then. Counted in the page: outside, order is luck. */
async function callsBeforeFirstRow(page: Page): Promise<() => Promise<string[] | undefined>> {
  await page.addInitScript(() => {
    const sent: string[] = [];
    const { fetch } = window;
    window.fetch = (input, init) => {
      const url = input instanceof Request ? input.url : String(input);
      if (url.includes('/api/')) sent.push(url);
      return fetch(input, init);
    };
    new MutationObserver((_, observer) => {
      if (!document.querySelector('tbody a')) return;
      observer.disconnect();
      Reflect.set(window, 'sentBeforeFirstRow', [...sent]);
    }).observe(document, { childList: true, subtree: true });
  });
  return () => page.evaluate(() => Reflect.get(window, 'sentBeforeFirstRow'));
}
