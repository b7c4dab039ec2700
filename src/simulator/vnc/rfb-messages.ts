import { type PixelFormat, pixelHeight, pixelWidth } from './pixels.ts';
import { palette } from './screen.ts';

/** Numbers of RFC 6143 (the RFB protocol), 7.5, 7.6 and 7.7, and of the registered extension for the name. */
export const clientMessage = {
  setPixelFormat: 0,
  setEncodings: 2,
  updateRequest: 3,
  keyEvent: 4,
  pointerEvent: 5,
  cutText: 6,
} as const;

export const encoding = { raw: 0, copyRect: 1, hextile: 5, desktopName: -307 } as const;

export const utf8 = new TextEncoder();

/** What the server says of itself: size, format, name. */
export function serverInit(format: PixelFormat, name: string): Uint8Array {
  const text = utf8.encode(name);
  const bytes = new Uint8Array(24 + text.length);
  const view = new DataView(bytes.buffer);
  view.setUint16(0, pixelWidth);
  view.setUint16(2, pixelHeight);
  writeFormat(view, 4, format);
  view.setUint32(20, text.length);
  bytes.set(text, 24);
  return bytes;
}

function writeFormat(view: DataView, at: number, format: PixelFormat): void {
  view.setUint8(at, format.bitsPerPixel);
  view.setUint8(at + 1, format.depth);
  view.setUint8(at + 2, format.bigEndian ? 1 : 0);
  view.setUint8(at + 3, format.trueColour ? 1 : 0);
  view.setUint16(at + 4, format.redMax);
  view.setUint16(at + 6, format.greenMax);
  view.setUint16(at + 8, format.blueMax);
  view.setUint8(at + 10, format.redShift);
  view.setUint8(at + 11, format.greenShift);
  view.setUint8(at + 12, format.blueShift);
}

/** Reads what a client asks for; nothing when it makes no sense. */
export function readFormat(view: DataView, at: number): PixelFormat | undefined {
  const bitsPerPixel = view.getUint8(at);
  if (bitsPerPixel !== 8 && bitsPerPixel !== 16 && bitsPerPixel !== 32) return undefined;
  const format: PixelFormat = {
    bitsPerPixel,
    depth: view.getUint8(at + 1),
    bigEndian: view.getUint8(at + 2) !== 0,
    trueColour: view.getUint8(at + 3) !== 0,
    redMax: view.getUint16(at + 4),
    greenMax: view.getUint16(at + 6),
    blueMax: view.getUint16(at + 8),
    redShift: view.getUint8(at + 10),
    greenShift: view.getUint8(at + 11),
    blueShift: view.getUint8(at + 12),
  };
  const shifts = [format.redShift, format.greenShift, format.blueShift];
  return shifts.every((shift) => shift < bitsPerPixel) ? format : undefined;
}

/** For a client that wants numbers of colours instead of colours: which number is which. */
export function colourMap(): Uint8Array {
  const bytes = new Uint8Array(6 + palette.length * 6);
  const view = new DataView(bytes.buffer);
  view.setUint8(0, 1);
  view.setUint16(4, palette.length);
  for (const [index, parts] of palette.entries()) {
    for (const [i, part] of parts.entries()) view.setUint16(6 + index * 6 + i * 2, part * 257);
  }
  return bytes;
}

/** One rectangle of an update, in dots. */
export interface Rectangle {
  x: number;
  y: number;
  width: number;
  height: number;
  encoding: number;
  body: Uint8Array;
}

/** A FramebufferUpdate. */
export function update(rectangles: readonly Rectangle[]): Uint8Array {
  const length = rectangles.reduce((sum, { body }) => sum + 12 + body.length, 4);
  const bytes = new Uint8Array(length);
  const view = new DataView(bytes.buffer);
  view.setUint16(2, rectangles.length);
  let at = 4;
  for (const rectangle of rectangles) {
    view.setUint16(at, rectangle.x);
    view.setUint16(at + 2, rectangle.y);
    view.setUint16(at + 4, rectangle.width);
    view.setUint16(at + 6, rectangle.height);
    view.setInt32(at + 8, rectangle.encoding);
    bytes.set(rectangle.body, at + 12);
    at += 12 + rectangle.body.length;
  }
  return bytes;
}

export function nameRectangle(name: string): Rectangle {
  const text = utf8.encode(name);
  const body = new Uint8Array(4 + text.length);
  new DataView(body.buffer).setUint32(0, text.length);
  body.set(text, 4);
  return { x: 0, y: 0, width: 0, height: 0, encoding: encoding.desktopName, body };
}

/** Says that a rectangle is what stood at (`fromX`, `fromY`) before. */
export function copyRectangle(
  area: { x: number; y: number; width: number; height: number },
  fromX: number,
  fromY: number,
): Rectangle {
  const body = new Uint8Array(4);
  const view = new DataView(body.buffer);
  view.setUint16(0, fromX);
  view.setUint16(2, fromY);
  return { ...area, encoding: encoding.copyRect, body };
}
