import { expect, test } from 'vitest';
import type { Image } from '../../../contract/images.ts';
import type { Instance } from '../../../contract/instances.ts';
import { encodeUserdata } from '../../../contract/userdata.ts';
import {
  emptyRebuild,
  isComplete,
  loginsFor,
  rebuildRequest,
  type RebuildValues,
} from './rebuild.ts';

const linux: Image = { imageId: 'img-1', osType: 'linux', imageSource: 'public' };
const windows: Image = { ...linux, imageId: 'img-2', osType: 'windows' };
const own: Image = { ...linux, imageId: 'img-3', imageSource: 'self' };
const instance: Instance = { instanceId: 'i-1', instanceName: 'web', imageId: 'img-1' };
const password = 'Str0ng-Enough_9';
const script = '#!/bin/bash\ntrue\n';

test('no key on Windows; the login of the image only where people made it', () => {
  expect(loginsFor(linux)).toEqual(['password', 'key']);
  expect(loginsFor(windows)).toEqual(['password']);
  expect(loginsFor(own)).toEqual(['password', 'key', 'image']);
  expect(loginsFor(undefined)).toEqual([]);
});

test.each<[string, Image, Partial<RebuildValues>, object]>([
  ['its own image is not named', linux, { password }, { password }],
  ['another one is', own, { password }, { imageId: 'img-3', password }],
  [
    'a key alone closes the way for passwords',
    linux,
    { login: 'key', keyName: 'ops', password },
    { keyNames: ['ops'], passWordAuth: 'no' },
  ],
  [
    'a key beside a password',
    linux,
    { login: 'key', keyName: 'ops', passwordToo: true, password },
    { keyNames: ['ops'], passWordAuth: 'yes', password },
  ],
  [
    'what is in the image',
    own,
    { login: 'image', password, keyName: 'ops' },
    { imageId: 'img-3', imageInherit: 'yes' },
  ],
  [
    'Windows wants passwords allowed',
    windows,
    { password },
    { imageId: 'img-2', password, passWordAuth: 'yes' },
  ],
  [
    'name and script',
    linux,
    { password, hostname: 'web-1', script },
    {
      password,
      hostname: 'web-1',
      userdata: [{ key: 'launch-script', value: encodeUserdata(script) }],
    },
  ],
])('%s', (_, image, change, sent) => {
  const { input } = rebuildRequest(instance, 'cn-north-1', image, { ...emptyRebuild, ...change });
  expect(input).toEqual({ regionId: 'cn-north-1', instanceId: 'i-1', ...sent });
});

test.each<[string, Image, Partial<RebuildValues>, boolean]>([
  ['nothing', linux, {}, false],
  ['a password', linux, { password }, true],
  ['a password with the name of its user', linux, { password: 'Root-9-enough' }, false],
  ['the same for another user', windows, { password: 'Root-9-enough' }, true],
  ['a key that is not chosen', linux, { login: 'key' }, false],
  ['a key', linux, { login: 'key', keyName: 'ops' }, true],
  [
    'a key and no password, asked for both',
    linux,
    { login: 'key', keyName: 'ops', passwordToo: true },
    false,
  ],
  ['the login of the image', own, { login: 'image' }, true],
  ['a wrong host name', linux, { password, hostname: '-' }, false],
  ['a host name that Windows does not take', windows, { password, hostname: 'a.b' }, false],
  ['a wrong script', linux, { password, script: 'true' }, false],
])('%s: %#', (_, image, change, complete) => {
  expect(isComplete({ ...emptyRebuild, ...change }, image)).toBe(complete);
});
