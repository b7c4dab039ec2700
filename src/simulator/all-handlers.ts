import { diskHandlers } from './disks.ts';
import { elasticIpHandlers } from './elastic-ips.ts';
import type { Handlers } from './handlers.ts';
import { imageCopyHandlers } from './image-copy.ts';
import { imageCreateHandlers } from './image-create.ts';
import { imageSharingHandlers } from './image-sharing.ts';
import { imageTaskHandlers } from './image-tasks.ts';
import { imageHandlers } from './images.ts';
import { instanceBeyondHandlers } from './instance-beyond.ts';
import { instanceChangeHandlers } from './instance-changes.ts';
import { instanceCreateHandlers } from './instance-create.ts';
import { instanceDeleteHandlers } from './instance-delete.ts';
import { instanceDiskHandlers } from './instance-disks.ts';
import { instanceNetworkHandlers } from './instance-network.ts';
import { instancePowerHandlers } from './instance-power.ts';
import { instanceReadHandlers } from './instance-reads.ts';
import { instanceRebuildHandlers } from './instance-rebuild.ts';
import { instanceResizeHandlers } from './instance-resize.ts';
import { instanceTypeHandlers } from './instance-types.ts';
import { keypairHandlers } from './keypairs.ts';
import { metricHandlers } from './metrics.ts';
import { networkInterfaceHandlers } from './network-interfaces.ts';
import { networkHandlers } from './networks.ts';
import { quotaHandlers } from './quotas.ts';
import { templateHandlers } from './templates.ts';

/** One handler for every operation of the contract. */
export const handlers: Handlers = {
  ...instanceReadHandlers,
  ...instanceCreateHandlers,
  ...instancePowerHandlers,
  ...instanceDeleteHandlers,
  ...instanceChangeHandlers,
  ...instanceResizeHandlers,
  ...instanceRebuildHandlers,
  ...instanceDiskHandlers,
  ...instanceNetworkHandlers,
  ...instanceBeyondHandlers,
  ...instanceTypeHandlers,
  ...imageHandlers,
  ...imageCopyHandlers,
  ...imageCreateHandlers,
  ...imageSharingHandlers,
  ...imageTaskHandlers,
  ...templateHandlers,
  ...keypairHandlers,
  ...quotaHandlers,
  ...metricHandlers,
  ...networkHandlers,
  ...networkInterfaceHandlers,
  ...elasticIpHandlers,
  ...diskHandlers,
};
