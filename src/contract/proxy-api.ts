// What the console and its proxy agree on besides the cloud's own wire format.

/** The proxy answers at `/api/{service}` followed by the cloud's own path and query. */
export const apiPrefix = '/api/';

/**
 * Every write carries this header. A form or an image on a foreign page cannot set it, and a script there would
 * have to ask first. With curl: `-H 'x-vm-console: 1'`.
 */
export const writeHeader = { name: 'x-vm-console', value: '1' } as const;

/** The one header of the caller that travels on, and only where the row says `mfa`. In plain text; the proxy encodes it. */
export const mfaHeader = 'x-jdcloud-security-token';

/** GET: who is signed in. POST: sign in. PUT: go on with another account. DELETE: sign out. */
export const sessionPath = '/session';

/** Where a browser goes to sign in at the identity provider; with `?to=` the page to come back to. */
export const beginPath = `${sessionPath}/begin`;
/** Where the identity provider sends it back to. */
export const callbackPath = `${sessionPath}/callback`;

/** On the reply to a call that nobody may make as things are: the word of the refusal. The cloud never sends it. */
export const signInHeader = 'x-vm-console-sign-in';

/** Whose page it is that calls. Another may have signed in in another tab, and would get what this page asks for. */
export const whoHeader = 'x-vm-console-who';

/** The request id of the cloud, on every reply that has one. */
export const requestIdHeader = 'x-jdcloud-request-id';
