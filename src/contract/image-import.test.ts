import { expect, test } from 'vitest';
import { isOssAddress, nameFitsFormat, osTypeOf, ossRegionOf } from './image-import.ts';

test.each([
  ['https://bucket.s3.cn-north-1.jdcloud-oss.com/a.img', 'cn-north-1'],
  ['https://s3-internal.cn-east-2.jdcloud-oss.com', 'cn-east-2'],
  ['https://example.org/cn-north-1/a.img', undefined],
  ['a.img', undefined],
])('%s is in %s', (address, region) => {
  expect(ossRegionOf(address)).toBe(region);
});

test('an address is told from something else', () => {
  expect(isOssAddress('https://bucket.example/a.img?sign=x')).toBe(true);
  expect(isOssAddress('ftp://bucket.example/a.img')).toBe(false);
  expect(isOssAddress('https://bucket.example/a b')).toBe(false);
});

test('the name of a file goes with its format, or says nothing', () => {
  expect(nameFitsFormat('https://b.example/a.vmdk?x=1', 'vmdk')).toBe(true);
  expect(nameFitsFormat('https://b.example/a.vmdk', 'qcow2')).toBe(false);
  expect(nameFitsFormat('https://b.example/disk', 'qcow2')).toBe(true);
  expect(osTypeOf('Other Windows')).toBe('windows');
});
