import { isIn, rangeOf, toAddress, toNumber } from '../contract/addresses.ts';
import type { SubnetRecord } from './world.ts';

/** Takes the next free address of a subnet; nothing when it is full. */
export function takeAddress(subnet: SubnetRecord): string | undefined {
  const { first, last, size } = rangeOf(subnet.cidr);
  if (subnet.used.size >= size) return undefined;
  let candidate = subnet.next ?? first;
  while (subnet.used.has(candidate)) candidate = candidate >= last ? first : candidate + 1;
  subnet.used.add(candidate);
  subnet.next = candidate >= last ? first : candidate + 1;
  return toAddress(candidate);
}

/** Whether this very address can be had: in the subnet's range and free. */
export function isFree(subnet: SubnetRecord, address: string): boolean {
  const number = toNumber(address);
  return number !== undefined && isIn(subnet.cidr, address) && !subnet.used.has(number);
}

export function claimAddress(subnet: SubnetRecord, address: string): void {
  const number = toNumber(address);
  if (number !== undefined) subnet.used.add(number);
}

export function releaseAddress(subnet: SubnetRecord, address: string): void {
  const number = toNumber(address);
  if (number !== undefined) subnet.used.delete(number);
}
