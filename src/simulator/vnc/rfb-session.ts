import { ByteQueue } from './byte-queue.ts';
import { glyphHeight, glyphWidth } from './font.ts';
import { type Key, Keyboard } from './keys.ts';
import { type CellArea, type PixelFormat, pixelsIn, serverFormat } from './pixels.ts';
import {
  clientMessage,
  colourMap,
  encoding,
  nameRectangle,
  readFormat,
  serverInit,
  update,
  utf8,
} from './rfb-messages.ts';
import { ScreenCopy } from './screen-copy.ts';
import { columns, rows, type Screen } from './screen.ts';

/** The longest text a client may put into the (unused) clipboard, in bytes. */
const longestCutText = 256 * 1024;

interface RfbOptions {
  screen: Screen;
  /** Shown by the client as the title. */
  name: string;
  /** Takes bytes for the client. */
  send: (bytes: Uint8Array) => void;
  /** Takes what is typed. */
  onKey: (key: Key) => void;
  /** Called once, with a sentence, when the client breaks the protocol; nothing is sent or read after it. */
  onError: (reason: string) => void;
}

type Phase = 'version' | 'security' | 'client-init' | 'open' | 'closed';

/**
 * The server's side of one RFB 3.3, 3.7 or 3.8 connection (RFC 6143), without the connection: bytes come in through
 * `receive`, bytes go out through `send`. It has no password: whoever may connect has shown a token before.
 *
 * A client asks for an update and gets one when there is something new. `flush` is the moment at which that is
 * looked at, so the host calls it after `receive`, and whenever the screen may have changed.
 */
export class RfbSession {
  #options: RfbOptions;
  #name: string;
  #phase: Phase = 'version';
  #minor = 8;
  #queue = new ByteQueue();
  #keyboard = new Keyboard();
  #copy = new ScreenCopy();
  #encodings: ReadonlySet<number> = new Set();
  #pixels = pixelsIn(serverFormat);
  /** The area of an update request that waits for its answer. */
  #wanted: CellArea | undefined;
  #nameIsNew = false;

  constructor(options: RfbOptions) {
    this.#options = options;
    this.#name = options.name;
    options.send(utf8.encode('RFB 003.008\n'));
  }

  get closed(): boolean {
    return this.#phase === 'closed';
  }

  /** Takes what the client has sent, in pieces of any size. */
  receive(bytes: Uint8Array): void {
    if (this.#phase === 'closed') return;
    this.#queue.push(bytes);
    while (this.#step()) {
      // every complete message, one by one
    }
  }

  /** Answers a waiting update request if anything has changed. */
  flush(): void {
    if (this.#phase !== 'open' || this.#wanted === undefined) return;
    const rectangles = this.#copy.catchUp(
      this.#options.screen,
      this.#wanted,
      this.#encodings,
      this.#pixels,
    );
    if (this.#nameIsNew && this.#encodings.has(encoding.desktopName)) {
      rectangles.push(nameRectangle(this.#name));
      this.#nameIsNew = false;
    }
    if (rectangles.length === 0) return;
    this.#wanted = undefined;
    this.#options.send(update(rectangles));
  }

  rename(name: string): void {
    if (name === this.#name) return;
    this.#name = name;
    this.#nameIsNew = true;
  }

  /** Ends it from this side: what still comes in is ignored. */
  close(): void {
    this.#phase = 'closed';
  }

  /** Handles one message; false when there is no complete one. */
  #step(): boolean {
    switch (this.#phase) {
      case 'version':
        return this.#readVersion();
      case 'security':
        return this.#readSecurity();
      case 'client-init':
        return this.#readClientInit();
      case 'open':
        return this.#readMessage();
      default:
        return false;
    }
  }

  #readVersion(): boolean {
    const view = this.#queue.take(12);
    if (!view) return false;
    const text = String.fromCharCode(...new Uint8Array(view.buffer, view.byteOffset, 12));
    const minor = /^RFB 003\.(00[378])\n$/.exec(text)?.[1];
    if (minor === undefined) return this.#fail('That is not RFB 3.3, 3.7 or 3.8.');
    this.#minor = Number(minor);
    if (this.#minor === 3) {
      this.#send([0, 0, 0, 1]);
      this.#phase = 'client-init';
    } else {
      this.#send([1, 1]);
      this.#phase = 'security';
    }
    return true;
  }

  #readSecurity(): boolean {
    const view = this.#queue.take(1);
    if (!view) return false;
    if (view.getUint8(0) !== 1) return this.#fail('Only the security type None is offered.');
    if (this.#minor === 8) this.#send([0, 0, 0, 0]);
    this.#phase = 'client-init';
    return true;
  }

  #readClientInit(): boolean {
    // The byte says whether others may stay. They always may: all look at the same machine.
    if (!this.#queue.take(1)) return false;
    this.#options.send(serverInit(serverFormat, this.#name));
    this.#nameIsNew = false;
    this.#phase = 'open';
    return true;
  }

  #readMessage(): boolean {
    const type = this.#queue.peek(1)?.getUint8(0);
    switch (type) {
      case undefined:
        return false;
      case clientMessage.setPixelFormat:
        return this.#take(20, (view) => this.#setFormat(readFormat(view, 4)));
      case clientMessage.setEncodings:
        return this.#setEncodings();
      case clientMessage.updateRequest:
        return this.#take(10, (view) => this.#requestUpdate(view));
      case clientMessage.keyEvent:
        return this.#take(8, (view) => {
          const key = this.#keyboard.event(view.getUint32(4), view.getUint8(1) !== 0);
          if (key) this.#options.onKey(key);
        });
      case clientMessage.pointerEvent:
        // A text screen has no pointer.
        return this.#take(6, () => undefined);
      case clientMessage.cutText:
        return this.#dropCutText();
      default:
        return this.#fail(`Message type ${type} is not known here.`);
    }
  }

  #take(length: number, handle: (view: DataView) => void): boolean {
    const view = this.#queue.take(length);
    if (!view) return false;
    handle(view);
    return true;
  }

  #setFormat(format: PixelFormat | undefined): void {
    if (!format) {
      this.#fail('That pixel format is not possible.');
      return;
    }
    this.#pixels = pixelsIn(format);
    this.#copy.forgetAll();
    if (!format.trueColour) this.#options.send(colourMap());
  }

  #setEncodings(): boolean {
    const head = this.#queue.peek(4);
    if (!head) return false;
    const count = head.getUint16(2);
    return this.#take(4 + 4 * count, (view) => {
      this.#encodings = new Set(Array.from({ length: count }, (_, i) => view.getInt32(4 + 4 * i)));
    });
  }

  #requestUpdate(view: DataView): void {
    const area = cellsIn(
      view.getUint16(2),
      view.getUint16(4),
      view.getUint16(6),
      view.getUint16(8),
    );
    if (!area) return;
    const incremental = view.getUint8(1) !== 0;
    if (!incremental) this.#copy.forget(area);
    this.#wanted = this.#wanted ? around(this.#wanted, area) : area;
  }

  /** The cloud's console has no clipboard, so neither has this one. */
  #dropCutText(): boolean {
    const head = this.#queue.peek(8);
    if (!head) return false;
    const length = head.getUint32(4);
    if (length > longestCutText) return this.#fail('That clipboard text is too long.');
    return this.#take(8 + length, () => undefined);
  }

  #send(bytes: number[]): void {
    this.#options.send(Uint8Array.from(bytes));
  }

  #fail(reason: string): false {
    this.#phase = 'closed';
    this.#options.onError(reason);
    return false;
  }
}

/** The cells that a rectangle of dots touches; nothing when it is off the screen. */
function cellsIn(x: number, y: number, width: number, height: number): CellArea | undefined {
  const column = Math.floor(x / glyphWidth);
  const row = Math.floor(y / glyphHeight);
  const right = Math.min(columns, Math.ceil((x + width) / glyphWidth));
  const bottom = Math.min(rows, Math.ceil((y + height) / glyphHeight));
  if (width === 0 || height === 0 || right <= column || bottom <= row) return undefined;
  return { row, column, width: right - column, height: bottom - row };
}

function around(a: CellArea, b: CellArea): CellArea {
  const row = Math.min(a.row, b.row);
  const column = Math.min(a.column, b.column);
  const right = Math.max(a.column + a.width, b.column + b.width);
  const bottom = Math.max(a.row + a.height, b.row + b.height);
  return { row, column, width: right - column, height: bottom - row };
}
