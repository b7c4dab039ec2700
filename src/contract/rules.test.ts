import { describe, expect, it } from 'vitest';
import { batchInstanceName, instanceName, isHostname, namesOf, passwordProblems } from './rules.ts';

describe('names', () => {
  it.each(['web-1', '订单-01', 'a.b', 'x_'])('%s is an instance name', (name) => {
    expect(instanceName.safeParse(name).success).toBe(true);
  });

  it.each(['a', '.ab', 'ab.', 'a b', 'web-[001]', 'x'.repeat(129), '<b>'])('%s is not', (name) => {
    expect(instanceName.safeParse(name).success).toBe(false);
  });

  it('a batch may count from any start, padded as it is written', () => {
    expect(batchInstanceName.safeParse('web-[001]').success).toBe(true);
    expect(batchInstanceName.safeParse('[001]').success).toBe(false);
    expect(namesOf('web-[009]-bj', 3)).toEqual(['web-009-bj', 'web-010-bj', 'web-011-bj']);
    expect(namesOf('web', 1)).toEqual(['web']);
    expect(namesOf('web', 2)).toEqual(['web1', 'web2']);
  });
});

describe('host names', () => {
  it.each([
    ['web-1.example', 'linux', true],
    ['web-1.example', 'windows', false],
    ['WIN-01', 'windows', true],
    ['12345', 'windows', false],
    ['12345', 'linux', true],
    ['a--b', 'linux', false],
    ['-ab', 'linux', false],
    ['abcdefghijklmnop', 'windows', false],
  ])('%s on %s: %s', (name, osType, allowed) => {
    expect(isHostname(name, osType)).toBe(allowed);
  });
});

describe('passwords', () => {
  it.each([
    ['Wv9!mTz2', []],
    ['Wv9!mT', ['length']],
    ['wv9mtz2k', ['classes']],
    ['Wv9 mTz2', ['characters']],
    ['Xroot9!mT', ['user']],
    ['Wv9!Bugs2', ['word']],
    ['Wv9!m123', ['sequence']],
    ['Wv9!mCbA', ['sequence']],
    ['Wv9!mQaZ', ['keyboard']],
    ['Wv9!mtreW', ['keyboard']],
  ])('%s: %j', (password, problems) => {
    expect(passwordProblems(password, 'root')).toEqual(problems);
  });
});
