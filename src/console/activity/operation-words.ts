import type { Words } from '../words/en-US/index.ts';

type OperationWords = Words['activity']['operations']['startInstance'];

/** How to speak of an operation; one that has no words yet goes by the vendor's name. */
export function operationWords({ activity }: Words, operation: string): OperationWords {
  const found = Object.entries(activity.operations).find(([name]) => name === operation)?.[1];
  return (
    found ?? {
      name: operation,
      doing: activity.statuses.running,
      done: activity.statuses.done,
      failed: activity.statuses.failed,
      many: (n) => `${operation} × ${n}`,
      doingMany: (n) => `${operation} × ${n}`,
    }
  );
}
