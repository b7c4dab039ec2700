import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';

/** What a list gives to spreadsheets: the CSV it exports. */
export async function exported(page: Page): Promise<string> {
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Export' }).click();
  await page.getByRole('menuitem', { name: /CSV/ }).click();
  return readFile(await (await download).path(), 'utf8');
}
