import type { Distribution } from './distribution.ts';
import type { Guest } from './guest.ts';
import { linuxDate, uptime } from './moments.ts';
import type { Outcome } from './system.ts';

interface Shell {
  user: string;
  now: number;
  history: readonly string[];
  guest: Guest;
  distribution: Distribution;
}

type Command = (args: readonly string[], shell: Shell) => Outcome;

const say = (...lines: string[]): Outcome => ({ lines });

const commands: Readonly<Record<string, Command>> = {
  help: () =>
    say(
      'This machine is simulated. It knows:',
      ...chunks(Object.keys(commands).toSorted(), 10).map((names) => `  ${names.join(' ')}`),
      'Ctrl-C drops a line, the arrows bring old ones back, Ctrl-Alt-Del reboots.',
    ),
  hostname: (_, { guest }) => say(guest.hostname),
  whoami: (_, { user }) => say(user),
  id: (_, { user }) =>
    say(
      user === 'root'
        ? 'uid=0(root) gid=0(root) groups=0(root)'
        : `uid=1000(${user}) gid=1000(${user}) groups=1000(${user})`,
    ),
  date: (_, { now }) => say(linuxDate(now)),
  uptime: (_, { now, guest }) => say(uptime(now, guest.booted)),
  uname: (args, shell) => say(uname(args, shell)),
  pwd: (_, { user }) => say(home(user)),
  ls: (args, shell) => list(args, shell),
  cd: (args) =>
    args[0] === undefined || args[0] === '~'
      ? {}
      : say(`-bash: cd: ${args[0]}: No such file or directory`),
  cat: (args, shell) => ({ lines: args.flatMap((name) => read(name, shell)) }),
  echo: (args) => say(args.join(' ')),
  free: (_, { guest }) => {
    const total = guest.memoryMB;
    const used = Math.round(total * 0.08) + 120;
    const row = (name: string, ...values: number[]) =>
      name.padEnd(8) + values.map((value) => String(value).padStart(12)).join('');
    return say(
      ' '.repeat(8) + ['total', 'used', 'free'].map((word) => word.padStart(12)).join(''),
      row('Mem:', total, used, total - used),
      row('Swap:', 0, 0, 0),
    );
  },
  nproc: (_, { guest }) => say(String(guest.cpu)),
  df: () =>
    say(
      'Filesystem      Size  Used Avail Use% Mounted on',
      'devtmpfs        1.9G     0  1.9G   0% /dev',
      '/dev/vda1        40G  2.1G   36G   6% /',
    ),
  ip: (_, { guest }) =>
    say(
      '1: lo: <LOOPBACK,UP,LOWER_UP> mtu 65536',
      '    inet 127.0.0.1/8 scope host lo',
      '2: eth0: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500',
      `    link/ether ${guest.macAddress}`,
      `    inet ${guest.address} scope global eth0`,
    ),
  history: (_, { history }) => ({
    lines: history.map((line, index) => `${String(index + 1).padStart(5)}  ${line}`),
  }),
  sudo: (args, shell) => runCommand(args, { ...shell, user: 'root' }),
  true: () => ({}),
  clear: () => ({ effect: 'clear' }),
  exit: () => ({ effect: 'log-out' }),
  logout: () => ({ effect: 'log-out' }),
  reboot: () => ({ effect: 'restart' }),
  poweroff: () => ({ effect: 'power-off' }),
  shutdown: (args) => ({ effect: args.includes('-r') ? 'restart' : 'power-off' }),
};

/** Runs a line of a shell that knows a few commands, quotes, `;` and `&&`, and nothing else. */
export function runLinux(line: string, shell: Shell): Outcome {
  if (/[|<>`$]/.test(line.replace(/'[^']*'/g, ''))) {
    return say('-bash: this simulated shell has no pipes, redirections or variables');
  }
  const lines: string[] = [];
  for (const part of line.split(/;|&&/)) {
    const outcome = runCommand(wordsOf(part), shell);
    lines.push(...(outcome.lines ?? []));
    if (outcome.effect) return { lines, effect: outcome.effect };
  }
  return { lines };
}

function runCommand([name, ...args]: readonly string[], shell: Shell): Outcome {
  if (name === undefined) return {};
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  return command ? command(args, shell) : say(`-bash: ${name}: command not found`);
}

function wordsOf(text: string): string[] {
  return (text.match(/(?:"[^"]*"|'[^']*'|[^\s"'])+/g) ?? []).map((word) =>
    word.replace(/["']/g, ''),
  );
}

const home = (user: string) => (user === 'root' ? '/root' : `/home/${user}`);

function uname(args: readonly string[], { guest, distribution }: Shell): string {
  const { kernel, architecture } = distribution;
  const all = args.includes('-a');
  const parts = [
    [all || args.length === 0 || args.includes('-s'), 'Linux'],
    [all || args.includes('-n'), guest.hostname],
    [all || args.includes('-r'), kernel],
    [all, '#1 SMP'],
    [all || args.includes('-m'), architecture],
    [all, 'GNU/Linux'],
  ] as const;
  return parts.flatMap(([shown, text]) => (shown ? [text] : [])).join(' ');
}

const files: Readonly<Record<string, readonly string[]>> = {
  '~': ['anaconda-ks.cfg', 'cloud-init.log'],
  '/': 'bin boot dev etc home lib lib64 mnt opt proc root run sbin srv sys tmp usr var'.split(' '),
  '/etc': ['fstab', 'hostname', 'hosts', 'os-release', 'passwd', 'resolv.conf', 'ssh'],
  '/mnt': [],
  '/tmp': [],
};

function list(args: readonly string[], { user }: Shell): Outcome {
  const wanted = args.find((arg) => !arg.startsWith('-')) ?? '~';
  const folder = wanted === home(user) ? '~' : wanted.replace(/(.)\/$/, '$1');
  const names = Object.hasOwn(files, folder) ? files[folder] : undefined;
  if (!names) return say(`ls: cannot access '${wanted}': No such file or directory`);
  const long = args.some((arg) => /^-\w*l/.test(arg));
  if (!long) return { lines: names.length === 0 ? [] : [names.join('  ')] };
  const mode = folder === '/' ? 'drwxr-xr-x.' : '-rw-r--r--.';
  return { lines: names.map((name) => `${mode} 1 root root 1024 Jan  1 08:00 ${name}`) };
}

function read(name: string, { guest, distribution }: Shell): string[] {
  const { osVersion, platform } = guest.os;
  switch (name) {
    case '/etc/hostname':
      return [guest.hostname];
    case '/etc/os-release':
      return [
        `NAME="${platform}"`,
        `VERSION_ID="${osVersion}"`,
        `PRETTY_NAME="${distribution.title}"`,
      ];
    case '/etc/hosts':
      return ['127.0.0.1 localhost', `${guest.address} ${guest.hostname}`];
    default:
      return [`cat: ${name}: No such file or directory`];
  }
}

function chunks(names: readonly string[], size: number): string[][] {
  return Array.from({ length: Math.ceil(names.length / size) }, (_, i) =>
    names.slice(i * size, (i + 1) * size),
  );
}
