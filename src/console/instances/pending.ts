import type { Entry } from '../activity/entry.ts';

/** What makes a new password active, or gives the machine another login altogether. */
const settles: ReadonlySet<string> = new Set([
  'rebootInstance',
  'startInstance',
  'rebuildInstance',
]);

/**
 * Whether a password was reset that is not active yet, as far as this browser knows: nothing of the cloud tells.
 * @param entries newest first.
 */
export function passwordWaits(entries: readonly Entry[], instanceId: string): boolean {
  const latest = entries.find(
    ({ resource, status, operation }) =>
      resource.id === instanceId &&
      status === 'done' &&
      (operation === 'modifyInstancePassword' || settles.has(operation)),
  );
  return latest?.operation === 'modifyInstancePassword';
}
