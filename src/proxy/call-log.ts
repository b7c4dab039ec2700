/**
 * One line per call: names and numbers. Never a header, a body, a key, a password, an address with a token; the
 * fields are listed here so that nothing else can slip in.
 */
export interface CallLog {
  /** Epoch milliseconds at the start. */
  time: number;
  /** Absent when the request matched none. */
  operation?: string;
  service?: string;
  region?: string;
  /** The resource in the path, once it is known to be well-formed. */
  resource?: string;
  /** HTTP status of the reply to the browser. */
  status: number;
  /** The error's word; absent on success. */
  word?: string;
  ms: number;
  requestId?: string;
  /** Requests sent to the cloud; 0 when the call was refused or shared another's reply. */
  attempts: number;
  /** Milliseconds that the cloud's clock is ahead of this one, where the call was signed again because of it. */
  skew?: number;
  /** Another call's identical read answered this one too. */
  shared?: true;
  /** The access key, in part. */
  who?: string;
  /** The name of the process's own key pair, where it is one. */
  profile?: string;
  /** The identity provider's id for the person, and a name for people. */
  subject?: string;
  person?: string;
  /** What went wrong on the way, as the system calls it (`ECONNREFUSED`), or the name of an unexpected error. */
  cause?: string;
}
