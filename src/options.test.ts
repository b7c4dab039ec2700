import { describe, expect, it } from 'vitest';
import { isLoopback, parseOptions } from './options.ts';
import { UsageError } from './usage-error.ts';

describe('options', () => {
  it('start the simulator on loopback when nothing is said', () => {
    expect(parseOptions([], {})).toMatchObject({
      cloud: 'simulator',
      host: '127.0.0.1',
      port: 8080,
      readOnly: false,
      instances: 60,
      speed: 1,
    });
  });

  it('come from the command line, then from the environment', () => {
    const env = { VM_CONSOLE_PORT: '9000', VM_CONSOLE_SEED: 'x', VM_CONSOLE_READ_ONLY: 'true' };
    expect(parseOptions(['--port', '0'], env)).toMatchObject({
      port: 0,
      seed: 'x',
      readOnly: true,
    });
  });

  it('take several profiles', () => {
    expect(parseOptions(['--profile', 'work', '--profile', 'test'], {}).profiles).toEqual([
      'work',
      'test',
    ]);
    const env = { VM_CONSOLE_PROFILE: 'work, my other' };
    expect(parseOptions([], env).profiles).toEqual(['work', 'my other']);
    expect(parseOptions([], {}).profiles).toEqual([]);
  });

  it('say who may do what, where an identity provider knows who is who', () => {
    const oidc = ['--oidc-issuer', 'https://id.example.com', '--oidc-client', 'vm'];
    const grants = ['--grant', 'cn=ops,dc=x=work', '--grant', '/viewers=my work:read-only'];
    expect(parseOptions([...oidc, ...grants], { VM_CONSOLE_OIDC_SECRET: 's' }).identity).toEqual({
      issuer: new URL('https://id.example.com'),
      clientId: 'vm',
      clientSecret: 's',
      scope: 'openid profile email',
      groupsClaim: 'groups',
      grants: [
        { group: 'cn=ops,dc=x', profile: 'work', readOnly: false },
        { group: '/viewers', profile: 'my work', readOnly: true },
      ],
    });
    expect(() => parseOptions(oidc, {})).toThrow('needs a --grant');
    expect(() => parseOptions([...oidc, '--grant', 'ops'], {})).toThrow('GROUP=PROFILE');
    expect(() =>
      parseOptions(['--oidc-issuer', 'id', '--oidc-client', 'vm', ...grants], {}),
    ).toThrow('give an address');
  });

  it('take several endpoints, one service each', () => {
    const { endpoints } = parseOptions(
      ['--endpoint', 'vm=http://127.0.0.1:9', '--endpoint', 'vpc=https://vpc.example.com'],
      {},
    );
    expect(endpoints.vm?.href).toBe('http://127.0.0.1:9/');
    expect(endpoints.vpc?.host).toBe('vpc.example.com');
    expect(
      parseOptions([], { VM_CONSOLE_ENDPOINT: 'vm=http://a.example disk=http://b.example' })
        .endpoints,
    ).toHaveProperty('disk');
  });

  it.each([
    [['--port', 'abc'], '--port must be a number from 0 to 65535, not "abc"'],
    [['--instances', '-1'], "Option '--instances' argument is ambiguous"],
    [['--cloud', 'aws'], '--cloud must be simulator or jdcloud, not "aws"'],
    [['--endpoint', 'ec2=https://x.example'], '--endpoint ec2=https://x.example'],
    [['--endpoint', 'vm=ftp://x.example'], 'must be http or https'],
    [['--nonsense'], "Unknown option '--nonsense'"],
  ])('%j is refused with a reason', (argv, message) => {
    expect(() => parseOptions(argv, {})).toThrow(UsageError);
    expect(() => parseOptions(argv, {})).toThrow(message);
  });
});

describe('isLoopback', () => {
  it.each([
    ['127.0.0.1', true],
    ['127.8.9.10', true],
    ['::1', true],
    ['localhost', true],
    ['0.0.0.0', false],
    ['127.0.0.1.example.com', false],
    ['192.168.1.2', false],
  ])('%s: %s', (host, expected) => {
    expect(isLoopback(host)).toBe(expected);
  });
});
