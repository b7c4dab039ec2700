import { expect, test } from 'vitest';
import { daysLeft } from './billing.ts';

const now = Date.parse('2026-11-24T12:00:00Z');
const prepaid = (chargeExpiredTime: string) => ({
  charge: { chargeMode: 'prepaid_by_duration', chargeExpiredTime },
});

test.each([
  ['2026-11-24T13:00:00Z', 0],
  ['2026-11-25T12:00:00Z', 1],
  ['2026-11-24T11:00:00Z', -1],
  ['2026-11-22T11:00:00Z', -3],
])('a term that ends at %s has %d days left', (end, days) => {
  expect(daysLeft(prepaid(end), now)).toBe(days);
});

test('what has no term has no days left', () => {
  expect(daysLeft({ charge: { chargeMode: 'postpaid_by_duration' } }, now)).toBeUndefined();
  expect(daysLeft(prepaid(''), now)).toBeUndefined();
  expect(daysLeft(prepaid('soon'), now)).toBeUndefined();
  expect(daysLeft({}, now)).toBeUndefined();
});
