/** The disk's next device name on an instance: `vdb` to `vdz`, then `vdaa` on to `vdbm`. */
export function freeDevice(taken: ReadonlySet<string>): string | undefined {
  return dataDevices.find((name) => !taken.has(name));
}

const alphabet = [...'abcdefghijklmnopqrstuvwxyz'];
/** All of them, in the order they are given. */
export const dataDevices: readonly string[] = [
  ...alphabet.slice(1).map((letter) => `vd${letter}`),
  ...alphabet.map((letter) => `vda${letter}`),
  ...alphabet.slice(0, 13).map((letter) => `vdb${letter}`),
];

export function isDataDevice(name: string): boolean {
  return dataDevices.includes(name);
}
