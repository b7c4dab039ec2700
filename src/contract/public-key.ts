import { md5 } from './md5.ts';

/** What one line of an OpenSSH public key says. */
export interface PublicKey {
  /** As OpenSSH names it, such as `ssh-rsa`. */
  type: string;
  /** Its family, as people name it. */
  kind: 'RSA' | 'DSA' | 'ECDSA' | 'Ed25519';
  bits: number;
  /** What stands behind the key: by habit, whose it is. */
  comment: string;
  /** MD5 of the key in the form of RFC 4716, hex pairs joined by colons: what the cloud tells of a key pair. */
  fingerprint: string;
  /** The line itself, without what surrounds it. */
  line: string;
}

/** Why a text is not a public key that the cloud takes. */
export type PublicKeyFault =
  | 'empty'
  /** The half that must not leave its owner. */
  | 'private'
  /** A public key in another form than OpenSSH's one line. */
  | 'form'
  /** More than one line. */
  | 'lines'
  /** It does not begin with a type of key. */
  | 'type'
  /** What stands behind the type is not written as a key is. */
  | 'encoding'
  /** Part of it is missing, or was changed. */
  | 'damaged'
  /** The key is of another type than stands in front of it. */
  | 'mismatch';

/** Key types sshd accepts: what they are called, how many parts follow the type's name inside, how large they are. */
const types: Readonly<
  Record<
    string,
    {
      kind: PublicKey['kind'];
      parts: number;
      bits: (parts: readonly Uint8Array[]) => number;
    }
  >
> = {
  'ssh-rsa': { kind: 'RSA', parts: 2, bits: ([, modulus]) => bitsOf(modulus) },
  'ssh-dss': { kind: 'DSA', parts: 4, bits: ([prime]) => bitsOf(prime) },
  'ssh-ed25519': { kind: 'Ed25519', parts: 1, bits: () => 256 },
  'ecdsa-sha2-nistp256': { kind: 'ECDSA', parts: 2, bits: () => 256 },
  'ecdsa-sha2-nistp384': { kind: 'ECDSA', parts: 2, bits: () => 384 },
  'ecdsa-sha2-nistp521': { kind: 'ECDSA', parts: 2, bits: () => 521 },
};

/** Whether a text holds a private key, or part of one: PEM and OpenSSH's own form say so, and so does PuTTY's. */
export function holdsPrivateKey(text: string): boolean {
  return /PRIVATE KEY|^PuTTY-User-Key-File|^Private-(Lines|MAC|Hash)/im.test(text);
}

/** Reads the line of an OpenSSH public key (`ssh-rsa AAAA… comment`), or says what is wrong with the text. */
export function readPublicKey(text: string): PublicKey | PublicKeyFault {
  const line = text.trim();
  if (line === '') return 'empty';
  if (holdsPrivateKey(line)) return 'private';
  if (/^-----BEGIN|^---- BEGIN SSH2/.test(line)) return 'form';
  if (/[\r\n]/.test(line)) return 'lines';
  const [name = '', encoded = '', ...comment] = line.split(/\s+/);
  const type = Object.entries(types).find(([id]) => id === name)?.[1];
  if (!type) return 'type';
  if (!/^[A-Za-z0-9+/]+={0,2}$/.test(encoded)) return 'encoding';
  // Base64 comes in fours: what does not has been cut.
  if (encoded.length % 4 !== 0) return 'damaged';
  const blob = Uint8Array.from(atob(encoded), (c) => c.charCodeAt(0));
  const [first, ...parts] = readFields(blob) ?? [];
  if (!first) return 'damaged';
  if (new TextDecoder().decode(first) !== name) return 'mismatch';
  if (parts.length !== type.parts) return 'damaged';
  return {
    type: name,
    kind: type.kind,
    bits: type.bits(parts),
    comment: comment.join(' '),
    fingerprint: (md5(blob).match(/../g) ?? []).join(':'),
    line,
  };
}

/** A blob is a row of fields, each led by its length in four bytes. Nothing when the lengths do not add up. */
function readFields(blob: Uint8Array): Uint8Array[] | undefined {
  const view = new DataView(blob.buffer, blob.byteOffset, blob.byteLength);
  const fields: Uint8Array[] = [];
  for (let at = 0; at < blob.length;) {
    if (at + 4 > blob.length) return undefined;
    const end = at + 4 + view.getUint32(at);
    if (end > blob.length || end === at + 4) return undefined;
    fields.push(blob.subarray(at + 4, end));
    at = end;
  }
  return fields;
}

/** The length of a number whose first byte may be there only to keep it positive. */
function bitsOf(number: Uint8Array = new Uint8Array()): number {
  const at = number.findIndex((byte) => byte !== 0);
  if (at === -1) return 0;
  return (number.length - at) * 8 - (Math.clz32(number[at] ?? 0) - 24);
}
