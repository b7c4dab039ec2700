// For tests alone: a proxy whose upstream, time and chance are in the test's hands.
import { writeHeader } from '../contract/proxy-api.ts';
import type { CallLog } from './call-log.ts';
import { defaultEndpoints } from './endpoints.ts';
import type { ApiReply, ApiRequest } from './exchange.ts';
import { createProxy, type ProxyOptions } from './proxy.ts';
import { Stop } from './stop.ts';
import type { Transport, UpstreamReply, UpstreamRequest } from './transport.ts';

/** Recognisable, so that a test can look for them where they must not be. */
export const planted = {
  accessKey: 'PLANTEDACCESSKEY0001',
  secretKey: 'planted-secret-key',
  sessionToken: 'planted-session-token',
};

/** What the upstream does with the n-th request, counted from 0. */
export type Script = (
  request: UpstreamRequest,
  n: number,
  stop: Stop,
) => UpstreamReply | Promise<UpstreamReply>;

export function createRig(script: Script, options: Partial<ProxyOptions> = {}) {
  const sent: UpstreamRequest[] = [];
  const lines: CallLog[] = [];
  const pauses: number[] = [];
  const deadlines = new Set<() => void>();
  let time = Date.UTC(2026, 0, 2, 3, 4, 5);
  let nonces = 0;
  const transport: Transport = async (request, stop) => {
    sent.push(request);
    return script(request, sent.length - 1, stop);
  };
  const proxy = createProxy({
    endpoints: defaultEndpoints(),
    caller: () => ({ credentials: planted }),
    transport,
    log: (line) => lines.push(line),
    now: () => time,
    nonce: () => `nonce-${++nonces}`,
    random: () => 0.5,
    // A pause ends at once, on a clock that jumps; the deadline passes when a test says so.
    timer: (ms, run) => {
      if (ms >= 10_000) {
        deadlines.add(run);
        return () => deadlines.delete(run);
      }
      pauses.push(ms);
      time += ms;
      queueMicrotask(run);
      return () => {};
    },
    ...options,
  });

  return {
    sent,
    lines,
    pauses,
    proxy,
    pending: () => deadlines.size,
    passDeadline: () => deadlines.forEach((run) => run()),
    /** Sends what the console would: `GET /api/vm/…`, writes with their header. */
    async call(
      line: string,
      body?: unknown,
      more: { headers?: Record<string, string>; gone?: Stop; text?: string } = {},
    ) {
      const [method = 'GET', path = '/'] = line.split(' ');
      const text = more.text ?? (body === undefined ? undefined : JSON.stringify(body));
      const headers = {
        host: '127.0.0.1:8080',
        ...(text !== undefined && { 'content-type': 'application/json' }),
        ...(method !== 'GET' && { [writeHeader.name]: writeHeader.value }),
        ...more.headers,
      };
      const reply = await proxy(apiRequest(method, path, headers, text, more.gone));
      return { ...reply, text: textOf(reply) };
    },
  };
}

/** A call as a host hands it over. */
export function apiRequest(
  method: string,
  target: string,
  headers: Readonly<Record<string, string>>,
  body?: string | Uint8Array,
  gone = new Stop(),
  peer = { address: '192.0.2.1', secure: false },
): ApiRequest {
  async function* read() {
    if (body !== undefined) yield typeof body === 'string' ? new TextEncoder().encode(body) : body;
  }
  return { method, target, header: (name) => headers[name], body: read(), gone, peer };
}

/** What the browser reads. */
export function textOf({ body }: ApiReply): string {
  return typeof body === 'string' ? body : new TextDecoder().decode(body);
}

/** A reply of the cloud, or of something that is not the cloud. */
export function upstreamReply(
  status: number,
  body: unknown,
  headers: Record<string, string> = {},
): UpstreamReply {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  const all: Record<string, string | undefined> = {
    'content-type': 'application/json',
    ...headers,
  };
  return { status, header: (name) => all[name], body: new TextEncoder().encode(text) };
}

export const ok = upstreamReply(200, { requestId: 'req-1', result: {} });

export function refused(status: number, word: string): UpstreamReply {
  const error = { code: status, status: word, message: 'no' };
  return upstreamReply(status, { requestId: 'req-1', error });
}
