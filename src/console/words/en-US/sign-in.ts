/** What is said to whoever is not signed in. */
export const signIn = {
  title: 'Sign in to VM Console',
  again: 'Sign in again',
  keyHint: 'Use an access key of the cloud. Its permissions decide what you may do here.',
  endedHint: 'Your session has ended. Sign in with the same key and everything goes on as it was.',
  accessKey: 'Access key ID',
  secretKey: 'Access key secret',
  sessionToken: 'Session token',
  sessionTokenHint: 'For temporary keys only.',
  missing: 'Fill this in.',
  notAKey: 'Holds a space or a character that no key has. Copy it again.',
  where: 'The key is kept sealed in a cookie that scripts cannot read, and nowhere else.',
  submit: 'Sign in',
  wrong: 'The cloud does not accept this key. Check both parts, and that the key is not disabled.',
  tooMany: 'Too many attempts. Wait a minute.',
  linkTitle: 'Open the link from the terminal',
  linkHint:
    'This console prints a link where it was started. Open the newest one in this browser; each works once, and the next is printed then.',
  linkCheck: 'I have opened it',
  linkNotYet: 'Nobody has signed in yet.',
  anotherTitle: 'Another key has signed in',
  anotherHint: (mine: string, now: string) =>
    `This page was loaded with ${mine}; this browser is now signed in with ${now}. So nothing of this page is sent any more.`,
  somebody: 'another key',
  reload: 'Reload the page',
  back: (mine: string) => `Sign in with ${mine}`,
};
