import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { expect, type Page } from '@playwright/test';

interface Finding {
  id: string;
  help: string;
  nodes: { target: unknown[]; failureSummary?: string }[];
}

/** Both languages and both colour schemes, in two looks: neither changes what the other may break. */
export const looks = [
  { locale: 'en-US', colorScheme: 'light' },
  { locale: 'zh-CN', colorScheme: 'dark' },
] as const;

const axe = readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Everything axe finds on the page as it is now: WCAG 2.0 to 2.2, A and AA, and its own advice. */
async function findings(page: Page): Promise<string[]> {
  // Evaluated from outside: as a script of the page the content security policy would, rightly, refuse it.
  await page.evaluate(await axe);
  const violations = await page.evaluate(async (): Promise<Finding[]> => {
    const { run } = Reflect.get(window, 'axe');
    const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
    return (await run(document, { runOnly: tags, resultTypes: ['violations'] })).violations;
  });
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(
      ({ target, failureSummary }) => `${id}: ${help}\n${target.join(' ')}\n${failureSummary}`,
    ),
  );
}

export async function expectAccessible(page: Page, what: string): Promise<void> {
  // Mid-way through a fade a text has less contrast than it is given.
  await page.evaluate(async () => {
    // A spinner never ends, and one that is called off has ended.
    const fading = document
      .getAnimations()
      .filter(({ effect }) => effect?.getComputedTiming().endTime !== Infinity);
    await Promise.allSettled(fading.map(({ finished }) => finished));
  });
  expect(await findings(page), what).toEqual([]);
}
