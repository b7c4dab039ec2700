/** Bytes that have come in and are not understood yet. Messages may arrive in any pieces. */
export class ByteQueue {
  #bytes = new Uint8Array(0);

  get length(): number {
    return this.#bytes.length;
  }

  push(bytes: Uint8Array): void {
    if (this.#bytes.length === 0) {
      this.#bytes = bytes.slice();
      return;
    }
    const both = new Uint8Array(this.#bytes.length + bytes.length);
    both.set(this.#bytes);
    both.set(bytes, this.#bytes.length);
    this.#bytes = both;
  }

  /** Looks at the first `length` bytes; nothing while there are fewer. */
  peek(length: number): DataView | undefined {
    if (this.#bytes.length < length) return undefined;
    return new DataView(this.#bytes.buffer, this.#bytes.byteOffset, length);
  }

  /** Takes the first `length` bytes off; nothing while there are fewer. */
  take(length: number): DataView | undefined {
    const view = this.peek(length);
    if (view) this.#bytes = this.#bytes.subarray(length);
    return view;
  }
}
