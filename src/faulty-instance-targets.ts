// For tests alone: what forms about instances themselves are tried on.
import { operations } from './contract/operations.ts';
import { longEnough, plainMachines, regionId } from './faulty-cloud.ts';
import type { FaultyConsole } from './faulty-console.ts';
import { sentinels } from './simulator/sentinels.ts';

export interface InstanceTargets {
  running: string[];
  stopped: string[];
  suspended: string[];
  /** Their hosts are out of order. */
  isolated: string[];
}

export async function prepareInstances(console_: FaultyConsole): Promise<InstanceTargets> {
  const { call, cloud } = console_;
  const all = await plainMachines(console_, 'running');
  const [running, suspended, isolated] = [all.slice(0, 7), all.slice(7, 10), all.slice(10, 13)];
  for (const instanceId of suspended)
    await call(operations.suspendInstance, { regionId, instanceId });
  for (const [n, instanceId] of isolated.entries()) {
    const wish = { regionId, instanceId, name: `${sentinels.isolated}${n}` };
    await call(operations.modifyInstanceAttribute, wish);
  }
  for (const instanceId of all.slice(13))
    await call(operations.stopInstance, { regionId, instanceId });
  cloud.pass(longEnough);
  return { running, suspended, isolated, stopped: await plainMachines(console_, 'stopped') };
}
