/** What a key press means to a text screen. */
export type Key =
  | { type: 'text'; text: string }
  | { type: 'control'; letter: string }
  | { type: 'ctrl-alt-del' }
  | {
      type:
        | 'enter'
        | 'backspace'
        | 'delete'
        | 'tab'
        | 'escape'
        | 'up'
        | 'down'
        | 'left'
        | 'right'
        | 'home'
        | 'end';
    };

const named: Readonly<Record<number, Exclude<Key['type'], 'text' | 'control' | 'ctrl-alt-del'>>> = {
  0xff08: 'backspace',
  0xff09: 'tab',
  0xff0a: 'enter',
  0xff0d: 'enter',
  0xff1b: 'escape',
  0xff50: 'home',
  0xff51: 'left',
  0xff52: 'up',
  0xff53: 'right',
  0xff54: 'down',
  0xff57: 'end',
  0xff8d: 'enter', // keypad
  0xff95: 'home',
  0xff96: 'left',
  0xff97: 'up',
  0xff98: 'right',
  0xff99: 'down',
  0xff9c: 'end',
  0xff9f: 'delete',
  0xffff: 'delete',
};

const control = new Set([0xffe3, 0xffe4]);
const alt = new Set([0xffe7, 0xffe8, 0xffe9, 0xffea]);

/** Turns the presses and releases of one client into keys. Keysyms are X11's (RFC 6143, 7.5.4). */
export class Keyboard {
  #held = new Set<number>();

  /** A key for each press that means something; releases and modifiers give none. */
  event(keysym: number, down: boolean): Key | undefined {
    if (control.has(keysym) || alt.has(keysym)) {
      if (down) this.#held.add(keysym);
      else this.#held.delete(keysym);
      return undefined;
    }
    if (!down) return undefined;
    const ctrl = this.#holds(control);
    const type = named[keysym];
    if (type === 'delete' && ctrl && this.#holds(alt)) return { type: 'ctrl-alt-del' };
    if (type) return { type };
    const text = textOf(keysym);
    if (text === undefined || this.#holds(alt)) return undefined;
    return ctrl ? { type: 'control', letter: text.toLowerCase() } : { type: 'text', text };
  }

  #holds(modifiers: ReadonlySet<number>): boolean {
    return [...this.#held].some((keysym) => modifiers.has(keysym));
  }
}

/** Latin-1 keysyms are the characters themselves; others carry their code point, and the keypad has its own block. */
function textOf(keysym: number): string | undefined {
  if ((keysym >= 0x20 && keysym <= 0x7e) || (keysym >= 0xa0 && keysym <= 0xff)) {
    return String.fromCodePoint(keysym);
  }
  if (keysym >= 0x01000100 && keysym <= 0x0110ffff)
    return String.fromCodePoint(keysym - 0x01000000);
  if (keysym >= 0xffaa && keysym <= 0xffb9) return '*+,-./0123456789'[keysym - 0xffaa];
  return undefined;
}
