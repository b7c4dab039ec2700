import { type Distribution, distributionOf } from './distribution.ts';
import type { Guest } from './guest.ts';
import { runLinux } from './linux-shell.ts';
import { linuxDate } from './moments.ts';
import { colour } from './screen.ts';
import type { BootLine, System } from './system.ts';

export function linux(guest: Guest): System {
  const distribution = distributionOf(guest);
  const { family, title, kernel, architecture } = distribution;
  const banner =
    family === 'red-hat'
      ? [title, `Kernel ${kernel} on an ${architecture}`, '']
      : [`${title} ${guest.hostname} tty1`, ''];
  const boot = bootLines(guest, distribution);
  return {
    boot,
    bootTime: (boot.at(-1)?.at ?? 0) + 600,
    shutdown: (how) => [
      '[  OK  ] Stopped target Multi-User System.',
      '[  OK  ] Stopped OpenSSH server daemon.',
      '[  OK  ] Unmounted all file systems.',
      how === 'restart' ? 'reboot: Restarting system' : 'reboot: Power down',
    ],
    askName(screen) {
      screen.foreground = colour.grey;
      screen.background = colour.black;
      screen.clear();
      for (const line of banner) screen.writeLine(line);
      screen.write(`${guest.hostname} login: `);
    },
    askPassword(screen) {
      screen.writeLine();
      screen.write('Password: ');
    },
    mask: '',
    colours: { foreground: colour.grey, background: colour.black },
    clears: false,
    welcome: () => [
      ...(family === 'debian' ? [`Welcome to ${title} (GNU/Linux ${kernel} ${architecture})`] : []),
      `Last login: ${linuxDate(guest.booted).replace(/ CST \d+$/, '')} on tty1`,
      "This is a simulated machine. Type 'help' to see what it knows.",
    ],
    prompt(user) {
      const sign = user === 'root' ? '#' : '$';
      return family === 'red-hat'
        ? `[${user}@${guest.hostname} ~]${sign} `
        : `${user}@${guest.hostname}:~${sign} `;
    },
    run: (line, session) => runLinux(line, { ...session, guest, distribution }),
  };
}

function bootLines(guest: Guest, { title, kernel, architecture }: Distribution): BootLine[] {
  const stamp = (at: number) => `[${(at / 1000).toFixed(6).padStart(12)}]`;
  const kernelLine = (at: number, text: string): BootLine => ({
    at,
    text: `${stamp(at - 700)} ${text}`,
  });
  const started = (at: number, text: string): BootLine => ({ at, text: `[  OK  ] ${text}` });
  return [
    { at: 0, text: 'SeaBIOS (version 1.11.0-2.el7)' },
    { at: 200, text: 'Booting from Hard Disk...' },
    { at: 700, text: `Loading Linux ${kernel} ...` },
    kernelLine(701, `Linux version ${kernel} (${architecture})`),
    kernelLine(705, `Memory: ${guest.memoryMB * 1024}K available`),
    kernelLine(712, `smp: Brought up 1 node, ${guest.cpu} CPU${guest.cpu === 1 ? '' : 's'}`),
    kernelLine(860, 'virtio_blk virtio1: [vda] 83886080 512-byte logical blocks'),
    kernelLine(930, `virtio_net virtio0 eth0: ${guest.macAddress}`),
    kernelLine(1100, 'EXT4-fs (vda1): mounted filesystem with ordered data mode'),
    { at: 1300, text: '' },
    { at: 1301, text: `Welcome to ${title}!` },
    { at: 1302, text: '' },
    started(1500, 'Reached target Local File Systems.'),
    started(1650, 'Started udev Kernel Device Manager.'),
    started(1800, 'Started Create Volatile Files and Directories.'),
    started(2000, 'Started D-Bus System Message Bus.'),
    started(2200, 'Started Network Manager.'),
    started(2500, 'Reached target Network.'),
    started(2600, 'Started Initial cloud-init job (metadata service crawler).'),
    started(2800, 'Started OpenSSH server daemon.'),
    started(2900, 'Started Command Scheduler.'),
    started(3000, 'Started Getty on tty1.'),
    started(3100, 'Reached target Multi-User System.'),
  ];
}
