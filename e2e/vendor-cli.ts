import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Server } from './server.ts';

interface KeyPair {
  accessKey: string;
  secretKey: string;
}

/** The command line of a simulated cloud that knows this key pair alone. */
export const keys = ({ accessKey, secretKey }: KeyPair): string[] => [
  '--access-key',
  accessKey,
  '--secret-key',
  secretKey,
];

/** What the console is told so that it speaks to a cloud that is not the public one. */
export function at({ address }: Server): string[] {
  const services = ['vm', 'vpc', 'disk', 'monitor'];
  return services.flatMap((service) => ['--endpoint', `${service}=${address}`]);
}

/** A home with the configuration of the vendor's command line tool in it, as the tool writes it. */
export function homeWith(
  folder: string,
  profiles: Readonly<Record<string, KeyPair & { at: Server; region?: string }>>,
): NodeJS.ProcessEnv {
  const sections = Object.entries(profiles).map(([name, profile]) => [
    `[${name}]`,
    `access_key = ${profile.accessKey}`,
    `secret_key = ${profile.secretKey}`,
    `region_id = ${profile.region ?? 'cn-north-1'}`,
    `endpoint = ${new URL(profile.at.address).host}`,
    'scheme = http',
    'timeout = 20',
    '',
  ]);
  mkdirSync(join(folder, '.jdc'), { recursive: true });
  writeFileSync(join(folder, '.jdc/config'), sections.flat().join('\n'));
  writeFileSync(join(folder, '.jdc/current'), Object.keys(profiles)[0] ?? '');
  return { HOME: folder };
}

/** The newest link to sign in with that a console has printed. */
export function linkOf(console_: Server): string {
  return (
    console_
      .said()
      .match(/(?<=^Sign in +)http\S+/gm)
      ?.at(-1) ?? ''
  );
}
