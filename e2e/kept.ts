import type { Page } from '@playwright/test';

/** All that a browser keeps of a page, and the page itself but for the fields that are being typed into. */
export function whatIsKept(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const databases = await indexedDB.databases();
    const caches_ = await Promise.all(
      (await caches.keys()).map(async (name) =>
        (await (await caches.open(name)).keys()).map(({ url }) => url),
      ),
    );
    return JSON.stringify([
      localStorage,
      sessionStorage,
      databases,
      caches_,
      history.state,
      location.href,
      document.cookie,
      document.documentElement.outerHTML.replace(/<textarea.*?<\/textarea>|<input[^>]*>/gs, ''),
    ]);
  });
}
