import { describe, expect, test } from 'vitest';
import { Random } from './random.ts';
import { seedWorld } from './seed.ts';
import { VncTokens } from './vnc-tokens.ts';

const minute = 60_000;

function setUp() {
  const time = { ms: Date.parse('2026-11-24T04:00:00Z') };
  const clock = { now: () => time.ms };
  const world = seedWorld({ clock, seed: 1, instances: 10, speed: 1 });
  const region = world.regions.get('cn-north-1');
  const instance = [...(region?.instances.values() ?? [])].find(
    ({ status }) => status === 'running',
  );
  if (!region || !instance) throw new Error('The seed has a running instance in cn-north-1.');
  const tokens = new VncTokens(clock, new Random(1));
  return {
    tokens,
    region,
    instance,
    issue: () => tokens.issue(region.id, instance.id),
    reason: (token: string) => {
      const admission = tokens.redeem(token, world);
      return admission.ok ? 'ok' : admission.reason;
    },
    pass: (minutes: number) => {
      time.ms += minutes * minute;
    },
  };
}

describe('a VNC token', () => {
  test('opens the screen it was issued for, and no two are the same', () => {
    const { issue, reason } = setUp();
    const [one, other] = [issue(), issue()];
    expect(one).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
    expect(other).not.toBe(one);
    expect(reason(one)).toBe('ok');
    expect(reason('made-up')).toBe('unknown');
  });

  test('is good for one hour if unused', () => {
    const { issue, reason, pass } = setUp();
    const token = issue();
    pass(59);
    expect(reason(token)).toBe('ok');
    const unused = issue();
    pass(60);
    expect(reason(unused)).toBe('expired');
  });

  test('gets another hour with every use', () => {
    const { issue, reason, pass } = setUp();
    const token = issue();
    pass(50);
    expect(reason(token)).toBe('ok');
    pass(50);
    expect(reason(token)).toBe('ok');
    pass(60);
    expect(reason(token)).toBe('expired');
  });

  test('is remembered for a day after its end, then unknown', () => {
    const { issue, reason, pass } = setUp();
    const token = issue();
    pass(60 + 23 * 60);
    issue();
    expect(reason(token)).toBe('expired');
    pass(60);
    issue();
    expect(reason(token)).toBe('unknown');
  });

  test('opens nothing while the instance is off or gone', () => {
    const { issue, reason, region, instance } = setUp();
    const token = issue();
    instance.status = 'stopped';
    expect(reason(token)).toBe('not-running');
    instance.status = 'running';
    expect(reason(token)).toBe('ok');
    region.instances.delete(instance.id);
    expect(reason(token)).toBe('gone');
  });
});
