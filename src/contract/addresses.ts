/** An IPv4 address as a number, for arithmetic; nothing when the text is not one. */
export function toNumber(address: string): number | undefined {
  const parts = address.split('.');
  if (parts.length !== 4) return undefined;
  let number = 0;
  for (const part of parts) {
    if (!/^\d{1,3}$/.test(part) || Number(part) > 255) return undefined;
    number = number * 256 + Number(part);
  }
  return number;
}

export function isIpv6(text: string): boolean {
  return /^[\da-f:.]+$/i.test(text) && URL.canParse(`http://[${text}]`);
}

export function toAddress(number: number): string {
  return [24, 16, 8, 0].map((shift) => Math.floor(number / 2 ** shift) % 256).join('.');
}

/** The addresses of a block an instance may have: not the network, the gateway, the DHCP server or the last one. */
export function rangeOf(cidr: string): { first: number; last: number; size: number } {
  const [base = '', bits = '32'] = cidr.split('/');
  const size = 2 ** (32 - Number(bits));
  const start = toNumber(base) ?? 0;
  return { first: start + 3, last: start + size - 2, size: Math.max(0, size - 4) };
}

/** Whether an instance may have this address in a block. */
export function isIn(cidr: string, address: string): boolean {
  const { first, last } = rangeOf(cidr);
  const number = toNumber(address);
  return number !== undefined && number >= first && number <= last;
}
