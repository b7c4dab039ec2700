import type { Locator, Page } from '@playwright/test';
import { expect } from './fixtures.ts';

const isFocused = (element: Locator) =>
  element.evaluate((found) => found === document.activeElement);

/** Presses a key until something has the focus. */
export async function walkTo(
  page: Page,
  wanted: Locator,
  key: string,
  most: number,
): Promise<void> {
  await expect(wanted).toBeVisible();
  for (let step = 0; step < most; step++) {
    if (await isFocused(wanted)) return;
    await page.keyboard.press(key);
  }
  await expect(wanted).toBeFocused();
}
