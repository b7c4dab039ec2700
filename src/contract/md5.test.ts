import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { md5 } from './md5.ts';

const bytes = (text: string) => new TextEncoder().encode(text);

// The test suite printed in RFC 1321.
test.each([
  ['', 'd41d8cd98f00b204e9800998ecf8427e'],
  ['a', '0cc175b9c0f1b6a831c399e269772661'],
  ['abc', '900150983cd24fb0d6963f7d28e17f72'],
  ['message digest', 'f96b697d7cb7938d525a2f31aaf161d0'],
  ['abcdefghijklmnopqrstuvwxyz', 'c3fcd3d76192e4007dfb496cca67e13b'],
])('md5 of %j is %s', (text, digest) => {
  expect(md5(bytes(text))).toBe(digest);
});

test('lengths around a block agree with another implementation', () => {
  for (let length = 50; length < 140; length++) {
    const data = Uint8Array.from({ length }, (_, i) => (i * 37 + length) & 255);
    expect(md5(data), `${length} bytes`).toBe(createHash('md5').update(data).digest('hex'));
  }
});
