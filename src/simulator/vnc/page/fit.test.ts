import { expect, test } from 'vitest';
import { scaleFor } from './fit.ts';

test.each([
  ['a laptop', 1424, 836, 1, 2, true],
  ['a sharp laptop', 1424, 836, 2, 2, true],
  ['a large screen', 1904, 1016, 1, 2.54, false],
  ['a sharp large screen', 1904, 1016, 2, 2.5, true],
  ['a small window', 800, 500, 1, 1, true],
  ['a window smaller than the picture', 320, 300, 1, 0.5, false],
  ['a sharp telephone', 320, 300, 2, 0.5, true],
])('the picture fills %s', (_, width, height, ratio, scale, crisp) => {
  const fitted = scaleFor(640, 400, { width, height }, ratio);
  expect(fitted.crisp).toBe(crisp);
  expect(fitted.scale).toBeCloseTo(scale);
});
