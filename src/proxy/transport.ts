import type { Method } from '../contract/operation.ts';
import type { Stop } from './stop.ts';

/** A signed request, in plain values. */
export interface UpstreamRequest {
  url: string;
  method: Method;
  /** Names in lower case; `host` among them. */
  headers: Readonly<Record<string, string>>;
  body?: string | undefined;
}

export interface UpstreamReply {
  status: number;
  /** A header by its lower-case name. */
  header: (name: string) => string | undefined;
  /** The whole body. */
  body: Uint8Array<ArrayBuffer>;
}

/**
 * Sends one request and reads the whole reply. It follows no redirect and repeats nothing.
 * @throws TransportError; once told to stop, `not-sent` if that is still so, or whatever it likes
 */
export type Transport = (request: UpstreamRequest, stop: Stop) => Promise<UpstreamReply>;

/**
 * - `not-sent`: no connection, so the cloud saw nothing
 * - `no-reply`: the connection broke before the reply was complete
 * - `timeout`: sent, and no reply in time
 * - `too-large`: the reply exceeds the transport's limit
 */
export type TransportFailure = 'not-sent' | 'no-reply' | 'timeout' | 'too-large';

export class TransportError extends Error {
  readonly kind: TransportFailure;
  /** @param reason the system's word, such as ECONNREFUSED: for the log */
  constructor(kind: TransportFailure, reason: string) {
    super(reason);
    this.name = 'TransportError';
    this.kind = kind;
  }
}
