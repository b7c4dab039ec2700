// Replies per second through our proxy, which checks and signs, and through one that only forwards.
import { started } from './processes.ts';
import { ratioOf, type Result } from './result.ts';

const seconds = 2;
const rounds = 9;

/**
 * Ours remembers that a request fitted its row, so addresses asked for again are its best case and new ones its
 * worst. A console does both; one number alone would flatter or slander, so both have to reach the goal.
 */
const workloads = [
  { pages: 'new', as: 'every address new' },
  { pages: '200', as: '200 addresses in turn' },
] as const;

export async function compareProxies(): Promise<Result[]> {
  const upstream = await started('tools/bench/upstream.mjs');
  const theirs = await started('tools/bench/peer.mjs', [upstream.line]);
  const ours = await started(
    'dist/server/serve.js',
    ['--port', '0', '--cloud', 'jdcloud', '--endpoint', `vm=${upstream.line}`],
    { JDCLOUD_ACCESS_KEY: 'BENCHACCESSKEY01', JDCLOUD_SECRET_KEY: 'bench-secret' },
  );
  try {
    // The first thing it prints is the link that lets in whoever sees the terminal.
    const link = /http:\S+/.exec(ours.line)?.[0] ?? '';
    const { origin } = new URL(link);
    const cookie = await signIn(link);
    await checkAlike(cookie, origin, theirs.line);
    const results: Result[] = [];
    for (const { pages, as } of workloads) {
      const measured: { ours: number; theirs: number }[] = [];
      // The first round warms both up.
      for (let round = 0; round <= rounds; round++) {
        const pair = {
          theirs: await load(theirs.line, pages, cookie),
          ours: await load(origin, pages, cookie),
        };
        if (round > 0) measured.push(pair);
      }
      results.push(ratioOf(`Proxy, 8 KB, ${as}, to @fastify/http-proxy`, measured, 0.9));
    }
    return results;
  } finally {
    await Promise.all([ours, theirs, upstream].map(({ stop }) => stop()));
  }
}

async function signIn(link: string): Promise<string> {
  const { headers } = await fetch(link, { redirect: 'manual' });
  const [cookie] = headers.getSetCookie();
  if (cookie === undefined) throw new Error('The link started no session');
  return cookie.split(';')[0] ?? '';
}

/** @throws Error when the two do not bring the same reply: then their speeds would not compare */
async function checkAlike(cookie: string, ...origins: string[]): Promise<void> {
  const bodies = origins.map(async (origin) => {
    const path = '/api/vm/v1/regions/cn-north-1/instances?pageNumber=1&pageSize=20';
    const response = await fetch(origin + path, { headers: { cookie } });
    if (!response.ok) throw new Error(`${origin} answers ${response.status}`);
    return response.text();
  });
  const [one = '', other] = await Promise.all(bodies);
  if (one !== other || one.length < 8_000) throw new Error('The two proxies answer differently');
}

async function load(origin: string, pages: string, cookie: string): Promise<number> {
  const { line, stop } = await started('tools/bench/load.mjs', [
    origin,
    String(seconds),
    pages,
    cookie,
  ]);
  await stop();
  return Number(line);
}
