import type { Page, PlaywrightWorkerArgs } from '@playwright/test';
import { Cloud } from './cloud.ts';
import { expect } from './fixtures.ts';
import { type Server, startConsoleIn, startSimulator } from './server.ts';

const accessKey = 'OPERATORSACCESSKEY0001';
const secretKey = 'secret-of-the-operators';

/** A simulated cloud in a process of its own, which outlives the consoles before it. */
interface Apart {
  cloud: Cloud;
  /** Starts a console where people sign in. @param port of one that has been killed; a free one else */
  console: (port?: string) => Promise<Server>;
  stop: () => Promise<void>;
}

export async function startApart(
  { playwright }: Pick<PlaywrightWorkerArgs, 'playwright'>,
  ...args: string[]
): Promise<Apart> {
  const keys = ['--access-key', accessKey, '--secret-key', secretKey];
  const { address, stop } = await startSimulator(...args, ...keys);
  const request = await playwright.request.newContext({ baseURL: address });
  const endpoints = ['vm', 'vpc', 'disk', 'monitor'].flatMap((service) => [
    '--endpoint',
    `${service}=${address}`,
  ]);
  return {
    cloud: new Cloud(request),
    console: (port = '0') =>
      startConsoleIn(
        {
          VM_CONSOLE_CLOUD: 'jdcloud',
          VM_CONSOLE_SIGN_IN: 'key',
          VM_CONSOLE_TRUSTED_PROXY: '127.0.0.1',
          VM_CONSOLE_SESSION_KEY: 'the same for all that serve them',
        },
        '--port',
        port,
        ...endpoints,
      ),
    stop: async () => {
      await request.dispose();
      await stop();
    },
  };
}

/** Opens a page of a console and signs in there. */
export async function openSignedIn(page: Page, url: string): Promise<void> {
  await page.goto(url);
  const dialog = page.getByRole('dialog', { name: /^Sign in/ });
  await dialog.getByLabel('Access key ID').fill(accessKey);
  await dialog.getByLabel('Access key secret', { exact: true }).fill(secretKey);
  await dialog.getByRole('button', { name: 'Sign in' }).click();
  await expect(dialog).toHaveCount(0);
}
