import type { Key } from './keys.ts';
import { type Edited, LineEditor } from './line-editor.ts';
import { colour, type Screen } from './screen.ts';
import type { System } from './system.ts';

interface TerminalOptions {
  screen: Screen;
  system: System;
  /** When the machine was switched on; the boot messages count from here. Milliseconds since the epoch. */
  booted: number;
  /** How much faster than real the machine boots. */
  speed: number;
  now: () => number;
  /** What somebody asks for from inside: Ctrl-Alt-Del, `reboot`, `poweroff`. */
  onPower: (how: 'restart' | 'power-off') => void;
}

type Stage = 'boot' | 'name' | 'password' | 'shell' | 'down';

/** What runs on a machine's screen between its boot and its end: boot messages, sign-in, a small shell. */
export class Terminal {
  #options: TerminalOptions;
  #screen: Screen;
  #system: System;
  #stage: Stage = 'boot';
  #bootLines = 0;
  #editor: LineEditor;
  #user = '';
  #history: string[] = [];

  constructor(options: TerminalOptions) {
    this.#options = options;
    this.#screen = options.screen;
    this.#system = options.system;
    this.#screen.foreground = colour.grey;
    this.#screen.background = colour.black;
    this.#screen.cursorShown = true;
    this.#screen.clear();
    this.#editor = new LineEditor(this.#screen, { echo: '' });
    this.tick();
  }

  get isDown(): boolean {
    return this.#stage === 'down';
  }

  /** Lets appear what is due by now. */
  tick(): void {
    if (this.#stage !== 'boot') return;
    const elapsed = (this.#options.now() - this.#options.booted) * this.#options.speed;
    if (elapsed >= this.#system.bootTime) {
      this.#askName();
      return;
    }
    const due = this.#system.boot.filter(({ at }) => at <= elapsed);
    for (const { text } of due.slice(this.#bootLines)) this.#bootLine(text);
    this.#bootLines = due.length;
  }

  key(key: Key): void {
    if (this.#stage === 'down') return;
    if (key.type === 'ctrl-alt-del') {
      // Knowingly different from a real Windows, which would show its sign-in: here one button does one thing.
      this.#options.onPower('restart');
      return;
    }
    if (this.#stage === 'boot') return;
    const edited = this.#editor.key(key);
    if (edited) this.#take(edited);
  }

  /** The machine goes down; nothing that is typed counts any more. */
  shutDown(how: 'restart' | 'power-off'): void {
    if (this.#stage === 'down') return;
    this.#stage = 'down';
    this.#screen.foreground = colour.grey;
    if (this.#screen.background === colour.black) this.#screen.writeLine();
    this.#screen.background = colour.black;
    if (this.#system.mask === '*') this.#screen.clear();
    for (const line of this.#system.shutdown(how)) this.#bootLine(line);
  }

  #take(edited: Edited): void {
    switch (this.#stage) {
      case 'name':
        if (edited.type === 'line' && edited.text.trim() !== '') {
          this.#user = edited.text.trim();
          this.#stage = 'password';
          this.#system.askPassword(this.#screen);
          this.#edit(this.#system.mask);
        } else {
          this.#askName();
        }
        return;
      case 'password':
        if (edited.type === 'line') this.#logIn();
        else this.#askName();
        return;
      case 'shell':
        this.#takeCommand(edited);
        return;
      default:
        return;
    }
  }

  #takeCommand(edited: Edited): void {
    if (edited.type === 'redraw') {
      const { text } = this.#editor;
      this.#screen.clear();
      this.#prompt();
      for (const character of text) this.#editor.key({ type: 'text', text: character });
      return;
    }
    if (edited.type === 'end') {
      this.#askName();
      return;
    }
    if (edited.type === 'interrupt') this.#screen.write('^C');
    this.#screen.writeLine();
    if (edited.type === 'line') this.#run(edited.text.trim());
    if (this.#stage === 'shell') this.#prompt();
  }

  #run(line: string): void {
    if (line === '') return;
    if (this.#history.at(-1) !== line) this.#history.push(line);
    if (this.#history.length > 100) this.#history.shift();
    const { lines = [], effect } = this.#system.run(line, {
      user: this.#user,
      now: this.#options.now(),
      history: this.#history,
    });
    for (const text of lines) this.#screen.writeLine(text);
    if (effect === 'clear') this.#screen.clear();
    if (effect === 'log-out') this.#askName();
    if (effect === 'restart' || effect === 'power-off') this.#options.onPower(effect);
  }

  #askName(): void {
    this.#stage = 'name';
    this.#history = [];
    this.#system.askName(this.#screen);
    this.#edit('plain');
  }

  #logIn(): void {
    // Any password will do: a simulated machine has nothing to guard.
    this.#stage = 'shell';
    this.#screen.foreground = this.#system.colours.foreground;
    this.#screen.background = this.#system.colours.background;
    if (this.#system.clears) this.#screen.clear();
    else this.#screen.writeLine();
    for (const line of this.#system.welcome()) this.#screen.writeLine(line);
    this.#prompt();
  }

  #prompt(): void {
    this.#screen.write(this.#system.prompt(this.#user));
    this.#edit('plain');
  }

  #edit(echo: 'plain' | '*' | ''): void {
    this.#editor = new LineEditor(this.#screen, { echo, history: [...this.#history] });
  }

  #bootLine(text: string): void {
    const [, state, rest] = /^\[ {2}(OK) {2}\](.*)$/.exec(text) ?? [];
    if (state === undefined) {
      this.#screen.writeLine(text);
      return;
    }
    this.#screen.write('[  ');
    this.#screen.write(state, colour.brightGreen);
    this.#screen.writeLine(`  ]${rest}`);
  }
}
