import type { Locator, Page } from '@playwright/test';
import { expect } from './fixtures.ts';

const isFocused = (element: Locator) =>
  element.evaluate((found) => found === document.activeElement);

/** The ring may be drawn around what stands for it: the label of a choice, the box of a field. */
const hasRing = (element: Locator) =>
  element.evaluate(
    (found) =>
      [found, found.parentElement].some(
        (one) => one && getComputedStyle(one).outlineStyle !== 'none',
      ) ||
      (found.matches('input, textarea, select') && getComputedStyle(found).boxShadow !== 'none'),
  );

/** Presses a key until something has the focus, and shows it. */
export async function walkTo(
  page: Page,
  wanted: Locator,
  key: string,
  most: number,
): Promise<void> {
  await expect(wanted).toBeVisible();
  for (let step = 0; step < most; step++) {
    if (await isFocused(wanted)) break;
    await page.keyboard.press(key);
  }
  await expect(wanted).toBeFocused();
  expect(await hasRing(wanted), 'the focus can be seen').toBe(true);
}
