import { pixelHeight, pixelsIn, pixelWidth, serverFormat } from './pixels.ts';

/**
 * The other side of an RFB connection, for tests: it keeps a picture and understands raw, CopyRect and Hextile. Written
 * from the RFC and not from the encoder, so that the two check each other.
 */
export class TestClient {
  #dots = new Uint32Array(pixelWidth * pixelHeight);
  #colours = new Map(
    pixelsIn(serverFormat).map((bytes, index) => [new DataView(bytes.buffer).getUint32(0), index]),
  );

  /** How many dots differ from a picture given as numbers of colours. */
  differences(dots: Uint8Array): number {
    return dots.reduce(
      (sum, dot, at) => sum + (this.#colours.get(this.#dots[at] ?? -1) === dot ? 0 : 1),
      0,
    );
  }

  /** Applies one update, given in pieces; answers its rectangles as `[x, y, width, height]`. */
  update(pieces: readonly Uint8Array[]): number[][] {
    if (pieces.length === 0) return [];
    const reader = new Reader(joined(pieces));
    reader.skip(2);
    const rectangles = Array.from({ length: reader.u16() }, () => this.#rectangle(reader));
    if (!reader.atEnd) throw new Error('There are bytes behind the update.');
    return rectangles;
  }

  #rectangle(reader: Reader): number[] {
    const [x, y, width, height] = [reader.u16(), reader.u16(), reader.u16(), reader.u16()];
    const kind = reader.u32();
    if (kind === 0) this.#raw(reader, x, y, width, height);
    else if (kind === 1) this.#copy(reader.u16(), reader.u16(), x, y, width, height);
    else if (kind === 5) this.#hextile(reader, x, y, width, height);
    else throw new Error(`Encoding ${kind} was not asked for.`);
    return [x, y, width, height];
  }

  #fill(x: number, y: number, width: number, height: number, colour: number): void {
    for (let row = y; row < y + height; row++) {
      this.#dots.fill(colour, row * pixelWidth + x, row * pixelWidth + x + width);
    }
  }

  #raw(reader: Reader, x: number, y: number, width: number, height: number): void {
    for (let row = y; row < y + height; row++) {
      for (let column = x; column < x + width; column++) {
        this.#fill(column, row, 1, 1, reader.u32());
      }
    }
  }

  #copy(fromX: number, fromY: number, x: number, y: number, width: number, height: number): void {
    const before = this.#dots.slice();
    for (let row = 0; row < height; row++) {
      const start = (fromY + row) * pixelWidth + fromX;
      this.#dots.set(before.subarray(start, start + width), (y + row) * pixelWidth + x);
    }
  }

  #hextile(reader: Reader, left: number, top: number, width: number, height: number): void {
    let background = NaN;
    let foreground = NaN;
    for (let y = top; y < top + height; y += 16) {
      for (let x = left; x < left + width; x += 16) {
        const [w, h] = [Math.min(16, left + width - x), Math.min(16, top + height - y)];
        const bits = reader.u8();
        if (bits & 1) {
          this.#raw(reader, x, y, w, h);
          background = NaN;
          foreground = NaN;
          continue;
        }
        if (bits & 2) background = reader.u32();
        if (bits & 4) foreground = reader.u32();
        this.#fill(x, y, w, h, background);
        const count = bits & 8 ? reader.u8() : 0;
        for (let i = 0; i < count; i++) {
          const colour = bits & 16 ? reader.u32() : foreground;
          const [place, size] = [reader.u8(), reader.u8()];
          const [w, h] = [(size >> 4) + 1, (size & 15) + 1];
          this.#fill(x + (place >> 4), y + (place & 15), w, h, colour);
        }
        if (bits & 16) foreground = NaN;
      }
    }
  }
}

function joined(pieces: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of pieces) {
    bytes.set(piece, at);
    at += piece.length;
  }
  return bytes;
}

class Reader {
  #view: DataView;
  #at = 0;

  constructor(bytes: Uint8Array) {
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  }

  get atEnd(): boolean {
    return this.#at === this.#view.byteLength;
  }

  skip(length: number): void {
    this.#at += length;
  }

  u8(): number {
    return this.#view.getUint8(this.#at++);
  }

  u16(): number {
    this.#at += 2;
    return this.#view.getUint16(this.#at - 2);
  }

  u32(): number {
    this.#at += 4;
    return this.#view.getUint32(this.#at - 4);
  }
}
