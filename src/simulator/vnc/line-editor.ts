import type { Key } from './keys.ts';
import { columns, rows, type Screen } from './screen.ts';

/** Longer than any command anybody types here, and short enough to stay on the screen. */
const longest = 500;

export type Edited =
  | { type: 'line'; text: string }
  /** Ctrl-C */
  | { type: 'interrupt'; text: string }
  /** Ctrl-D on an empty line */
  | { type: 'end' }
  /** Ctrl-L */
  | { type: 'redraw' };

interface LineEditorOptions {
  /** `plain` shows what is typed; `*` a star for each letter; '' nothing. */
  echo: 'plain' | '*' | '';
  /** Lines to go back to with the arrows, the oldest first. */
  history?: readonly string[];
}

/** One line being typed, from where the cursor stands when it begins. */
export class LineEditor {
  #screen: Screen;
  #options: LineEditorOptions;
  #characters: string[] = [];
  #cursor = 0;
  /** How many cells the last drawing took. */
  #drawn = 0;
  /** Place in the history; its length = the new line. */
  #recalled: number;
  #start: { row: number; column: number; scrolled: number };

  constructor(screen: Screen, options: LineEditorOptions) {
    this.#screen = screen;
    this.#options = options;
    this.#recalled = options.history?.length ?? 0;
    this.#start = { row: screen.row, column: screen.column, scrolled: screen.scrolled };
  }

  get text(): string {
    return this.#characters.join('');
  }

  /** Takes a key; answers something when the line is done with. */
  key(key: Key): Edited | undefined {
    switch (key.type) {
      case 'enter':
        this.#moveTo(this.#characters.length);
        return { type: 'line', text: this.text };
      case 'text':
        if (this.#characters.length < longest) this.#replace(this.#cursor, this.#cursor, key.text);
        return undefined;
      case 'backspace':
        if (this.#cursor > 0) this.#replace(this.#cursor - 1, this.#cursor, '');
        return undefined;
      case 'delete':
        this.#replace(this.#cursor, this.#cursor + 1, '');
        return undefined;
      case 'left':
        this.#moveTo(this.#cursor - 1);
        return undefined;
      case 'right':
        this.#moveTo(this.#cursor + 1);
        return undefined;
      case 'home':
        this.#moveTo(0);
        return undefined;
      case 'end':
        this.#moveTo(this.#characters.length);
        return undefined;
      case 'up':
        this.#recall(-1);
        return undefined;
      case 'down':
        this.#recall(1);
        return undefined;
      case 'control':
        return this.#control(key.letter);
      default:
        return undefined;
    }
  }

  #control(letter: string): Edited | undefined {
    const end = this.#characters.length;
    if (letter === 'c') {
      this.#moveTo(end);
      return { type: 'interrupt', text: this.text };
    }
    if (letter === 'd') return end === 0 ? { type: 'end' } : undefined;
    if (letter === 'l') return { type: 'redraw' };
    if (letter === 'a') this.#moveTo(0);
    if (letter === 'e') this.#moveTo(end);
    if (letter === 'u') this.#replace(0, this.#cursor, '');
    if (letter === 'k') this.#replace(this.#cursor, end, '');
    if (letter === 'w') {
      const kept = this.text.slice(0, this.#cursor).replace(/\S*\s*$/, '');
      this.#replace([...kept].length, this.#cursor, '');
    }
    return undefined;
  }

  #recall(by: number): void {
    const history = this.#options.history ?? [];
    const wanted = this.#recalled + by;
    if (wanted < 0 || wanted > history.length) return;
    this.#recalled = wanted;
    this.#replace(0, this.#characters.length, history[wanted] ?? '');
  }

  #replace(from: number, to: number, text: string): void {
    const inserted = [...text];
    this.#characters.splice(from, to - from, ...inserted);
    this.#cursor = from + inserted.length;
    this.#draw();
  }

  #moveTo(cursor: number): void {
    this.#cursor = Math.min(Math.max(cursor, 0), this.#characters.length);
    this.#place(this.#cursor);
  }

  #draw(): void {
    const { echo } = this.#options;
    if (echo === '') return;
    const shown = echo === '*' ? '*'.repeat(this.#characters.length) : this.text;
    this.#place(0);
    this.#screen.erase(Math.max(this.#drawn, shown.length));
    this.#drawn = this.#characters.length;
    this.#screen.write(shown);
    this.#place(this.#cursor);
  }

  /** Puts the screen's cursor on a place of the line, wherever that has scrolled to. */
  #place(index: number): void {
    if (this.#options.echo === '') return;
    const { row, column, scrolled } = this.#start;
    const at = (row - (this.#screen.scrolled - scrolled)) * columns + column + index;
    // Behind the last cell of the screen there is no next line yet; the cursor waits at the edge.
    if (at >= rows * columns) this.#screen.moveTo(rows - 1, columns);
    else this.#screen.moveTo(Math.floor(at / columns), at % columns);
  }
}
