// The files of docs/deploy are given to the built server as far as that goes without the machine they are for.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { parseAllDocuments } from 'yaml';
import * as z from 'zod';
import { type Server, startConsoleIn } from '../e2e/server.ts';
import { which } from '../tools/setup.mjs';
import { parseOptions } from './options.ts';

const read = (name: string) => readFileSync(`docs/deploy/${name}`, 'utf8');

/** Seconds from SIGTERM in which calls under way finish (`src/ending.ts`). */
const patience = 31;

const servers: Server[] = [];
const folders: string[] = [];
afterEach(async () => {
  await Promise.all(servers.splice(0).map(({ kill }) => kill()));
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

async function start(env: NodeJS.ProcessEnv, ...args: string[]): Promise<Server> {
  // The same with an address of this machine alone, and with ports that are free.
  const server = await startConsoleIn(env, ...args, '--host', '127.0.0.1');
  servers.push(server);
  return server;
}

function temporary(): string {
  const folder = mkdtempSync(join(tmpdir(), 'deploy-'));
  folders.push(folder);
  return folder;
}

const ask = async (address: string, path: string) => (await fetch(new URL(path, address))).status;

describe('kubernetes.yaml', () => {
  const Probe = z.object({ httpGet: z.object({ path: z.string(), port: z.string() }) });
  const Container = z.object({
    command: z.tuple([z.literal('node'), z.string()]),
    args: z.array(z.string()),
    env: z.array(
      z.object({
        name: z.string(),
        value: z.string().optional(),
        valueFrom: z.object({ secretKeyRef: z.object({ key: z.string() }) }).optional(),
      }),
    ),
    ports: z.array(z.object({ name: z.string(), containerPort: z.int() })),
    livenessProbe: Probe,
    readinessProbe: Probe,
    securityContext: z.object({
      runAsNonRoot: z.literal(true),
      readOnlyRootFilesystem: z.literal(true),
      allowPrivilegeEscalation: z.literal(false),
    }),
  });
  const Deployment = z.object({
    kind: z.literal('Deployment'),
    spec: z.object({
      selector: z.object({ matchLabels: z.record(z.string(), z.string()) }),
      template: z.object({
        metadata: z.object({ labels: z.record(z.string(), z.string()) }),
        spec: z.object({
          terminationGracePeriodSeconds: z.int(),
          containers: z.tuple([Container]),
        }),
      }),
    }),
  });
  const Service = z.object({
    kind: z.literal('Service'),
    spec: z.object({
      selector: z.record(z.string(), z.string()),
      ports: z.tuple([z.object({ targetPort: z.string() })]),
    }),
  });
  const documents = parseAllDocuments(read('kubernetes.yaml'));
  const [deployment, service] = z
    .tuple([Deployment, Service])
    .parse(documents.map((document): unknown => document.toJS()));
  const { template, selector } = deployment.spec;
  const [container] = template.spec.containers;
  const env = Object.fromEntries(container.env.map(({ name, value }) => [name, value]));
  const options = parseOptions(container.args, env);

  it('has no mistake a parser would see, and its parts find each other', () => {
    expect(documents.flatMap(({ errors, warnings }) => [...errors, ...warnings])).toEqual([]);
    expect(template.metadata.labels).toMatchObject(selector.matchLabels);
    expect(service.spec.selector).toEqual(selector.matchLabels);
    const ports = Object.fromEntries(container.ports.map((port) => [port.name, port]));
    expect(ports).toMatchObject({
      http: { containerPort: options.port },
      metrics: { containerPort: options.metricsPort },
    });
    for (const port of [
      container.livenessProbe.httpGet.port,
      container.readinessProbe.httpGet.port,
      service.spec.ports[0].targetPort,
    ]) {
      expect(Object.keys(ports)).toContain(port);
    }
  });

  it('holds no secret, and waits for the end as long as that may take', () => {
    const secret = container.env.filter(({ name }) => /KEY|SECRET|TOKEN/.test(name));
    expect(secret.map(({ value, valueFrom }) => [value, valueFrom?.secretKeyRef.key])).toEqual([
      [undefined, 'session-key'],
    ]);
    expect(template.spec.terminationGracePeriodSeconds).toBeGreaterThan(options.drain + patience);
  });

  it('starts a server that answers the probes, tells its numbers and says when it ends', async () => {
    const key = { VM_CONSOLE_SESSION_KEY: 'what the secret of the cluster holds' };
    const { address, said, stop } = await start(
      { ...env, ...key },
      ...container.args,
      '--metrics-port',
      '0',
      '--port',
      '0',
    );
    expect(container.command[1]).toBe('/app/dist/server/serve.js');
    const { path: live } = container.livenessProbe.httpGet;
    const { path: ready } = container.readinessProbe.httpGet;
    expect([await ask(address, live), await ask(address, ready)]).toEqual([200, 200]);
    const [, metrics = ''] = /^Metrics +(\S+)$/m.exec(said()) ?? [];
    expect(await (await fetch(metrics)).text()).toContain('vm_console');
    expect(await ask(metrics, '/healthz')).toBe(404);
    void stop();
    await expect.poll(() => ask(address, ready)).toBe(503);
    expect(await ask(address, live)).toBe(200);
  });
});

describe('Containerfile', () => {
  const text = read('Containerfile');
  const [built = '', shipped = ''] = text.split(/^(?=FROM )/m).slice(1);
  const copied = (stage: string) =>
    [...stage.matchAll(/^COPY (.*)$/gm)].flatMap(([, words = '']) =>
      words
        .split(' ')
        .slice(0, -1)
        .filter((word) => !word.startsWith('--')),
    );
  const json = (instruction: string) =>
    z
      .array(z.string())
      .parse(
        JSON.parse(new RegExp(`^${instruction} .*?(\\[.*\\])$`, 'm').exec(shipped)?.[1] ?? ''),
      );

  it('copies what is there into a small base, and runs as nobody special', () => {
    expect(copied(built).filter((path) => !existsSync(path))).toEqual([]);
    for (const stage of [built, shipped]) expect(stage).toMatch(/^FROM node:\d+-slim/);
    expect(shipped).toMatch(/^USER node$/m);
    expect(shipped).toMatch(new RegExp(`^EXPOSE ${parseOptions([], {}).port}$`, 'm'));
  });

  it('ships what its command and its health check run', async () => {
    expect(json('ENTRYPOINT')).toEqual(['node', 'dist/server/serve.js']);
    expect(copied(shipped)).toEqual(['/app/package.json', '/app/node_modules', '/app/dist']);
    expect(parseOptions(json('CMD'), {}).host).toBe('0.0.0.0');
    const { address } = await start({});
    const [command, flag = '', script = ''] = json('HEALTHCHECK');
    expect(command).toBe('node');
    const health = (at: string) => {
      const here = script.replace('http://127.0.0.1:8080/', at);
      return spawnSync(process.execPath, [flag, here]).status;
    };
    expect([health(address), health('http://127.0.0.1:1/')]).toEqual([0, 1]);
  });

  it('leaves out no package that the server asks for', () => {
    const { dependencies } = z
      .object({ dependencies: z.record(z.string(), z.string()) })
      .parse(JSON.parse(readFileSync('package.json', 'utf8')));
    const programs = readdirSync('dist/server', { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.js'))
      .map((name) => readFileSync(join('dist/server', name), 'utf8'));
    const asked = programs.flatMap((text) =>
      [...text.matchAll(/^import .*from "([^."][^"]*)";$/gm)].map(([, name = '']) => name),
    );
    const packages = asked
      .filter((name) => !isBuiltin(name))
      .map((name) => /^(?:@[^/]+\/)?[^/]+/.exec(name)?.[0] ?? name);
    expect(packages).toContain('pino');
    expect([...new Set(packages)].filter((name) => !(name in dependencies))).toEqual([]);
  });
});

describe('vm-console.service', () => {
  const unit = read('vm-console.service');
  const [, command = ''] = /^ExecStart=(.*)$/m.exec(unit) ?? [];
  const [node, program, ...args] = command.split(' ');

  it('is a call that the server understands, and waits for its end', () => {
    expect([node, program]).toEqual(['/usr/bin/node', '/opt/vm-console/dist/server/serve.js']);
    expect(parseOptions(args, {})).toMatchObject({ cloud: 'jdcloud', signIn: 'key' });
    const [, seconds] = /^TimeoutStopSec=(\d+)$/m.exec(unit) ?? [];
    expect(Number(seconds)).toBeGreaterThan(patience);
    expect(unit).toMatch(/^EnvironmentFile=/m);
    expect(unit).not.toMatch(/SESSION_KEY=\w/);
  });

  const verifier = which('systemd-analyze');
  it.runIf(verifier !== undefined)('has no word that systemd does not know', () => {
    const file = join(temporary(), 'vm-console.service');
    writeFileSync(file, unit.replace('/usr/bin/node', process.execPath));
    const { stderr } = spawnSync(verifier ?? '', ['verify', file], { encoding: 'utf8' });
    // It may have to say something of the machine's own units, too.
    expect(stderr.split('\n').filter((line) => line.includes('vm-console'))).toEqual([]);
  });
});
