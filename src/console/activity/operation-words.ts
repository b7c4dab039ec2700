import type { Words } from '../words/en-US/index.ts';

type OperationWords = Words['activity']['operations']['startInstance'];

/** How to speak of an operation; one that has no words goes by the vendor's name. */
export function operationWords({ activity }: Words, operation: string): OperationWords {
  const found = Object.entries(activity.operations).find(([name]) => name === operation)?.[1];
  const name = Object.entries(activity.single).find(([one]) => one === operation)?.[1] ?? operation;
  return (
    found ?? {
      name,
      doing: activity.statuses.running,
      done: activity.statuses.done,
      failed: activity.statuses.failed,
      many: (n) => `${name} × ${n}`,
      doingMany: (n) => `${name} × ${n}`,
    }
  );
}
