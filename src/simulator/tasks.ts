import { type InstanceAction, lifecycle, refusalFor } from '../contract/lifecycle.ts';
import { refusals } from '../contract/errors.ts';
import { refuse } from './handlers.ts';
import type { Context, InstanceRecord, World } from './world.ts';
import { factsOf } from './instance-views.ts';

/** @throws Refused 404 */
export function findInstance(context: Context, id: string): InstanceRecord {
  return context.region.instances.get(id) ?? refuse(refusals.notFound('Instance', id));
}

/**
 * The instance, if the action may be done on it now. Checked in the cloud's order: it exists, no task holds it,
 * its status allows the action, then the action's other conditions.
 * @throws Refused
 */
export function instanceFor(context: Context, action: InstanceAction, id: string): InstanceRecord {
  const instance = findInstance(context, id);
  const { task } = instance;
  if (task && holdsBack(action)) {
    // Only a delete is told that it is an image that is being made.
    const image = action === 'deleteInstance' && task.operation === 'createImage';
    refuse(image ? refusals.conflictImageTask(task.id) : refusals.conflictTask(task.id));
  }
  const refused = refusalFor(action, factsOf(instance));
  if (refused) refuse(refused);
  return instance;
}

/** A task keeps back whatever takes the lock itself, and the screen. */
function holdsBack(action: InstanceAction): boolean {
  return lifecycle[action].lock || action === 'describeInstanceVncUrl';
}

/** Holds the instance's lock for `milliseconds`, then lets go of it and runs `done`. */
export function hold(
  { scheduler, random }: World,
  instance: InstanceRecord,
  operation: string,
  milliseconds: number,
  done: () => void,
): void {
  const task = { id: String(random.between(10000, 99999)), operation };
  instance.task = task;
  scheduler.after(milliseconds, () => {
    if (instance.task === task) delete instance.task;
    done();
  });
}
