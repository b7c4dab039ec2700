/** What a failure means, beside the cloud's own message. */
export const errors = {
  busy: 'Another task is working on it. Try again when that is done.',
  sameUnderWay: 'The same is already being done to it, here or in another tab.',
  rateLimit: 'The cloud asks to slow down.',
  quota: 'The quota is used up.',
  unauthenticated: 'The cloud does not accept the credentials.',
  forbidden: 'These credentials may not do this.',
  notFound: 'It is not there any more.',
  unreachable: 'The console’s own server does not answer.',
  unknownOutcome: 'No answer came, so it may have happened.',
  malformed: 'The answer does not look as it should.',
  soldOut: 'The cloud has no room for it at the moment.',
  statusChanged: 'It had changed when the request arrived.',
  cloudBroken: 'Something in the cloud is broken. Try again later.',
  requestId: 'Request',
  copyRequestId: 'Copy the request ID',
};
