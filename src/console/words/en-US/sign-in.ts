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
  missing: 'Required.',
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
  toProvider: 'Go to sign-in',
  providerHint: 'You sign in with your organisation’s account and come back here.',
  providerAgain:
    'Your session has ended. Sign in in the tab that opens, then come back to this one: everything goes on as it was.',
  faults: {
    PROVIDER_UNREACHABLE:
      'The sign-in service does not answer. Try again in a while; if that does not help, tell whoever runs this console.',
    PROVIDER_REFUSED: 'The sign-in service did not sign you in.',
    CLOCKS_DIFFER:
      'The clocks of the sign-in service and of this console differ too much. Tell whoever runs this console.',
    NO_RIGHTS:
      'You are known, but none of your groups may use this console. Ask whoever runs it for access.',
    SIGN_IN_STALE: 'That took too long, or was begun in another window. Begin again.',
  },
  profiles: 'Profiles',
  signedInAs: (person: string) => `Signed in as ${person}`,
  signedInWith: (account: string) => `Signed in with ${account}`,
  anotherTitle: 'Another account is in use now',
  anotherHint: (mine: string, now: string) =>
    `This page was loaded with ${mine}; this browser now uses ${now}. So nothing of this page is sent any more.`,
  somebody: 'another account',
  reload: 'Reload the page',
  back: (mine: string) => `Go on with ${mine}`,
};
