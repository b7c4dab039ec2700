import { glyphHeight, glyphOf, glyphWidth } from './font.ts';
import {
  backgroundOf,
  codePointOf,
  columns,
  cursorBit,
  foregroundOf,
  palette,
  rows,
} from './screen.ts';

export const pixelWidth = columns * glyphWidth;
export const pixelHeight = rows * glyphHeight;

/** RFC 6143, 7.4 */
export interface PixelFormat {
  bitsPerPixel: 8 | 16 | 32;
  depth: number;
  bigEndian: boolean;
  trueColour: boolean;
  redMax: number;
  greenMax: number;
  blueMax: number;
  redShift: number;
  greenShift: number;
  blueShift: number;
}

/** What the server offers: blue, green, red and an unused byte. */
export const serverFormat: PixelFormat = {
  bitsPerPixel: 32,
  depth: 24,
  bigEndian: false,
  trueColour: true,
  redMax: 255,
  greenMax: 255,
  blueMax: 255,
  redShift: 16,
  greenShift: 8,
  blueShift: 0,
};

/** The bytes of each of the sixteen colours in a client's format; with a colour map a pixel is the colour's number. */
export function pixelsIn(format: PixelFormat): Uint8Array[] {
  const length = format.bitsPerPixel / 8;
  return palette.map(([red, green, blue], index) => {
    const scale = (value: number, max: number) => Math.round((value * max) / 255);
    const value = format.trueColour
      ? (scale(red, format.redMax) << format.redShift) |
        (scale(green, format.greenMax) << format.greenShift) |
        (scale(blue, format.blueMax) << format.blueShift)
      : index;
    return Uint8Array.from({ length }, (_, byte) => {
      const place = format.bigEndian ? length - 1 - byte : byte;
      return (value >>> (8 * place)) & 255;
    });
  });
}

/** A rectangle of whole cells. */
export interface CellArea {
  row: number;
  column: number;
  width: number;
  height: number;
}

/** A rectangle of dots, each the number of its colour. */
export interface Raster {
  width: number;
  height: number;
  dots: Uint8Array;
}

/** Draws some cells of a picture (80 by 25). */
export function draw(picture: Uint32Array, area: CellArea): Raster {
  const width = area.width * glyphWidth;
  const height = area.height * glyphHeight;
  const dots = new Uint8Array(width * height);
  for (let row = 0; row < area.height; row++) {
    for (let column = 0; column < area.width; column++) {
      const cell = picture[(area.row + row) * columns + area.column + column] ?? 0;
      drawCell(cell, dots, row * glyphHeight * width + column * glyphWidth, width);
    }
  }
  return { width, height, dots };
}

function drawCell(cell: number, dots: Uint8Array, start: number, stride: number): void {
  const glyph = glyphOf(codePointOf(cell));
  const foreground = foregroundOf(cell);
  const background = backgroundOf(cell);
  for (let y = 0; y < glyphHeight; y++) {
    // The cursor is a bar under the letter, as on a text console.
    const bits = cell & cursorBit && (y === 13 || y === 14) ? 0xff : (glyph[y] ?? 0);
    for (let x = 0; x < glyphWidth; x++) {
      dots[start + y * stride + x] = bits & (0x80 >> x) ? foreground : background;
    }
  }
}
