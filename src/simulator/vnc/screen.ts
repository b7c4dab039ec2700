export const columns = 80;
export const rows = 25;

/** The sixteen colours of a text screen, by their place in `palette`. */
export const colour = {
  black: 0,
  red: 1,
  green: 2,
  yellow: 3,
  blue: 4,
  magenta: 5,
  cyan: 6,
  grey: 7,
  darkGrey: 8,
  brightRed: 9,
  brightGreen: 10,
  brightYellow: 11,
  brightBlue: 12,
  brightMagenta: 13,
  brightCyan: 14,
  white: 15,
} as const;
export type Colour = (typeof colour)[keyof typeof colour];

/** Red, green and blue (0-255) of each colour. Soft rather than the pure primaries of old hardware. */
export const palette: readonly (readonly [number, number, number])[] = [
  [13, 15, 18],
  [214, 92, 84],
  [110, 190, 122],
  [214, 171, 82],
  [44, 74, 158],
  [185, 122, 206],
  [92, 182, 190],
  [203, 201, 194],
  [113, 112, 108],
  [240, 128, 118],
  [146, 220, 156],
  [240, 205, 120],
  [140, 174, 250],
  [214, 160, 232],
  [134, 218, 224],
  [244, 243, 239],
];

/**
 * A cell is a number: the code point in the low 21 bits, bit 21 when the cursor stands on it, then four bits of
 * foreground and four of background colour.
 */
export const cursorBit = 1 << 21;
export const codePointOf = (cell: number) => cell & 0x1fffff;
export const foregroundOf = (cell: number) => (cell >>> 22) & 15;
export const backgroundOf = (cell: number) => (cell >>> 26) & 15;

function cellOf(codePoint: number, foreground: Colour, background: Colour): number {
  return ((background << 26) | (foreground << 22) | codePoint) >>> 0;
}

const blank = cellOf(0x20, colour.grey, colour.black);

/** A text screen of 80 by 25 cells with a cursor that wraps and scrolls as a console's does. */
export class Screen {
  readonly cells = new Uint32Array(columns * rows).fill(blank);
  row = 0;
  column = 0;
  cursorShown = true;
  /** Rows that have left over the top since the beginning. */
  scrolled = 0;
  foreground: Colour = colour.grey;
  background: Colour = colour.black;

  /** Writes at the cursor. `\n` starts a new line, `\b` goes one back; other control characters are dropped. */
  write(text: string, foreground: Colour = this.foreground): void {
    for (const character of text) {
      if (character === '\n') this.#newLine();
      else if (character === '\b') this.column = Math.max(0, this.column - 1);
      else if (character >= ' ') this.#put(character.codePointAt(0) ?? 0x20, foreground);
    }
  }

  writeLine(text = '', foreground?: Colour): void {
    this.write(text, foreground);
    this.#newLine();
  }

  moveTo(row: number, column: number): void {
    this.row = Math.min(Math.max(row, 0), rows - 1);
    this.column = Math.min(Math.max(column, 0), columns);
  }

  clear(): void {
    this.cells.fill(cellOf(0x20, this.foreground, this.background));
    this.moveTo(0, 0);
  }

  /** Blanks some cells from the cursor on, which stays. */
  erase(count: number): void {
    const start = this.row * columns + this.column;
    this.cells.fill(cellOf(0x20, this.foreground, this.background), start, start + count);
  }

  /** The text, 25 lines of 80 characters. */
  lines(): string[] {
    return Array.from({ length: rows }, (_, row) => {
      const cells = this.cells.subarray(row * columns, (row + 1) * columns);
      return String.fromCodePoint(...Array.from(cells, codePointOf));
    });
  }

  /** The cells as they are to be seen, with the cursor marked. */
  picture(): Uint32Array {
    const picture = this.cells.slice();
    const at = this.row * columns + Math.min(this.column, columns - 1);
    if (this.cursorShown) picture[at] = (picture[at] ?? blank) | cursorBit;
    return picture;
  }

  #put(codePoint: number, foreground: Colour): void {
    // The cursor waits behind the last column and wraps only when more is written.
    if (this.column >= columns) this.#newLine();
    this.cells[this.row * columns + this.column] = cellOf(codePoint, foreground, this.background);
    this.column++;
  }

  #newLine(): void {
    this.column = 0;
    if (this.row < rows - 1) {
      this.row++;
      return;
    }
    this.cells.copyWithin(0, columns);
    this.cells.fill(cellOf(0x20, this.foreground, this.background), (rows - 1) * columns);
    this.scrolled++;
  }
}
