/** `Instance.status`, the complete documented list, in the order a life takes. */
export const instanceStatuses = [
  'pending',
  'starting',
  'running',
  'stopping',
  'stopped',
  'rebooting',
  'rebuilding',
  'resizing',
  'deleting',
  'error',
] as const;
export type InstanceStatus = (typeof instanceStatuses)[number];

const transitional: ReadonlySet<string> = new Set([
  // instances
  'pending',
  'starting',
  'stopping',
  'rebooting',
  'rebuilding',
  'resizing',
  'deleting',
  // disks, attachments and snapshots
  'creating',
  'attaching',
  'detaching',
  'extending',
  'restoring',
  'copying',
]);

/** Whether a status will change by itself, so that it is worth asking again. The poller's only question. */
export function isTransitional(status: string | undefined): boolean {
  return status !== undefined && transitional.has(status);
}
