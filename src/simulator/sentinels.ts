/**
 * Names a person can type in the demo to see what trouble looks like. An instance whose name starts with one of
 * them behaves accordingly.
 */
export const sentinels = {
  /** Accepted, passes the transitional status, ends as a failure does. */
  fail: {
    start: 'fail-start',
    stop: 'fail-stop',
    reboot: 'fail-reboot',
    delete: 'fail-delete',
    resize: 'fail-resize',
    rebuild: 'fail-rebuild',
    /** pending, then error, then gone */
    create: 'fail-create',
    /** These four are names of images: the work stops half way. */
    image: 'fail-image',
    copy: 'fail-copy',
    import: 'fail-import',
    export: 'fail-export',
  },
  /** Everything takes ten times as long. */
  slow: 'slow-',
  /** Every change answers that a task is running. */
  busy: 'busy-',
  /** Changes happen, but their replies are lost. */
  lost: 'lost-',
  /** Changes are turned away twice with 429 before they are let through. */
  limit: 'limit-',
  /** A delete demands an MFA token. */
  mfa: 'mfa-',
  /** Its host is out of order, so that it may be redeployed on another one. */
  isolated: 'isolated-',
  /** A start finds no machine. */
  noStock: 'nostock-',
} as const;

type FailingAction = keyof typeof sentinels.fail;

export function fails(action: FailingAction, name: string): boolean {
  return name.startsWith(sentinels.fail[action]);
}

export function isSlow(name: string): boolean {
  return name.startsWith(sentinels.slow);
}
