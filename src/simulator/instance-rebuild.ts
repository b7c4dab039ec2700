import { refusal, refusals } from '../contract/errors.ts';
import { rebuildObstacle } from '../contract/rebuild-rules.ts';
import { instanceTypes } from './catalogue.ts';
import { keptMetadata, keptUserdata } from './custom-data.ts';
import { lasting } from './durations.ts';
import { type HandlersOf, refuse } from './handlers.ts';
import { hostnameOf } from './hostnames.ts';
import { checkHostname, checkPassword } from './instance-changes.ts';
import { instanceView } from './instance-views.ts';
import { imageView } from './image-views.ts';
import { fails } from './sentinels.ts';
import { hold, instanceFor } from './tasks.ts';
import type { ImageRecord, InstanceRecord, RegionWorld } from './world.ts';

const failedPrecondition = (text: string): never => refuse(refusal('FAILED_PRECONDITION', text));

export const instanceRebuildHandlers: HandlersOf<'rebuildInstance'> = {
  /** Puts an image on the system disk anew; what was on it is lost, data disks stay. */
  rebuildInstance(context, input) {
    const { world, region } = context;
    const instance = instanceFor(context, 'rebuildInstance', input.instanceId);
    const imageId = input.imageId ?? instance.imageId;
    // A private image may have been deleted since, a shared one withdrawn.
    const image = region.images.get(imageId) ?? refuse(refusals.notFoundPlain('Image', imageId));
    checkFits(region, instance, image);
    checkLogin(region, image, input);
    checkHostname(input.hostname, image);
    const userdata = input.userdata && keptUserdata(input.userdata, image.osType);
    const metadata = input.metadata && keptMetadata(input.metadata);

    instance.status = 'rebuilding';
    hold(world, instance, 'rebuildInstance', lasting(world, 'rebuild', instance.name), () => {
      if (fails('rebuild', instance.name)) {
        instance.status = 'error';
        return;
      }
      instance.status = 'stopped';
      instance.imageId = image.id;
      instance.os = image;
      instance.bootMode = image.bootMode;
      instance.hostname = input.hostname ?? hostnameOf(instance.name, image.osType);
      instance.keyNames = input.imageInherit === 'yes' ? [] : [...(input.keyNames ?? [])];
      if (metadata) instance.metadata = metadata;
      if (userdata) instance.userdata = userdata;
    });
    return {};
  },
};

function checkFits(region: RegionWorld, instance: InstanceRecord, image: ImageRecord): void {
  const found = rebuildObstacle(
    instanceView(region, instance),
    imageView(image),
    instanceTypes.get(instance.instanceType),
    image.excludedTypes,
  );
  if (found) refuse(found.refusal);
}

/** The password, or on Linux a key, has to be given again unless the image brings its own. */
function checkLogin(
  region: RegionWorld,
  image: ImageRecord,
  input: {
    password?: string | undefined;
    keyNames?: string[] | undefined;
    passWordAuth?: string | undefined;
    imageInherit?: 'yes' | 'no' | '' | undefined;
  },
): void {
  const { password, keyNames = [], passWordAuth, imageInherit } = input;
  const windows = image.osType === 'windows';
  checkPassword(password, image);
  if (windows && keyNames.length > 0) failedPrecondition('Image constraints. Windows takes no key');
  if (windows && passWordAuth === 'no')
    refuse(refusal('INVALID_ARGUMENT', 'Parameter PassWordAuth must be yes on Windows'));
  for (const name of keyNames)
    if (!region.keypairs.has(name)) refuse(refusals.notFoundPlain('Keypair', name));
  if (password === undefined && keyNames.length === 0 && imageInherit !== 'yes')
    refuse(refusal('INVALID_ARGUMENT', 'Parameter Password missing'));
}
