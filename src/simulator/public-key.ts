import { md5 } from './md5.ts';

/** Key types sshd accepts, and how many parts follow the type's name inside the blob. */
const parts: Readonly<Record<string, number>> = {
  'ssh-rsa': 2,
  'ssh-dss': 4,
  'ssh-ed25519': 1,
  'ecdsa-sha2-nistp256': 2,
  'ecdsa-sha2-nistp384': 2,
  'ecdsa-sha2-nistp521': 2,
};

/**
 * The fingerprint of an OpenSSH public key line (`ssh-rsa AAAA… comment`): MD5 of the key blob in the form of
 * RFC 4716, hex pairs joined by colons. Nothing when the line is malformed, which includes a private key pasted
 * by mistake.
 */
export function fingerprintOf(line: string): string | undefined {
  const [type = '', encoded = ''] = line.trim().split(/\s+/);
  const expected = parts[type];
  const blob = decodeBase64(encoded);
  if (expected === undefined || blob === undefined) return undefined;
  const fields = readFields(blob);
  if (fields?.length !== expected + 1) return undefined;
  const [name] = fields;
  if (!name || new TextDecoder().decode(name) !== type) return undefined;
  return (md5(blob).match(/../g) ?? []).join(':');
}

function decodeBase64(text: string): Uint8Array | undefined {
  if (text === '' || !/^[A-Za-z0-9+/]+={0,2}$/.test(text) || text.length % 4 !== 0)
    return undefined;
  return Uint8Array.from(atob(text), (c) => c.charCodeAt(0));
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
