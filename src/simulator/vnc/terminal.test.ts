import { describe, expect, test } from 'vitest';
import type { Guest } from './guest.ts';
import type { Key } from './keys.ts';
import { linux } from './linux.ts';
import { Screen } from './screen.ts';
import { Terminal } from './terminal.ts';
import { windows } from './windows.ts';

const booted = Date.parse('2026-11-24T04:00:00Z');

const centos: Guest = {
  hostname: 'order-api-01',
  os: { osType: 'linux', platform: 'CentOS', osVersion: '7.6', architecture: 'x86_64' },
  cpu: 4,
  memoryMB: 16384,
  address: '10.0.16.4',
  macAddress: 'fa:16:3e:00:00:01',
  booted,
};
const ubuntu: Guest = { ...centos, os: { ...centos.os, platform: 'Ubuntu', osVersion: '20.04' } };
const winServer: Guest = {
  ...centos,
  os: { ...centos.os, osType: 'windows', platform: 'Windows Server', osVersion: '2016' },
};

/** A machine that has been up for a while, with a person in front of it. */
function sitDown(guest: Guest, { uptime = 3_600_000 } = {}) {
  const screen = new Screen();
  const clock = { now: booted + uptime };
  const power: string[] = [];
  const terminal = new Terminal({
    screen,
    system: guest.os.osType === 'windows' ? windows(guest) : linux(guest),
    booted: guest.booted,
    speed: 1,
    now: () => clock.now,
    onPower: (how) => power.push(how),
  });
  const press = (...keys: Key['type'][]) => {
    // only keys that carry nothing else are pressed by name
    for (const type of keys) terminal.key({ type } as Key);
  };
  const type = (text: string) => {
    for (const character of text) terminal.key({ type: 'text', text: character });
  };
  return {
    screen,
    terminal,
    clock,
    power,
    press,
    type,
    enter: (text: string) => {
      type(text);
      press('enter');
    },
    control: (letter: string) => terminal.key({ type: 'control', letter }),
    /** What can be read, without empty lines. */
    text: () => screen.lines().flatMap((line) => line.trimEnd() || []),
    last: () =>
      screen
        .lines()
        .map((line) => line.trimEnd())
        .findLast((line) => line !== ''),
  };
}

function signedIn(guest: Guest = centos, user = 'root') {
  const person = sitDown(guest);
  person.enter(user);
  person.enter('secret');
  return person;
}

describe('booting', () => {
  test('shows its messages as time passes, then the sign-in alone', () => {
    const { terminal, clock, text } = sitDown(centos, { uptime: 100 });
    expect(text()).toEqual(['SeaBIOS (version 1.11.0-2.el7)']);
    clock.now = booted + 2550;
    terminal.tick();
    expect(text()).toContain('[  OK  ] Reached target Network.');
    expect(text()).not.toContain('[  OK  ] Started OpenSSH server daemon.');
    clock.now = booted + 10_000;
    terminal.tick();
    expect(text()).toEqual([
      'CentOS Linux 7 (Core)',
      expect.stringMatching(/^Kernel 3\.10\S+ on an x86_64$/),
      'order-api-01 login:',
    ]);
  });

  test('ignores what is typed meanwhile', () => {
    const { clock, terminal, type, last } = sitDown(centos, { uptime: 100 });
    type('root');
    clock.now = booted + 10_000;
    terminal.tick();
    expect(last()).toBe('order-api-01 login:');
  });

  test('is long past on a machine that has been up', () => {
    expect(sitDown(ubuntu).text()).toEqual([
      'Ubuntu 20.04 LTS order-api-01 tty1',
      'order-api-01 login:',
    ]);
  });
});

describe('signing in', () => {
  test('echoes the name and not the password', () => {
    const { enter, type, text, last } = sitDown(centos);
    type('root');
    expect(last()).toBe('order-api-01 login: root');
    enter('');
    type('s3cret');
    expect(last()).toBe('Password:');
    enter('');
    expect(text().join('\n')).not.toContain('s3cret');
    expect(last()).toBe('[root@order-api-01 ~]#');
  });

  test('asks again after an empty name or Ctrl-C', () => {
    const { enter, control, type, last } = sitDown(centos);
    enter('');
    expect(last()).toBe('order-api-01 login:');
    enter('root');
    type('half a pass');
    control('c');
    expect(last()).toBe('order-api-01 login:');
  });

  test('corrects with Backspace and the arrows', () => {
    const { type, press, last } = sitDown(centos);
    type('rooot');
    press('backspace', 'backspace');
    type('t');
    expect(last()).toBe('order-api-01 login: root');
    press('home');
    type('x');
    press('delete', 'end');
    type('!');
    expect(last()).toBe('order-api-01 login: xoot!');
    press('left', 'left', 'backspace');
    expect(last()).toBe('order-api-01 login: xot!');
  });
});

describe('the shell', () => {
  const answer = (command: string, guest: Guest = centos, user = 'root') => {
    const { enter, text } = signedIn(guest, user);
    enter('clear');
    enter(command);
    return text().slice(1, -1);
  };

  test.each([
    ['hostname', ['order-api-01']],
    ['whoami', ['root']],
    ['date', ['Tue Nov 24 13:00:00 CST 2026']],
    ['uptime', [' 13:00:00 up  1:00,  1 user,  load average: 0.00, 0.01, 0.05']],
    ['uname -s', ['Linux']],
    ['ls', ['anaconda-ks.cfg  cloud-init.log']],
    ['ls /nowhere', ["ls: cannot access '/nowhere': No such file or directory"]],
    ['echo "two  words"; hostname', ['two  words', 'order-api-01']],
    ['foo --bar', ['-bash: foo: command not found']],
    ['constructor', ['-bash: constructor: command not found']],
    ['cat /etc/hostname', ['order-api-01']],
    ['nproc', ['4']],
  ])('answers %s', (command, lines) => {
    expect(answer(command)).toEqual(lines);
  });

  test('knows its kernel, address and memory', () => {
    expect(answer('uname -a')[0]).toMatch(/^Linux order-api-01 3\.10\S+ #1 SMP x86_64 GNU\/Linux$/);
    expect(answer('ip addr').join()).toContain('inet 10.0.16.4');
    expect(answer('free').join()).toContain('16384');
    expect(answer('help').length).toBeGreaterThan(2);
  });

  test('says what it has not got', () => {
    expect(answer('ls | wc')).toEqual([
      '-bash: this simulated shell has no pipes, redirections or variables',
    ]);
  });

  test('shows the prompt of the system and of the user', () => {
    expect(signedIn(ubuntu).last()).toBe('root@order-api-01:~#');
    expect(signedIn(centos, 'li').last()).toBe('[li@order-api-01 ~]$');
    expect(answer('sudo whoami', centos, 'li')).toEqual(['root']);
  });

  test('brings lines back with the arrows', () => {
    const { enter, press, last } = signedIn();
    enter('hostname');
    enter('whoami');
    press('up', 'up');
    expect(last()).toBe('[root@order-api-01 ~]# hostname');
    press('down');
    expect(last()).toBe('[root@order-api-01 ~]# whoami');
    press('down');
    expect(last()).toBe('[root@order-api-01 ~]#');
    press('up', 'enter');
    expect(last()).toBe('[root@order-api-01 ~]#');
    enter('history');
    // a repeated line is kept once
    expect(signedIn().text()).not.toContain('    1  hostname');
  });

  test('drops a line with Ctrl-C and keeps it with Ctrl-L', () => {
    const { type, control, text, last } = signedIn();
    type('rm -rf');
    control('c');
    expect(text().at(-2)).toBe('[root@order-api-01 ~]# rm -rf^C');
    expect(last()).toBe('[root@order-api-01 ~]#');
    type('half');
    control('l');
    expect(text()).toEqual(['[root@order-api-01 ~]# half']);
    control('w');
    control('d');
    expect(last()).toBe('order-api-01 login:');
  });

  test('wraps a long line, edits it across the edge, and scrolls with it', () => {
    const { type, press, screen, last, enter } = signedIn();
    for (let i = 0; i < 30; i++) enter('true');
    type('echo ' + 'x'.repeat(200));
    expect(last()).toMatch(/^x+$/);
    press('home');
    type('Y');
    press('end');
    type('Z');
    expect(last()?.endsWith('xZ')).toBe(true);
    expect(screen.lines().join('')).toContain('~]# Yecho xxx');
    for (let i = 0; i < 207; i++) press('backspace');
    expect(last()).toBe('[root@order-api-01 ~]#');
  });

  test('ends with exit, and forgets what was typed', () => {
    const { enter, press, text, last } = signedIn();
    enter('exit');
    expect(text()).toHaveLength(3);
    expect(last()).toBe('order-api-01 login:');
    press('up');
    expect(last()).toBe('order-api-01 login:');
  });

  test('reboots and powers off the machine', () => {
    const { enter, press, power } = signedIn();
    enter('reboot');
    enter('shutdown -h now');
    press('ctrl-alt-del');
    expect(power).toEqual(['restart', 'power-off', 'restart']);
  });
});

describe('going down', () => {
  test('says so and listens no more', () => {
    const { terminal, type, press, power, last } = signedIn();
    terminal.shutDown('restart');
    expect(last()).toBe('reboot: Restarting system');
    type('root');
    press('ctrl-alt-del');
    expect(last()).toBe('reboot: Restarting system');
    expect(power).toEqual([]);
  });
});

describe('Windows', () => {
  test('has a box to sign in, with stars for the password', () => {
    const { type, enter, text } = sitDown(winServer);
    expect(text()[0]?.trim()).toBe('Windows Server 2016');
    enter('Administrator');
    type('abc');
    const lines = text().join('\n');
    expect(lines).toMatch(/│ +User name: +Administrator +│/);
    expect(lines).toMatch(/│ +Password: +\*\*\* +│/);
  });

  test('leads to a command prompt', () => {
    const { enter, text, last } = signedIn(winServer, 'Administrator');
    expect(last()).toBe('C:\\Users\\Administrator>');
    enter('foo');
    expect(text().join('\n')).toContain("'foo' is not recognized as an internal");
    enter('hostname');
    expect(text().at(-2)).toBe('order-api-01');
    enter('exit');
    expect(text().join('\n')).toContain('User name:');
  });
});
