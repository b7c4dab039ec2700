import type { CallLog } from './call-log.ts';
import { type Credentials, maskedKey } from './credentials.ts';
import type { Endpoints } from './endpoints.ts';
import type { Person } from './seal.ts';

/** A key pair of the process itself, by the name that people know it by: the profile's. */
export interface Account {
  name: string;
  credentials: Credentials;
  /** Where it is good; absent = where all the others are. */
  endpoints?: Endpoints | undefined;
  /** Where its owner usually is. */
  region?: string | undefined;
}

/** In whose name a call goes to the cloud. */
export interface Caller {
  credentials: Credentials;
  endpoints?: Endpoints | undefined;
  /** The name of the process's own key pair, where it is one. */
  profile?: string | undefined;
  person?: Person | undefined;
  /** May look, and change nothing. */
  readOnly?: boolean | undefined;
}

/** Says in the log who calls. */
export function noteCaller(line: CallLog, { credentials, profile, person }: Caller): void {
  line.who = maskedKey(credentials.accessKey);
  if (profile !== undefined) line.profile = profile;
  if (person) {
    line.subject = person.subject;
    line.person = person.name;
  }
}
