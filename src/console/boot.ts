import * as z from 'zod/mini';
import { SignedIn, signInFaults } from '../contract/session.ts';

/** What the host knows and the console needs before its first call; it travels in a meta tag of the page. */
export const Boot = z.object({
  /** Which cloud answers. */
  cloud: z.enum(['simulator', 'jdcloud']),
  /** The proxy refuses every write. */
  readOnly: z.boolean(),
  /** How people get in; whoever reaches the console where they do not. */
  signIn: z.enum(['none', 'link', 'key', 'identity']),
  /** Why the last attempt to sign in came to nothing. */
  fault: z.optional(z.enum(signInFaults)),
  /** The host keeps an audit file, which can be read at `auditPath`. */
  audit: z.boolean(),
  version: z.string(),
  /** Whose page it is, where that was known when it was made. */
  session: z.optional(SignedIn),
});
export type Boot = z.infer<typeof Boot>;

/** @throws when the page was served by something that does not know the console. */
export function readBoot(document: Document): Boot {
  const content = document.querySelector<HTMLMetaElement>('meta[name="vm-console"]')?.content ?? '';
  return Boot.parse(JSON.parse(content));
}
