import type { IncomingMessage } from 'node:http';
import { BlockList, isIP } from 'node:net';
import { UsageError } from './usage-error.ts';
import type { Peer } from './proxy/exchange.ts';

/** Finds out who is at the other end of a request. */
export type PeerOf = (request: IncomingMessage) => Peer;

/**
 * @param trusted addresses or networks (`10.0.0.0/8`) of reverse proxies, whose word about who asks is taken
 * @throws UsageError
 */
export function peersBehind(trusted: readonly string[]): PeerOf {
  const proxies = new BlockList();
  for (const text of trusted) addTo(proxies, text);
  const isTrusted = (address: string) => {
    // To ask an empty list is 2 % of what a call costs.
    if (trusted.length === 0) return false;
    const family = isIP(address);
    return family !== 0 && proxies.check(address, family === 6 ? 'ipv6' : 'ipv4');
  };
  return ({ socket, headers }) => {
    const direct = plain(socket.remoteAddress ?? '');
    if (!isTrusted(direct)) return { address: direct, secure: false };
    // Each proxy adds whom it heard from at the end; what was there before anybody may have written.
    const heard = (headers['x-forwarded-for']?.toString() ?? '')
      .split(',')
      .map((one) => one.trim());
    const address = heard.reverse().find((one) => isIP(one) !== 0 && !isTrusted(one)) ?? direct;
    return { address, secure: headers['x-forwarded-proto'] === 'https' };
  };
}

/** An IPv4 caller of a socket that takes both kinds is written as an IPv6 one. */
function plain(address: string): string {
  return address.replace(/^::ffff:(?=\d+\.)/, '');
}

function addTo(proxies: BlockList, text: string): void {
  const [address = '', bits] = text.split('/');
  const family = isIP(address);
  const most = family === 6 ? 128 : 32;
  const length = bits === undefined ? most : Number(bits);
  if (family === 0 || !Number.isInteger(length) || length < 0 || length > most) {
    throw new UsageError(
      `--trusted-proxy ${text}: give an address or a network, such as 10.0.0.0/8`,
    );
  }
  proxies.addSubnet(address, length, family === 6 ? 'ipv6' : 'ipv4');
}
