import { describe, expect, test } from 'vitest';
import { holdsPrivateKey, readPublicKey } from './public-key.ts';

/** Made by `ssh-keygen`, with what `ssh-keygen -l -E md5` says of them. Nobody holds their private halves. */
const vectors = [
  {
    type: 'ssh-rsa',
    key: 'AAAAB3NzaC1yc2EAAAADAQABAAABAQCmFbxUr6swBpuxggMphnbmUQwqaSQwhJmVLRUWGuHdCRuIqgd73NJznlQfBNbR4EplGvTMPIXm43JlJOULtHNTQTfmsdDxi747RAYJIR0fT7tEIXIvFbOrPyMhM7v2aBef9bOUDgfgU6Z4Pq+9XPs/P2HGqqp2DL2siUQeQ4oO2dNOkp334/o/aLliEnyW2ED9+JDQqIwgVXEmrRaID8kn7rV7n6wHNOCob/+LAXMr4HPusiHk12pt5eN471HNioJzKPVxxZz7MXnWTLwG2cgQhJywzxmerWQqpYHslNexljWo/3vFpsx7mb5RUS2fNJ00h7BtmW8jQqHkzdW5a9kr',
    kind: 'RSA',
    bits: 2048,
    fingerprint: '31:d3:84:1c:5a:a1:8c:e0:9b:eb:ac:82:cf:56:48:e0',
  },
  {
    type: 'ssh-rsa',
    key: 'AAAAB3NzaC1yc2EAAAADAQABAAABgQDq99NheR7Bwdh4NDlMhs5VQLZBnvjaa521LrHkFx1QC7DV8kZNVOzq2PYZQczefhgsFCQVSMJhqu00TJ5Hqu2MlYnCHbiI8rxl/kDEVMBNt1HuJrMl8LpK2Z41dwwmSKSBggVK7oNJ1OwDBCKFnO71ci5kxSqHHONj7RRm/39AcRyJyOXpsefDClpS1xLbn0e6R6tCeuu9VECvx1ht13YhzFvMFDNcgVDubsE/pEMX9gGekTwnsyfYNEmydxjUpGtpUiwo7vWVrDOt5oi2YLbKtHs6SLqGzUOjn8CvpBFErulWKT/taY19WbY0MMvECtusyBftn3UGLpBSNVcUuti/nw/la8M1thoD/9TrE7FslGaIU4iDHQoB4gh0/UsC4d6nZlA98yxDripBb5SL+MSAIhB9/iqanth+wEZ6Z4O7LJhcIEzRAhO95dDY4DimabCewZV4gcfEJXFXOEoKWEv9Yat0P3cQ+p7vtnzzhsn2J7LcaNBCYrLOkxgziNdNlmM=',
    kind: 'RSA',
    bits: 3072,
    fingerprint: '9a:67:99:88:fe:ad:43:70:fe:0d:9c:5a:dd:a6:29:7e',
  },
  {
    type: 'ssh-dss',
    key: 'AAAAB3NzaC1kc3MAAACBAL8E+dg2+iGW87kR6OR0Z0s2G2JJuBUrQEagU0rhDV1dZFumrxRiZJIDpkN4I6v4syPQW0OghIvp8QaaRTRh1mgMV8CluUIPD7mSZEDuZjZAYh6cwELcpp5sautLYk89JNss5UA1fuclb6xoVPBRPq0JnuUINXjL/Ye4ZixDMoR/AAAAFQCw6Ukm9DxJfKE0GcGKjxcnF7DciwAAAIEAonh2KMzWB5tJj3+IpDpf9vRNvFyzR9F3Fn2ECYs11WWfYv9ghv9lV9ycAhmJFY4jRlrZFv/2g22MAH3kMm0jO7fVbE05q3RpDPxkg4ZBca3Tz6jVZ9I3uYZfqaYApWZBcuaEi4cp0bfageeMSHuCu43EEVA0v0fbfacLhI5zvPgAAACAd9aCn6vXS+LUbr7YW2TnEV96N//SX6z69P0HrUstM+1THfWStxJPUi2V870uBZqMBOTH/HiBVD8Hk4qREC+ghITlPbQerBx8myY44Do0XFp42StEdDaWctFUxkvUTuxlqNFSfpfsilDZyY2d5vNdHJXe20eok0CQpGTQeMpi3NA=',
    kind: 'DSA',
    bits: 1024,
    fingerprint: '67:ca:b2:c7:eb:3a:c1:17:ce:45:64:b5:ce:76:31:06',
  },
  {
    type: 'ecdsa-sha2-nistp256',
    key: 'AAAAE2VjZHNhLXNoYTItbmlzdHAyNTYAAAAIbmlzdHAyNTYAAABBBGomZ3eIiGqf4k4Oi3FJl4Ah8oORhhyhRzX8gDwl19Y9XnBGTMknQSBsZ29ZkGxktYRF9P9MtNOaP2coG7RS5dM=',
    kind: 'ECDSA',
    bits: 256,
    fingerprint: '97:0d:6a:88:78:40:d5:92:d8:f0:0f:c3:98:65:6a:2e',
  },
  {
    type: 'ecdsa-sha2-nistp384',
    key: 'AAAAE2VjZHNhLXNoYTItbmlzdHAzODQAAAAIbmlzdHAzODQAAABhBMgzpGQ3CFEafz7x/Ctc75kklP1+wPhz0clJ0Jch0so1E0hMkIf/8Q3HCsPyvZpmLSTaqKjSwkZmeYjdT9vlAG/Fx06Y1tT0DeFu0j/c3Wouj4dO8N8ni628tVaZ02vDIg==',
    kind: 'ECDSA',
    bits: 384,
    fingerprint: '77:b3:c4:6b:14:2e:f6:de:90:80:0e:52:5a:09:b1:c1',
  },
  {
    type: 'ecdsa-sha2-nistp521',
    key: 'AAAAE2VjZHNhLXNoYTItbmlzdHA1MjEAAAAIbmlzdHA1MjEAAACFBAAaVhc0eFZ1bGO4z6/MRHAmP5951gp5LJCm6YZectXwfeQNvrxqnwoA/x3BvqcJfHuegYlZByB4EuYVPTphR2afTAGD3M2BPH9YnDBgSwRSdn2aLCXmxJlcLB91p55VzcLl3n9jwTOdQICSozbRhjofRzFViX/S6D5nw72cQWg7J8wOiA==',
    kind: 'ECDSA',
    bits: 521,
    fingerprint: 'cd:fb:94:0b:47:8f:85:24:f2:97:7b:20:ba:c0:73:e1',
  },
  {
    type: 'ssh-ed25519',
    key: 'AAAAC3NzaC1lZDI1NTE5AAAAIP6peWpaGxwm3oLmoLmzuAS4cy6oXorqwKU+Umm5i0GM',
    kind: 'Ed25519',
    bits: 256,
    fingerprint: '31:ad:95:fa:87:87:b4:2c:30:a3:e9:6d:4a:5c:ff:e5',
  },
] as const;
const [{ type, key }] = vectors;
const line = `${type} ${key}`;
const [, , , , , , ed25519] = vectors;

test.each(vectors)('reads $kind $bits as ssh-keygen does', ({ key: blob, ...facts }) => {
  const text = `${facts.type} ${blob} li.wei@laptop of 2026`;
  expect(readPublicKey(text)).toEqual({ ...facts, comment: 'li.wei@laptop of 2026', line: text });
});

test('does without a comment, and ignores what surrounds the line', () => {
  expect(readPublicKey(`\n  ${type}   ${key} \r\n`)).toMatchObject({ kind: 'RSA', comment: '' });
});

describe('says what is wrong with', () => {
  test.each([
    ['nothing', ' \n', 'empty'],
    ['a word', 'hello', 'type'],
    ['the encoding alone', key, 'type'],
    ['options in front, as in authorized_keys', `no-pty ${line}`, 'type'],
    ['a type alone', type, 'encoding'],
    ['other letters inside', line.replace('AAAAB3', 'AAAA!3'), 'encoding'],
    ['a line cut at any letter', line.slice(0, 101), 'damaged'],
    ['a line cut at a whole byte', line.slice(0, 8 + 100), 'damaged'],
    ['a part too many', `${ed25519.type} ${ed25519.key.slice(0, -4)}GMAAAAAQ==`, 'damaged'],
    ['another type in front', `${ed25519.type} ${key}`, 'mismatch'],
    ['two keys', `${line}\n${line}`, 'lines'],
    ['a line broken by a mail program', `${line.slice(0, 70)}\n${line.slice(70)}`, 'lines'],
    ['the form of RFC 4716', `---- BEGIN SSH2 PUBLIC KEY ----\n${key}`, 'form'],
    ['PEM', '-----BEGIN RSA PUBLIC KEY-----\nMIIB', 'form'],
  ])('%s', (_, text, fault) => {
    expect(readPublicKey(text)).toBe(fault);
  });

  test.each([
    '-----BEGIN RSA PRIVATE KEY-----\nMIIE',
    '-----BEGIN OPENSSH PRIVATE KEY-----\nb3Bl',
    '-----BEGIN ENCRYPTED PRIVATE KEY-----',
    `${line}\n-----begin private key-----`,
    'PuTTY-User-Key-File-3: ssh-rsa\nEncryption: none',
    'Private-Lines: 14\nAAAB',
  ])('a private key: %s', (text) => {
    expect(readPublicKey(text)).toBe('private');
    expect(holdsPrivateKey(text)).toBe(true);
  });
});
