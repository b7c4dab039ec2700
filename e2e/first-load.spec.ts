import { gzipSync } from 'node:zlib';
import type { Page, Response } from '@playwright/test';
import { expect, test } from './fixtures.ts';

/** The build measures the same from its manifest; here is what a browser really asks for. */
test('the list is there after few files and two calls', async ({ page, cloud, fleet }) => {
  // However long the cloud takes: what is not needed for the rows comes after them.
  await cloud.order({ operation: 'describeInstances', kind: 'latency', ms: 2000 });
  const files = new Map<string, Response>();
  page.on('response', (response) => files.set(new URL(response.url()).pathname, response));
  const before = await beforeFirstRow(page);
  await fleet.open();
  await expect.poll(async () => (await before())?.calls).toHaveLength(2);
  const loaded = (await before())?.files ?? [];
  const scripts = loaded.filter((path) => path.endsWith('.js'));
  expect(scripts.length, scripts.join('\n')).toBeLessThanOrEqual(10);
  const sizes = await Promise.all(
    loaded.map(async (path) => {
      const body = await files.get(path)?.body();
      if (!body) throw new TypeError(`${path} came without a response`);
      return gzipSync(body).length / 1024;
    }),
  );
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(183);
});

test('a large fleet needs two calls for its first row and none per row', async ({
  page,
  cloud,
  fleet,
}) => {
  const before = await beforeFirstRow(page);
  await cloud.reset({ instances: 1000 });
  await fleet.open();
  await expect(fleet.tab('All')).toContainText(/1,?000/);
  await expect.poll(async () => (await before())?.calls).toHaveLength(2);
  const calls = await cloud.calls();
  // Ten pages of a hundred, the quotas, and the sizes of the types.
  expect(calls.length).toBeLessThan(30);
});

interface Before {
  calls: string[];
  /** Paths of the scripts and styles. */
  files: string[];
}

/** What the page had asked for when its first row came; nothing until then. Looked at in the page: outside, order is luck. */
async function beforeFirstRow(page: Page): Promise<() => Promise<Before | undefined>> {
  await page.addInitScript(() => {
    const calls: string[] = [];
    const { fetch } = window;
    window.fetch = (input, init) => {
      const url = input instanceof Request ? input.url : String(input);
      if (url.includes('/api/')) calls.push(url);
      return fetch(input, init);
    };
    new MutationObserver((_, observer) => {
      if (!document.querySelector('tbody a')) return;
      observer.disconnect();
      const files = performance
        .getEntriesByType('resource')
        .map(({ name }) => new URL(name).pathname)
        .filter((path) => /\.(js|css)$/.test(path));
      Reflect.set(window, 'beforeFirstRow', { calls: [...calls], files });
    }).observe(document, { childList: true, subtree: true });
  });
  return () => page.evaluate(() => Reflect.get(window, 'beforeFirstRow'));
}
