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

/**
 * Opens each dialog that a menu of actions leads to, walks through it and closes it.
 * @param least so many there have to be.
 */
export async function walkDialogs(page: Page, trigger: Locator, least: number): Promise<void> {
  const items = page.getByRole('menu').getByRole('menuitem');
  await trigger.focus();
  await page.keyboard.press('Enter');
  await expect(items.first()).toBeVisible();
  const open = page.getByRole('menuitem', { disabled: false }).filter({ hasText: '…' });
  const actions = (await open.allInnerTexts()).map((text) => text.split('…')[0] ?? '');
  expect(actions.length).toBeGreaterThanOrEqual(least);
  await page.keyboard.press('Escape');
  for (const action of actions) {
    await expect(trigger).toBeFocused();
    await page.keyboard.press('Enter');
    await walkTo(page, items.filter({ hasText: new RegExp(`^${action}…`) }), 'ArrowDown', 40);
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog');
    const last = dialog.getByRole('button', { name: /^(Cancel|Close)$/ }).last();
    await expect(last, action).toBeVisible();
    await expect(dialog.locator('*:focus'), action).toHaveCount(1);
    // Behind the last of a dialog comes the browser's own frame, then the first again.
    await walkTo(page, last, 'Tab', 80);
    await page.keyboard.press('Enter');
    await expect(dialog, action).toHaveCount(0);
  }
}
