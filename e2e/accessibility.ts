import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { expect, type Locator, type Page } from '@playwright/test';

interface Finding {
  id: string;
  help: string;
  nodes: { target: unknown[]; failureSummary?: string }[];
}

/** WCAG 2.0 to 2.2, A and AA, and axe's own advice. */
const everything = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
/** The rules that another colour scheme may break. */
const ofColour = ['color-contrast', 'link-in-text-block'];

const axe = readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe finds on the page as it is now, by tags or by rules. */
async function findings(page: Page, runOnly: readonly string[]): Promise<string[]> {
  const violations = await page.evaluate(async (rules): Promise<Finding[]> => {
    const { run } = Reflect.get(window, 'axe');
    return (await run(document, { runOnly: rules, resultTypes: ['violations'] })).violations;
  }, runOnly);
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(
      ({ target, failureSummary }) => `${id}: ${help}\n${target.join(' ')}\n${failureSummary}`,
    ),
  );
}

/** Mid-way through a fade a text has less contrast than it is given. */
async function settled(page: Page): Promise<void> {
  await page.evaluate(async () => {
    // A spinner never ends, and one that is called off has ended.
    const fading = document
      .getAnimations()
      .filter(({ effect }) => effect?.getComputedTiming().endTime !== Infinity);
    await Promise.allSettled(fading.map(({ finished }) => finished));
  });
}

/** Nothing is found on the page as it is now, in either colour scheme. */
export async function expectAccessible(page: Page, what: string): Promise<void> {
  // Evaluated from outside: as a script of the page the content security policy would, rightly, refuse it.
  await page.evaluate(await axe);
  for (const [colorScheme, runOnly] of [
    ['light', everything],
    ['dark', ofColour],
  ] as const) {
    await page.emulateMedia({ colorScheme });
    // The screen of a machine is a page of its own, which has no such mark.
    await page.waitForFunction((wanted) => {
      const { mantineColorScheme = wanted } = document.documentElement.dataset;
      return mantineColorScheme === wanted;
    }, colorScheme);
    await settled(page);
    expect(await findings(page, runOnly), `${what}, ${colorScheme}`).toEqual([]);
  }
}

/** Nor in the dialogs these actions of a menu lead to. */
export async function expectDialogsAccessible(
  page: Page,
  menu: Locator,
  actions: readonly string[],
): Promise<void> {
  const dialog = page.getByRole('dialog');
  for (const action of actions) {
    await menu.click();
    await page.locator(`[role=menuitem][data-action=${action}]`).click();
    await expect(dialog).toBeVisible();
    await expectAccessible(page, action);
    await page.keyboard.press('Escape');
    await expect(dialog).toHaveCount(0);
  }
}
