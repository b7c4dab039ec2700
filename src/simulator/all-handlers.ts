import { refusal } from '../contract/errors.ts';
import { type Handlers, type OperationName, refuse } from './handlers.ts';
import { imageCopyHandlers } from './image-copy.ts';
import { imageCreateHandlers } from './image-create.ts';
import { imageSharingHandlers } from './image-sharing.ts';
import { imageTaskHandlers } from './image-tasks.ts';
import { imageHandlers } from './images.ts';
import { instanceDeleteHandlers } from './instance-delete.ts';
import { instancePowerHandlers } from './instance-power.ts';
import { instanceReadHandlers } from './instance-reads.ts';
import { instanceTypeHandlers } from './instance-types.ts';
import { keypairHandlers } from './keypairs.ts';
import { metricHandlers } from './metrics.ts';
import { quotaHandlers } from './quotas.ts';
import { templateHandlers } from './templates.ts';

const notImplemented = (): never =>
  refuse(refusal('NOT_IMPLEMENTED', 'The simulator does not have this operation'));

const built: Partial<Handlers> = {
  ...instanceReadHandlers,
  ...instancePowerHandlers,
  ...instanceDeleteHandlers,
  ...imageHandlers,
  ...imageCopyHandlers,
  ...imageCreateHandlers,
  ...imageSharingHandlers,
  ...imageTaskHandlers,
  ...keypairHandlers,
  ...templateHandlers,
  ...instanceTypeHandlers,
  ...quotaHandlers,
  ...metricHandlers,
};

/** The handler of an operation, seen without its types: its input was checked against its row before. */
export function handlerOf(name: OperationName): Handlers[OperationName] {
  return built[name] ?? notImplemented;
}
