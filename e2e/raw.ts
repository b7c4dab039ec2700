import { connect } from 'node:net';

/** What a server answered to bytes that no client would send. */
interface RawReply {
  /** 0 when it hung up without a word. */
  status: number;
  text: string;
}

/** Sends bytes as they are: nothing here tidies up a path or a header. */
export function sendRaw(address: string, head: readonly string[], body = ''): Promise<RawReply> {
  const { hostname, port } = new URL(address);
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), hostname);
    let text = '';
    socket.setEncoding('utf8');
    socket.on('data', (chunk: string) => (text += chunk));
    // A server that refuses a large body does not wait for the rest of it.
    socket.on('error', (error) => (text === '' ? reject(error) : undefined));
    socket.on('close', () => {
      resolve({ status: Number(/^HTTP\/1\.1 (\d{3})/.exec(text)?.[1] ?? 0), text });
    });
    socket.write(`${[...head, 'Connection: close'].join('\r\n')}\r\n\r\n${body}`);
  });
}
