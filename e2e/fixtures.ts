import { type ConsoleMessage, expect, test as base } from '@playwright/test';
import { Cloud } from './cloud.ts';
import { Fleet, ListPage } from './list-page.ts';
import { listen, reachedBy } from './reached.ts';
import { startConsole } from './server.ts';

export { expect };

/** What the browser complains about: scripts that throw, refused contents, failed loads. */
class Complaints {
  readonly #allowed: RegExp[] = [];
  readonly #heard: string[] = [];

  /** A test that provokes a complaint says so beforehand. */
  allow(pattern: RegExp): void {
    this.#allowed.push(pattern);
  }

  hear(text: string): void {
    this.#heard.push(text);
  }

  unexpected(): string[] {
    return this.#heard.filter((text) => !this.#allowed.some((pattern) => pattern.test(text)));
  }
}

interface TestFixtures {
  cloud: Cloud;
  complaints: Complaints;
  /** The list of instances, in English. */
  fleet: Fleet;
  /** The list of images, in English. */
  images: ListPage;
  /** The list of templates, in English. */
  templates: ListPage;
  /** The list of key pairs, in English. */
  keypairs: ListPage;
  /** Notes which operations of the cloud the test's pages have reached. */
  reached: void;
}

interface WorkerFixtures {
  /** Address of a console of this worker's own, with its simulated cloud. */
  server: string;
}

export const test = base.extend<TestFixtures, WorkerFixtures>({
  server: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright reads the fixtures wanted from the pattern
    async ({}, use) => {
      const { address, stop } = await startConsole('--seed', 'e2e');
      await use(address);
      await stop();
    },
    { scope: 'worker' },
  ],

  baseURL: ({ server }, use) => use(server),

  cloud: [
    async ({ request }, use) => {
      const cloud = new Cloud(request);
      await cloud.reset();
      await use(cloud);
    },
    { auto: true },
  ],

  fleet: ({ page }, use) => use(new Fleet(page)),

  images: ({ page }, use) => use(new ListPage(page, 'images', 'Images')),

  templates: ({ page }, use) => use(new ListPage(page, 'templates', 'Instance templates')),

  keypairs: ({ page }, use) => use(new ListPage(page, 'keypairs', 'Key pairs')),

  reached: [
    async ({ context }, use, { annotations }) => {
      const operations = listen(context);
      await use();
      annotations.push({ type: reachedBy, description: [...operations].join(' ') });
    },
    { auto: true },
  ],

  complaints: [
    async ({ context }, use) => {
      const complaints = new Complaints();
      context.on('console', (message) => {
        if (isComplaint(message)) complaints.hear(`${message.type()}: ${message.text()}`);
      });
      context.on('weberror', (event) => complaints.hear(event.error().message));
      await use(complaints);
      expect(complaints.unexpected(), 'complaints of the browser').toEqual([]);
    },
    { auto: true },
  ],
});

function isComplaint(message: ConsoleMessage): boolean {
  return message.type() === 'error' || message.type() === 'warning';
}
