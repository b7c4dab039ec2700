import { expect, test } from 'vitest';
import { defaultEndpoints, parseEndpointOption } from './endpoints.ts';

test('every service has its public address, unless told otherwise', () => {
  const { service, url } = parseEndpointOption('vpc=http://10.0.0.1:8080');
  const endpoints = defaultEndpoints({ [service]: url });
  expect(Object.values(endpoints).map(({ origin }) => origin)).toEqual([
    'https://vm.jdcloud-api.com',
    'http://10.0.0.1:8080',
    'https://disk.jdcloud-api.com',
    'https://monitor.jdcloud-api.com',
  ]);
});

test.each([
  ['https://vm.example.com', /service=address/],
  ['iam=https://iam.example.com', /vm, vpc, disk, monitor/],
  ['vm=vm.example.com', /not an address/],
  ['vm=ftp://vm.example.com', /http or https/],
  ['vm=https://user:planted@vm.example.com', /must not hold a user or password/],
  ['vm=https://vm.example.com/v1', /end after the host/],
  ['vm=https://vm.example.com?a=b', /end after the host/],
])('%s is refused with what would do', (text, expected) => {
  expect(() => parseEndpointOption(text)).toThrow(expected);
  expect(() => parseEndpointOption(text)).not.toThrow(/planted/);
});
