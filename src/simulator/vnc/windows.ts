import type { Guest } from './guest.ts';
import { windowsDate } from './moments.ts';
import { colour, columns, type Screen } from './screen.ts';
import type { BootLine, Outcome, System } from './system.ts';

const boxWidth = 52;
const boxTop = 8;
const boxLeft = (columns - boxWidth) / 2;
const fieldColumn = boxLeft + 16;

/** A Windows without its desktop: a sign-in box and a command prompt, so that a text screen can show it. */
export function windows(guest: Guest): System {
  const version = guest.os.osVersion;
  const title = `Windows Server${version ? ` ${version}` : ''}`;
  return {
    boot: bootLines(title),
    bootTime: 3600,
    shutdown: (how) => ['', how === 'restart' ? 'Restarting...' : 'Shutting down...'],
    askName(screen) {
      screen.foreground = colour.white;
      screen.background = colour.blue;
      screen.clear();
      writeAt(screen, 4, (columns - title.length) / 2, title);
      const inside = boxWidth - 2;
      writeAt(screen, boxTop, boxLeft, `┌${'─'.repeat(inside)}┐`);
      for (let row = 1; row < 6; row++) {
        writeAt(screen, boxTop + row, boxLeft, `│${' '.repeat(inside)}│`);
      }
      writeAt(screen, boxTop + 6, boxLeft, `└${'─'.repeat(inside)}┘`);
      writeAt(screen, boxTop + 2, boxLeft + 4, 'User name:');
      writeAt(screen, boxTop + 4, boxLeft + 4, 'Password:');
      writeAt(screen, boxTop + 8, boxLeft, 'Enter signs in. Ctrl-Alt-Del restarts this machine.');
      writeAt(screen, 23, 2, `${guest.hostname}   ${guest.address}   simulated`);
      screen.moveTo(boxTop + 2, fieldColumn);
    },
    askPassword(screen) {
      screen.moveTo(boxTop + 4, fieldColumn);
    },
    mask: '*',
    colours: { foreground: colour.grey, background: colour.black },
    clears: true,
    welcome: () => [`Microsoft ${title}`, "This is a simulated machine. Type 'help' for more.", ''],
    prompt: (user) => `C:\\Users\\${user}>`,
    run: (line, { user, now }) => runWindows(line, guest, user, now),
  };
}

function writeAt(screen: Screen, row: number, column: number, text: string): void {
  screen.moveTo(row, Math.floor(column));
  screen.write(text);
}

function bootLines(title: string): BootLine[] {
  return [
    { at: 0, text: 'SeaBIOS (version 1.11.0-2.el7)' },
    { at: 200, text: 'Booting from Hard Disk...' },
    { at: 1200, text: '' },
    { at: 1201, text: title },
    { at: 2200, text: 'Getting devices ready' },
    { at: 3000, text: 'Please wait for the system services' },
  ];
}

function runWindows(line: string, guest: Guest, user: string, now: number): Outcome {
  const [name = '', ...args] = line.split(/\s+/);
  switch (name.toLowerCase()) {
    case 'help':
      return say(
        'This machine is simulated. It knows:',
        '  cls date dir echo exit help hostname ipconfig shutdown time ver whoami',
      );
    case 'hostname':
      return say(guest.hostname);
    case 'whoami':
      return say(`${guest.hostname}\\${user}`.toLowerCase());
    case 'ver':
      return say('', `Microsoft ${guest.os.platform} [${guest.os.osVersion}]`);
    case 'date':
    case 'time':
      return say(windowsDate(now));
    case 'echo':
      return say(args.join(' '));
    case 'dir':
      return say(` Directory of C:\\Users\\${user}`, '', '<DIR>  Desktop', '<DIR>  Documents');
    case 'ipconfig':
      return say('Ethernet adapter:', '', `   IPv4 Address. . . . . : ${guest.address}`);
    case 'cls':
      return { effect: 'clear' };
    case 'exit':
    case 'logoff':
      return { effect: 'log-out' };
    case 'shutdown':
      return shutdown(args);
    default:
      return say(
        `'${name}' is not recognized as an internal or external command,`,
        'operable program or batch file.',
      );
  }
}

function shutdown(args: readonly string[]): Outcome {
  const has = (letter: string) => args.some((arg) => arg.toLowerCase() === `/${letter}`);
  if (has('r')) return { effect: 'restart' };
  return has('s')
    ? { effect: 'power-off' }
    : say('shutdown /s turns it off, shutdown /r restarts it.');
}

const say = (...lines: string[]): Outcome => ({ lines: lines.length > 1 ? [...lines, ''] : lines });
