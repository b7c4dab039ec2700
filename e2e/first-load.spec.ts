import { gzipSync } from 'node:zlib';
import { expect, test } from './fixtures.ts';

/** The build measures the same from its manifest; here is what a browser really asks for. */
test('the list is there after few files and two calls', async ({ page, fleet }) => {
  const files: { path: string; kibibytes: Promise<number> }[] = [];
  const calls: string[] = [];
  page.on('response', (response) => {
    const { pathname } = new URL(response.url());
    if (pathname.startsWith('/api/')) calls.push(pathname);
    if (/\.(js|css)$/.test(pathname)) {
      const kibibytes = response.body().then((body) => gzipSync(body).length / 1024);
      files.push({ path: pathname, kibibytes });
    }
  });
  let callsBefore = -1;
  await page.exposeFunction('firstRow', () => (callsBefore = calls.length));
  await page.addInitScript(() => {
    new MutationObserver((_, observer) => {
      if (!document.querySelector('tbody a')) return;
      observer.disconnect();
      void Reflect.get(window, 'firstRow')();
    }).observe(document, { childList: true, subtree: true });
  });
  await fleet.open();
  await expect.poll(() => callsBefore).toBeGreaterThan(0);
  expect(callsBefore, calls.join('\n')).toBeLessThanOrEqual(2);
  const scripts = files.filter(({ path }) => path.endsWith('.js'));
  expect(scripts.length, scripts.map(({ path }) => path).join('\n')).toBeLessThanOrEqual(10);
  const sizes = await Promise.all(files.map(({ kibibytes }) => kibibytes));
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(183);
});

test('a large fleet needs no call per row', async ({ cloud, fleet }) => {
  await cloud.reset({ instances: 1000 });
  await fleet.open();
  await expect(fleet.tab('All')).toContainText(/1,?000/);
  const calls = await cloud.calls();
  // Ten pages of a hundred, the quotas, and the sizes of the types.
  expect(calls.length).toBeLessThan(30);
});
