import { describe, expect, test } from 'vitest';
import { credentialsFromEnvironment, CredentialsError, maskedKey } from './credentials.ts';
import { parseProfile } from './profile.ts';

const text = `
# written by jdc configure
[default]
access_key = AKDEFAULT
secret_key = sec%%ret;#=:1
region_id  = cn-north-1
endpoint   = www.jdcloud-api.com
scheme     = https
timeout    = 20

[private.cloud]
Access_Key: AKPRIVATE
secret_key: %(access_key)s-secret
endpoint = vm.internal.cn-north-1.example.com
scheme = http
`;

const messageOf = (run: () => unknown): string => {
  try {
    run();
  } catch (error) {
    expect(error).toBeInstanceOf(CredentialsError);
    return (error as Error).message;
  }
  throw new Error('It was accepted.');
};

describe("a profile of the vendor's command line tool", () => {
  test('is read as Python reads it: %% is a per cent sign, ; and # belong to a value', () => {
    expect(parseProfile({ config: text })).toEqual({
      name: 'default',
      credentials: { accessKey: 'AKDEFAULT', secretKey: 'sec%ret;#=:1' },
      regionId: 'cn-north-1',
      endpoints: {},
    });
  });

  test('may be named, or be the current one; the name of the file may end in a new line', () => {
    const wanted = { accessKey: 'AKPRIVATE', secretKey: 'AKPRIVATE-secret' };
    expect(parseProfile({ config: text }, 'private.cloud').credentials).toEqual(wanted);
    const current = parseProfile({ config: text, current: 'private.cloud\n' });
    expect(current.credentials).toEqual(wanted);
    expect(parseProfile({ config: text, current: '' }).name).toBe('default');
  });

  test('of a private cloud brings its host, for each service in turn', () => {
    const { endpoints } = parseProfile({ config: text }, 'private.cloud');
    expect(endpoints.vm?.href).toBe('http://vm.internal.cn-north-1.example.com/');
    expect(endpoints.monitor?.href).toBe('http://monitor.internal.cn-north-1.example.com/');
    const one = text.replace('www.jdcloud-api.com', 'gateway.example.com:8443');
    expect(parseProfile({ config: one }).endpoints.disk?.href).toBe(
      'https://gateway.example.com:8443/',
    );
  });

  test('takes what it leaves out from the section DEFAULT, and long values from indented lines', () => {
    const config = '\uFEFF[DEFAULT]\r\naccess_key = AK\r\n[a]\r\nsecret_key =\r\n  folded\r\n';
    expect(parseProfile({ config }, 'a').credentials).toEqual({
      accessKey: 'AK',
      secretKey: 'folded',
    });
  });

  test.each([
    ['no file', undefined, undefined, /no ~\/\.jdc\/config.*jdc configure add.*JDCLOUD_ACCESS_KEY/],
    ['no such profile', text, 'other', /no profile "other".*default, private\.cloud/],
    ['no secret', '[default]\naccess_key = AK', undefined, /has no secret_key/],
    ['an empty key', '[default]\naccess_key =\nsecret_key = S', undefined, /has no access_key/],
    [
      'a key with a space',
      '[default]\naccess_key = A K\nsecret_key = S',
      undefined,
      /access_key of profile "default" holds a space/,
    ],
    [
      'a single %',
      '[default]\naccess_key = AK\nsecret_key = planted%x',
      undefined,
      /secret_key holds a single %/,
    ],
    [
      'a circle',
      '[default]\naccess_key = AK\nsecret_key = %(secret_key)s',
      undefined,
      /refers to itself/,
    ],
    ['a line before any section', 'access_key = planted', undefined, /line 1 stands before/],
    ['a line that is no option', '[default]\nplanted', undefined, /line 2 is not "name = value"/],
    [
      'an option given twice',
      '[default]\na = planted\nA = planted',
      undefined,
      /line 3 gives a a second time/,
    ],
    ['a section given twice', '[a]\n[a]', 'a', /line 2 begins \[a\] a second time/],
    [
      'an odd scheme',
      '[default]\naccess_key = AK\nsecret_key = planted\nendpoint = h\nscheme = ftp',
      undefined,
      /must be http or https/,
    ],
  ])('with %s is refused with what to do, and no part of a key', (_, config, name, expected) => {
    const message = messageOf(() => parseProfile({ config }, name));
    expect(message).toMatch(expected);
    expect(message).not.toContain('planted');
  });
});

describe('keys from the environment', () => {
  const JDCLOUD_ACCESS_KEY = 'AK';
  const JDCLOUD_SECRET_KEY = 'planted';

  test('are both or none', () => {
    expect(credentialsFromEnvironment({})).toBeUndefined();
    expect(credentialsFromEnvironment({ JDCLOUD_ACCESS_KEY: ' ' })).toBeUndefined();
    expect(credentialsFromEnvironment({ JDCLOUD_ACCESS_KEY, JDCLOUD_SECRET_KEY })).toEqual({
      accessKey: 'AK',
      secretKey: 'planted',
    });
    const withToken = { JDCLOUD_ACCESS_KEY, JDCLOUD_SECRET_KEY, JDCLOUD_SESSION_TOKEN: 'T' };
    expect(credentialsFromEnvironment(withToken)).toMatchObject({ sessionToken: 'T' });
  });

  test.each([
    [{ JDCLOUD_ACCESS_KEY }, /^JDCLOUD_SECRET_KEY is not set/],
    [{ JDCLOUD_SECRET_KEY }, /^JDCLOUD_ACCESS_KEY is not set/],
    [{ JDCLOUD_SESSION_TOKEN: 'T' }, /^JDCLOUD_ACCESS_KEY and JDCLOUD_SECRET_KEY are not set/],
    [
      { JDCLOUD_ACCESS_KEY, JDCLOUD_SECRET_KEY: 'planted planted' },
      /^JDCLOUD_SECRET_KEY holds a space/,
    ],
  ])('that are incomplete say what is missing: %#', (env, expected) => {
    const message = messageOf(() => credentialsFromEnvironment(env));
    expect(message).toMatch(expected);
    expect(message).not.toContain('planted');
  });

  test('are shown in part', () => {
    expect(maskedKey('JDC_0123456789ABCDEF')).toBe('JDC_…CDEF');
    expect(maskedKey('short')).toBe('…');
  });
});
