import { strips } from './glyphs.ts';

export const glyphWidth = 8;
export const glyphHeight = 16;

/** One byte a row from the top, the leftmost dot in the highest bit. */
type Glyph = Uint8Array;

const full = 0xff;

function drawn(): Map<number, Glyph> {
  const glyphs = new Map<number, Glyph>();
  for (const { characters, drawing } of strips) {
    const rows = drawing.trim().split('\n');
    for (const [index, character] of [...characters].entries()) {
      const glyph = new Uint8Array(glyphHeight);
      for (const [y, row] of rows.entries()) {
        const dots = row.slice(index * 9, index * 9 + glyphWidth);
        glyph[y + 2] = Number.parseInt(dots.replaceAll('.', '0').replaceAll('#', '1'), 2);
      }
      glyphs.set(character.codePointAt(0) ?? 0, glyph);
    }
  }
  return glyphs;
}

/** A line-drawing character as its arms: up, right, down, left; 1 = single, 2 = double, 0 = none. */
const lines = {
  '─': [0, 1, 0, 1],
  '│': [1, 0, 1, 0],
  '┌': [0, 1, 1, 0],
  '┐': [0, 0, 1, 1],
  '└': [1, 1, 0, 0],
  '┘': [1, 0, 0, 1],
  '├': [1, 1, 1, 0],
  '┤': [1, 0, 1, 1],
  '┬': [0, 1, 1, 1],
  '┴': [1, 1, 0, 1],
  '┼': [1, 1, 1, 1],
  '═': [0, 2, 0, 2],
  '║': [2, 0, 2, 0],
  '╔': [0, 2, 2, 0],
  '╗': [0, 0, 2, 2],
  '╚': [2, 2, 0, 0],
  '╝': [2, 0, 0, 2],
} as const;

function lineDrawing([up, right, down, left]: readonly number[]): Glyph {
  const glyph = new Uint8Array(glyphHeight);
  const dot = (x: number, y: number) => {
    glyph[y] = (glyph[y] ?? 0) | (0x80 >> x);
  };
  const double = [up, right, down, left].includes(2);
  // A double line is two rails around the middle; at a corner the outer rail ends where the other outer one does.
  const columns = double ? [2, 5] : [4];
  const rows = double ? [6, 9] : [8];
  for (const x of columns) {
    const outer = (x === columns[0]) === Boolean(right) || !double;
    const top = up ? 0 : outer ? rows[0] : rows.at(-1);
    const bottom = down ? glyphHeight - 1 : outer ? rows.at(-1) : rows[0];
    if (!up && !down) continue;
    for (let y = top ?? 0; y <= (bottom ?? 0); y++) dot(x, y);
  }
  for (const y of rows) {
    const outer = (y === rows[0]) === Boolean(down) || !double;
    const start = left ? 0 : outer ? columns[0] : columns.at(-1);
    const end = right ? glyphWidth - 1 : outer ? columns.at(-1) : columns[0];
    if (!left && !right) continue;
    for (let x = start ?? 0; x <= (end ?? 0); x++) dot(x, y);
  }
  return glyph;
}

function block(row: (y: number) => number): Glyph {
  return Uint8Array.from({ length: glyphHeight }, (_, y) => row(y));
}

const blocks: Readonly<Record<string, Glyph>> = {
  ' ': block(() => 0),
  '█': block(() => full),
  '▀': block((y) => (y < 8 ? full : 0)),
  '▄': block((y) => (y < 8 ? 0 : full)),
  '▌': block(() => 0xf0),
  '▐': block(() => 0x0f),
  '░': block((y) => (y % 2 === 0 ? 0x22 : 0x88)),
  '▒': block((y) => (y % 2 === 0 ? 0x55 : 0xaa)),
  '▓': block((y) => (y % 2 === 0 ? 0xdd : 0x77)),
};

const glyphs = drawn();
for (const [character, arms] of Object.entries(lines)) {
  glyphs.set(character.codePointAt(0) ?? 0, lineDrawing(arms));
}
for (const [character, glyph] of Object.entries(blocks)) {
  glyphs.set(character.codePointAt(0) ?? 0, glyph);
}

/** What a character without a drawing of its own looks like: Chinese, for example, has none at this size. */
const unknown = block((y) => (y > 2 && y < 13 ? 0x7e : 0));

/** The picture of a character, by code point. Never fails. */
export function glyphOf(codePoint: number): Glyph {
  return glyphs.get(codePoint) ?? unknown;
}
