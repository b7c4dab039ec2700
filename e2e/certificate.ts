import { generateKeyPairSync, sign } from 'node:crypto';

/** What is written in DER: a tag, how long it is, and what it holds. */
function der(tag: number, ...parts: Buffer[]): Buffer {
  const body = Buffer.concat(parts);
  const { length } = body;
  const long = length < 256 ? [0x81, length] : [0x82, length >> 8, length & 0xff];
  return Buffer.concat([Buffer.of(tag, ...(length < 128 ? [length] : long)), body]);
}
const sequence = (...parts: Buffer[]) => der(0x30, ...parts);
const objectId = (hex: string) => der(0x06, Buffer.from(hex, 'hex'));
const integer = (n: number) => der(0x02, Buffer.of(n));
/** 261124213000Z */
const time = (milliseconds: number) =>
  der(
    0x17,
    Buffer.from(`${new Date(milliseconds).toISOString().replace(/\D/g, '').slice(2, 14)}Z`),
  );

/** A certificate for 127.0.0.1 that answers for itself, as RFC 5280 has it. Node can read these, but not make them. */
export function selfSigned(): { certificate: string; key: string } {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const signedWith = sequence(objectId('2a8648ce3d040302')); // ECDSA with SHA-256
  const address = Buffer.of(127, 0, 0, 1);
  const alternative = sequence(objectId('551d11'), der(0x04, sequence(der(0x87, address))));
  const nobody = sequence();
  const day = 86_400_000;
  const content = sequence(
    der(0xa0, integer(2)), // version 3
    integer(1),
    signedWith,
    nobody,
    sequence(time(Date.now() - day), time(Date.now() + day)),
    nobody,
    publicKey.export({ type: 'spki', format: 'der' }),
    der(0xa3, sequence(alternative)),
  );
  const signature = der(0x03, Buffer.of(0), sign('sha256', content, privateKey));
  const lines =
    sequence(content, signedWith, signature)
      .toString('base64')
      .match(/.{1,64}/g) ?? [];
  return {
    certificate: ['-----BEGIN CERTIFICATE-----', ...lines, '-----END CERTIFICATE-----', ''].join(
      '\n',
    ),
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
  };
}
