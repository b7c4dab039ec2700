import { glyphHeight, glyphWidth } from './font.ts';
import { encodeHextile, encodeRaw } from './hextile.ts';
import { type CellArea, draw, pixelWidth } from './pixels.ts';
import { copyRectangle, encoding, type Rectangle } from './rfb-messages.ts';
import { columns, cursorBit, rows, type Screen } from './screen.ts';

/** A cell that the client has not got; no real one looks like this. */
const unknown = 0xffffffff;

/**
 * What one client has on its screen, cell by cell, and so what it lacks. Every client has its own, which is why a
 * screen need not know who watches it.
 */
export class ScreenCopy {
  #cells = new Uint32Array(columns * rows).fill(unknown);
  #scrolled = 0;

  /** Forgets an area, so that it is sent again whatever it holds. */
  forget(area: CellArea): void {
    for (let row = area.row; row < area.row + area.height; row++) {
      const start = row * columns + area.column;
      this.#cells.fill(unknown, start, start + area.width);
    }
  }

  /** Forgets all: the client has chosen other pixels. */
  forgetAll(): void {
    this.#cells.fill(unknown);
  }

  /** The rectangles that bring `wanted` up to date; none when nothing has changed. */
  catchUp(
    screen: Screen,
    wanted: CellArea,
    encodings: ReadonlySet<number>,
    pixels: readonly Uint8Array[],
  ): Rectangle[] {
    const picture = screen.picture();
    const rectangles: Rectangle[] = [];
    const scrolled = screen.scrolled - this.#scrolled;
    this.#scrolled = screen.scrolled;
    if (scrolled > 0 && encodings.has(encoding.copyRect)) {
      const copy = this.#scroll(scrolled, wanted, picture);
      if (copy) rectangles.push(copy);
    }
    for (let row = wanted.row; row < wanted.row + wanted.height; row++) {
      const area = this.#changed(picture, row, wanted);
      if (!area) continue;
      rectangles.push(encodeArea(picture, area, encodings, pixels));
      const start = row * columns + area.column;
      this.#cells.set(picture.subarray(start, start + area.width), start);
    }
    return rectangles;
  }

  /** The span of a row from its first to its last cell that differs. */
  #changed(picture: Uint32Array, row: number, wanted: CellArea): CellArea | undefined {
    const differs = (column: number) =>
      picture[row * columns + column] !== this.#cells[row * columns + column];
    let start = wanted.column;
    let end = wanted.column + wanted.width;
    while (start < end && !differs(start)) start++;
    while (end > start && !differs(end - 1)) end--;
    return start === end ? undefined : { row, column: start, width: end - start, height: 1 };
  }

  /** Moves the client's picture up instead of sending it anew, where that leaves less to send. */
  #scroll(by: number, wanted: CellArea, picture: Uint32Array): Rectangle | undefined {
    const whole = wanted.width === columns && wanted.height === rows;
    if (!whole || by >= rows || this.#cells.includes(unknown)) return undefined;
    const moved = this.#cells.slice();
    moved.copyWithin(0, by * columns);
    const wrong = (cells: Uint32Array) =>
      cells.reduce(
        (sum, cell, i) => sum + (((cell ^ (picture[i] ?? 0)) & ~cursorBit) === 0 ? 0 : 1),
        0,
      );
    if (wrong(moved) >= wrong(this.#cells)) return undefined;
    this.#cells = moved;
    const height = (rows - by) * glyphHeight;
    return copyRectangle({ x: 0, y: 0, width: pixelWidth, height }, 0, by * glyphHeight);
  }
}

function encodeArea(
  picture: Uint32Array,
  area: CellArea,
  encodings: ReadonlySet<number>,
  pixels: readonly Uint8Array[],
): Rectangle {
  const raster = draw(picture, area);
  const hextile = encodings.has(encoding.hextile);
  return {
    x: area.column * glyphWidth,
    y: area.row * glyphHeight,
    width: raster.width,
    height: raster.height,
    encoding: hextile ? encoding.hextile : encoding.raw,
    body: hextile ? encodeHextile(raster, pixels) : encodeRaw(raster, pixels),
  };
}
