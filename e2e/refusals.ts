import { expect, type Locator } from '@playwright/test';
import type { Cloud } from './cloud.ts';

/** The cloud's word and its text. */
export type Refusal = readonly [status: string, message: string];

/** Refusals of the kind most of them are of. */
export const failed = (...messages: string[]): Refusal[] =>
  messages.map((message) => ['FAILED_PRECONDITION', message]);

/** What nearly every change of an instance may meet. */
export const anyChange: readonly Refusal[] = [
  ['FAILED_PRECONDITION', 'Conflict with underlay task 90418'],
  ['FAILED_PRECONDITION', "Invalid instance status 'rebooting'"],
  ['NOT_FOUND', "Instance 'i-gone' not found."],
];

/**
 * Asks for the same again and again, refused another way each time, and reads what is then said beside it.
 * @param where the dialog or form that says it.
 */
export async function expectEachSaid(
  cloud: Cloud,
  operation: string,
  refusals: readonly Refusal[],
  button: Locator,
  where: Locator = button.page().getByRole('dialog'),
): Promise<void> {
  const alert = where.getByRole('alert');
  for (const [status, message] of refusals) {
    await cloud.order({ kind: 'error', operation, status, message });
    await button.click();
    await expect(alert).toContainText(`${status} ${message}`);
    await expect(alert).toContainText(/Request/);
  }
  const codes = (await cloud.calls(operation)).map(({ code }) => code);
  expect(codes, 'each was asked for once').toHaveLength(refusals.length);
  expect(codes, 'and refused').not.toContain(200);
}
