import * as z from 'zod/mini';
import { sessionPath, writeHeader } from '../../contract/proxy-api.ts';
import { SignedIn, SignedOut, type SignIn, type SwitchAccount } from '../../contract/session.ts';
import type { Failure } from '../kit/explain.ts';

const Refused = z.object({
  requestId: z.optional(z.string()),
  error: z.object({ code: z.number(), status: z.string(), message: z.string() }),
});

/** What came of asking: who is signed in, or why nobody is. */
export type Asked = SignedIn | { failure: Failure & { requestId?: string | undefined } };

/** Who is signed in, in this tab or another. */
export function askWho(): Promise<Asked> {
  return ask('GET');
}

/** The key travels in the body, and stays in no variable once that has been sent. */
export function signIn(keys: SignIn): Promise<Asked> {
  return ask('POST', JSON.stringify(keys));
}

/** Goes on with another of the accounts that the session may use: for all pages of this browser. */
export function switchAccount(account: string): Promise<Asked> {
  const wanted: SwitchAccount = { account };
  return ask('PUT', JSON.stringify(wanted));
}

/** Takes the session away, and everything that the page holds with it. */
export async function signOut(): Promise<void> {
  const headers = { [writeHeader.name]: writeHeader.value };
  const next = await fetch(sessionPath, { method: 'DELETE', headers })
    .then(async (response) => SignedOut.parse(await response.json()).next)
    .catch(() => undefined);
  location.assign(next ?? '/');
}

async function ask(method: string, body?: string): Promise<Asked> {
  try {
    const headers = { [writeHeader.name]: writeHeader.value, 'content-type': 'application/json' };
    const response = await fetch(sessionPath, { method, headers, body: body ?? null });
    const reply: unknown = await response.json();
    const known = SignedIn.safeParse(reply);
    if (response.ok && known.success) return known.data;
    const { requestId, error } = Refused.parse(reply);
    return { failure: { ...error, requestId } };
  } catch (error) {
    return { failure: { code: 0, status: 'UNREACHABLE', message: String(error) } };
  }
}
