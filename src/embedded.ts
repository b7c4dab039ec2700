import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Credentials } from './proxy/credentials.ts';
import { type Transport, TransportError } from './proxy/transport.ts';
import { verifySignature } from './proxy/verify.ts';
import { Broken } from './simulator/faults.ts';
import { createSimulator, type Simulator, type SimulatorOptions } from './simulator/simulator.ts';

/** A simulator on this machine's clock, open to one key pair. */
export function startSimulator(
  options: Pick<SimulatorOptions, 'seed' | 'instances' | 'speed' | 'publicUrl'>,
  { accessKey, secretKey }: Credentials,
): Simulator {
  return createSimulator({
    ...options,
    clock: { now: () => Date.now() },
    verify: (request) =>
      verifySignature(request, {
        secretOf: (key) => (key === accessKey ? secretKey : undefined),
        now: Date.now(),
      }),
    generateKey,
    sleep: async (milliseconds) => {
      await sleep(milliseconds);
    },
  });
}

/** Keys for a simulator that nobody else is to use: new at every start. */
export function randomCredentials(): Credentials {
  return {
    accessKey: `SIM${randomBytes(12).toString('hex').toUpperCase()}`,
    secretKey: randomBytes(24).toString('hex'),
  };
}

/** The way to a simulator in the same process: signed requests all the same, without a socket. */
export function transportTo(simulator: Simulator): Transport {
  return async ({ url, method, headers, body = '' }) => {
    const { pathname, search } = new URL(url);
    try {
      const reply = await simulator.answer({
        method,
        path: pathname,
        query: search.slice(1),
        header: (name) => headers[name],
        body,
      });
      return {
        status: reply.status,
        header: (name) => reply.headers[name],
        body: encoder.encode(reply.body),
      };
    } catch (error) {
      if (!(error instanceof Broken)) throw error;
      throw error.kind === 'refuse'
        ? new TransportError('not-sent', 'ECONNREFUSED')
        : new TransportError('no-reply', 'ECONNRESET');
    }
  };
}

const encoder = new TextEncoder();

function generateKey() {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const { n = '', e = '' } = publicKey.export({ format: 'jwk' });
  return {
    privateKey: privateKey.export({ type: 'pkcs1', format: 'pem' }).toString(),
    publicKey: `ssh-rsa ${sshBlob(['ssh-rsa', integer(e), integer(n)]).toString('base64')}`,
  };
}

/** RFC 4253: each part behind its length in four bytes. */
function sshBlob(parts: (string | Buffer)[]): Buffer {
  return Buffer.concat(
    parts.flatMap((part) => {
      const bytes = Buffer.from(part);
      const length = Buffer.alloc(4);
      length.writeUInt32BE(bytes.length);
      return [length, bytes];
    }),
  );
}

/** A number of a JSON web key; a leading zero keeps one whose first bit is set from being negative. */
function integer(base64url: string): Buffer {
  const bytes = Buffer.from(base64url, 'base64url');
  return (bytes[0] ?? 0) > 127 ? Buffer.concat([Buffer.of(0), bytes]) : bytes;
}
