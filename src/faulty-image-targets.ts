// For tests alone: what forms about images, templates and key pairs are tried on.
import { operations } from './contract/operations.ts';
import { longEnough, plainMachines, regionId, truthsOf } from './faulty-cloud.ts';
import type { FaultyConsole } from './faulty-console.ts';

export interface ImageTargets {
  images: string[];
  shared: string[];
  published: string[];
  templates: string[];
  machines: string[];
  /** Key pairs that machines have, and some that none has. */
  used: string[];
  unused: string[];
}

export async function prepareImages(console_: FaultyConsole): Promise<ImageTargets> {
  const { call, cloud } = console_;
  const { images, templates } = truthsOf(console_);
  const machines = await plainMachines(console_, 'running');
  for (const instanceId of machines.slice(0, 9)) {
    await call(operations.createImage, { regionId, instanceId, name: 'spare' });
  }
  cloud.pass(longEnough);
  const ids = (await images()).filter((one) => one.name === 'spare').map(({ imageId }) => imageId);
  const [spare, shared, published] = [ids.slice(0, 3), ids.slice(3, 6), ids.slice(6)];
  for (const imageId of shared) {
    await call(operations.shareImage, { regionId, imageId, pins: ['somebody'] });
  }
  for (const imageId of published) await call(operations.releaseImage, { regionId, imageId });
  // Only who has none can be given one.
  for (const keyName of ['ops-2026', 'ci-runners', 'liwei-laptop', 'legacy-2023']) {
    await call(operations.detachKeypair, { regionId, keyName, instanceIds: machines });
  }
  const keys = Array.from({ length: 6 }, (_, n) => `spare-${n}`);
  for (const keyName of keys) await call(operations.createKeypair, { regionId, keyName });
  const [used, unused] = [keys.slice(0, 3), keys.slice(3)];
  for (const [n, keyName] of used.entries()) {
    const instanceIds = machines.slice(n, n + 1);
    await call(operations.attachKeypair, { regionId, keyName, instanceIds, passWordAuth: 'yes' });
  }
  return {
    images: spare,
    shared,
    published,
    // The first is held by an availability group.
    templates: (await templates()).map(({ id }) => id).slice(1),
    machines,
    used,
    unused,
  };
}
