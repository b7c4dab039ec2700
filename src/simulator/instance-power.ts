import { refusal, refusals } from '../contract/errors.ts';
import { changeStock, stockOf } from './catalogue.ts';
import { lasting } from './durations.ts';
import { type HandlersOf, refuse } from './handlers.ts';
import { mayStopCharging } from './instance-views.ts';
import { fails, sentinels } from './sentinels.ts';
import { hold, instanceFor } from './tasks.ts';
import type { Context, InstanceRecord, World } from './world.ts';

export const instancePowerHandlers: HandlersOf<
  'startInstance' | 'stopInstance' | 'rebootInstance'
> = {
  startInstance(context, { instanceId }) {
    const instance = instanceFor(context, 'startInstance', instanceId);
    takeMachine(context, instance);
    instance.status = 'starting';
    const ms = lasting(context.world, 'start', instance.name);
    hold(context.world, instance, 'startInstance', ms, () => {
      // A failed start leaves it stopped; the vendor documents no other end.
      if (fails('start', instance.name)) instance.status = 'stopped';
      else boot(context.world, instance);
    });
    return {};
  },

  stopInstance(context, { instanceId, chargeOnStopped = '' }) {
    const instance = instanceFor(context, 'stopInstance', instanceId);
    if (chargeOnStopped === 'stopCharging') refuseUnlessMayStopCharging(instance);
    // Nothing given keeps the instance's own setting.
    const mode = chargeOnStopped === '' ? instance.chargeOnStopped : chargeOnStopped;
    instance.status = 'stopping';
    const ms = lasting(context.world, 'stop', instance.name);
    hold(context.world, instance, 'stopInstance', ms, () => {
      if (fails('stop', instance.name)) {
        instance.status = 'running';
        return;
      }
      instance.status = 'stopped';
      instance.halted = context.world.scheduler.now();
      if (mode === 'stopCharging' && mayStopCharging(instance)) releaseMachine(context, instance);
    });
    return {};
  },

  rebootInstance(context, { instanceId }) {
    reboot(context, instanceFor(context, 'rebootInstance', instanceId));
    return {};
  },
};

/** Also what Ctrl-Alt-Del on the screen does. */
export function reboot(context: Context, instance: InstanceRecord): void {
  instance.status = 'rebooting';
  const ms = lasting(context.world, 'reboot', instance.name);
  hold(context.world, instance, 'rebootInstance', ms, () => {
    // How a failed reboot ends is not documented. Here the machine went down and did not come up again.
    if (fails('reboot', instance.name)) instance.status = 'stopped';
    else boot(context.world, instance);
  });
}

export function boot({ scheduler }: World, instance: InstanceRecord): void {
  instance.status = 'running';
  instance.boots += 1;
  instance.booted = scheduler.now();
}

function refuseUnlessMayStopCharging(instance: InstanceRecord): void {
  if (instance.systemDisk?.category !== 'cloud')
    refuse(refusal('FAILED_PRECONDITION', 'stopCharging only applied to cloud system disk'));
  if (instance.billing.mode !== 'postpaid_by_duration')
    refuse(refusal('FAILED_PRECONDITION', 'stopCharging only applied to postpaid by duration'));
}

/** Stopping without charge gives back CPU, memory, GPU and the local data disks with all that is on them. */
function releaseMachine(context: Context, instance: InstanceRecord): void {
  instance.released = true;
  changeStock(context.region, instance.instanceType, instance.az, 1);
}

/** A machine that was given back must be had again, which can fail. */
function takeMachine({ region }: Context, instance: InstanceRecord): void {
  const { name, instanceType, az } = instance;
  const none = instance.released && stockOf(region, instanceType, az) < 1;
  if (none || name.startsWith(sentinels.noStock)) refuse(refusals.typeSoldOut(instanceType));
  if (!instance.released) return;
  changeStock(region, instanceType, az, -1);
  instance.released = false;
}
