/**
 * MD5 (RFC 1321) of some bytes, as 32 lower-case hex digits. Only for key fingerprints, which the cloud gives in
 * this form; it protects nothing.
 */
export function md5(bytes: Uint8Array): string {
  const padded = new Uint8Array(((bytes.length + 8) >> 6) * 64 + 64);
  padded.set(bytes);
  padded[bytes.length] = 0x80;
  const view = new DataView(padded.buffer);
  // The length in bits, low word first. Nothing here is near 2^32 bits, but the high word costs one line.
  view.setUint32(padded.length - 8, (bytes.length << 3) >>> 0, true);
  view.setUint32(padded.length - 4, Math.floor(bytes.length / 0x20000000), true);

  const state = new Int32Array([0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476]);
  for (let at = 0; at < padded.length; at += 64) digest(state, view, at);

  const result = new Uint8Array(state.buffer);
  return Array.from(result, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

const shifts = [
  [7, 12, 17, 22],
  [5, 9, 14, 20],
  [4, 11, 16, 23],
  [6, 10, 15, 21],
] as const;
const sines = Int32Array.from({ length: 64 }, (_, i) =>
  Math.floor(Math.abs(Math.sin(i + 1)) * 4294967296),
);

function digest(state: Int32Array, view: DataView, at: number): void {
  let [a = 0, b = 0, c = 0, d = 0] = state;
  for (let i = 0; i < 64; i++) {
    const round = i >> 4;
    const [mixed, word] = mix(round, i, b, c, d);
    const sum = (a + mixed + (sines[i] ?? 0) + view.getInt32(at + 4 * word, true)) | 0;
    const by = shifts[round]?.[i & 3] ?? 0;
    [a, d, c, b] = [d, c, b, (b + ((sum << by) | (sum >>> (32 - by)))) | 0];
  }
  [a, b, c, d].forEach((value, index) => {
    state[index] = ((state[index] ?? 0) + value) | 0;
  });
}

/** The round's function of three registers, and which of the 16 words it takes. */
function mix(round: number, i: number, b: number, c: number, d: number): [number, number] {
  switch (round) {
    case 0:
      return [(b & c) | (~b & d), i];
    case 1:
      return [(d & b) | (~d & c), (5 * i + 1) & 15];
    case 2:
      return [b ^ c ^ d, (3 * i + 5) & 15];
    default:
      return [c ^ (b | ~d), (7 * i) & 15];
  }
}
