import type { Stop } from './stop.ts';

/**
 * A call from the browser in plain values. (Web `Request` and `Response` objects, of which there were two per call,
 * were a fifth of what a busy proxy did.)
 */
export interface ApiRequest {
  method: string;
  /** Path and query, as they stand in the request's first line. */
  target: string;
  /** A header by its lower-case name. */
  header: (name: string) => string | undefined;
  /** Nothing is read before somebody iterates. */
  body: AsyncIterable<Uint8Array>;
  /** Stops when the caller is gone. */
  gone: Stop;
  peer: Peer;
}

/** The other end of the connection, or of the one that a trusted reverse proxy passes on. */
export interface Peer {
  address: string;
  /** The browser speaks TLS. */
  secure: boolean;
}

export interface ApiReply {
  status: number;
  /** Names in lower case. */
  headers: Readonly<Record<string, string>>;
  /** JSON text or its bytes. */
  body: string | Uint8Array<ArrayBuffer>;
}

/** Answers a call; never rejects. */
export type Answer = (request: ApiRequest) => Promise<ApiReply>;
