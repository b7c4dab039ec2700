import type { Raster } from './pixels.ts';

const raw = 1;
const backgroundSpecified = 2;
const foregroundSpecified = 4;
const anySubrects = 8;
const subrectsColoured = 16;

/** Every dot in the client's format, row by row (RFC 6143, 7.7.1). */
export function encodeRaw({ dots }: Raster, pixels: readonly Uint8Array[]): Uint8Array {
  const size = pixels[0]?.length ?? 0;
  const bytes = new Uint8Array(dots.length * size);
  let at = 0;
  for (const dot of dots) {
    bytes.set(pixels[dot] ?? [], at);
    at += size;
  }
  return bytes;
}

/**
 * Tiles of 16 by 16, each a background and the rectangles that stand out of it (RFC 6143, 7.7.4). A screen full of
 * text takes about a twentieth of its raw size. A tile that would come out larger than raw is sent raw.
 */
export function encodeHextile(raster: Raster, pixels: readonly Uint8Array[]): Uint8Array {
  const bytes: number[] = [];
  let previous: Carried | undefined;
  for (let y = 0; y < raster.height; y += 16) {
    for (let x = 0; x < raster.width; x += 16) {
      const tile = tileAt(raster, x, y);
      const rectangles = rectanglesOf(tile);
      const colours = new Set(rectangles.map(({ colour }) => colour));
      const encoded = encodeTile(tile.background, rectangles, colours, previous, pixels);
      if (encoded.length <= tile.width * tile.height * (pixels[0]?.length ?? 0)) {
        bytes.push(...encoded);
        previous = { background: tile.background, foreground: carried(colours, previous) };
      } else {
        bytes.push(raw, ...encodeRaw(tile, pixels));
        previous = undefined;
      }
    }
  }
  return Uint8Array.from(bytes);
}

/** Colours that hold on from tile to tile, but not past a raw one; -1 = none. */
interface Carried {
  background: number;
  foreground: number;
}

/** A tile whose rectangles bring their own colours leaves no foreground behind. */
function carried(colours: ReadonlySet<number>, previous: Carried | undefined): number {
  if (colours.size > 1) return -1;
  const [foreground = previous?.foreground ?? -1] = colours;
  return foreground;
}

interface Tile extends Raster {
  /** The commonest colour. */
  background: number;
}

function tileAt(raster: Raster, left: number, top: number): Tile {
  const width = Math.min(16, raster.width - left);
  const height = Math.min(16, raster.height - top);
  const dots = new Uint8Array(width * height);
  const counts = new Uint16Array(16);
  for (let y = 0; y < height; y++) {
    const start = (top + y) * raster.width + left;
    dots.set(raster.dots.subarray(start, start + width), y * width);
  }
  for (const dot of dots) counts[dot] = (counts[dot] ?? 0) + 1;
  return { width, height, dots, background: counts.indexOf(Math.max(...counts)) };
}

interface Rectangle {
  colour: number;
  x: number;
  y: number;
  width: number;
  height: number;
}

/** What is not background, as runs of dots, each taken down as far as it repeats. */
function rectanglesOf({ width, height, dots, background }: Tile): Rectangle[] {
  const found: Rectangle[] = [];
  const done = new Uint8Array(dots.length);
  const free = (x: number, y: number, colour: number) =>
    x < width && y < height && dots[y * width + x] === colour && done[y * width + x] === 0;
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const colour = dots[y * width + x] ?? background;
      if (colour === background || !free(x, y, colour)) continue;
      let right = x + 1;
      while (free(right, y, colour)) right++;
      let bottom = y + 1;
      const repeats = (row: number) => {
        for (let i = x; i < right; i++) if (!free(i, row, colour)) return false;
        return true;
      };
      while (repeats(bottom)) bottom++;
      for (let row = y; row < bottom; row++) done.fill(1, row * width + x, row * width + right);
      found.push({ colour, x, y, width: right - x, height: bottom - y });
    }
  }
  return found;
}

function encodeTile(
  background: number,
  rectangles: readonly Rectangle[],
  colours: ReadonlySet<number>,
  previous: Carried | undefined,
  pixels: readonly Uint8Array[],
): number[] {
  const pixel = (colour: number) => pixels[colour] ?? [];
  const [foreground = -1] = colours;
  const coloured = colours.size > 1;
  const newBackground = previous?.background !== background;
  const newForeground = colours.size === 1 && previous?.foreground !== foreground;
  const bytes = [
    (newBackground ? backgroundSpecified : 0) |
      (newForeground ? foregroundSpecified : 0) |
      (rectangles.length > 0 ? anySubrects : 0) |
      (coloured ? subrectsColoured : 0),
  ];
  if (newBackground) bytes.push(...pixel(background));
  if (newForeground) bytes.push(...pixel(foreground));
  if (rectangles.length > 0) bytes.push(rectangles.length);
  for (const { colour, x, y, width, height } of rectangles) {
    if (coloured) bytes.push(...pixel(colour));
    bytes.push((x << 4) | y, ((width - 1) << 4) | (height - 1));
  }
  return bytes;
}
