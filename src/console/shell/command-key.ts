/** The key that commands go with: ⌘ on Apple's machines, Ctrl elsewhere. */
export const commandKey = /Mac|iP(hone|ad)/.test(navigator.userAgent) ? '⌘' : 'Ctrl';
