/** The account whose world this is: owner of the private images, and the one an image cannot be shared with. */
export const account = { pin: 'vm-console-demo', loginName: 'demo' } as const;

/** Accounts the simulated identity service does not know; sharing with them is refused. Any other well-formed name is known. */
export const unknownPinPrefix = 'no-such';
