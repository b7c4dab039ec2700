import { describeInstanceTemplate, describeInstanceTemplates } from '../../contract/templates.ts';
import type { Call } from '../api/client.ts';
import { readOptions, wholeOptions } from '../api/reads.ts';

/** All instance templates of a region. */
export function templatesOptions(call: Call, regionId: string) {
  return wholeOptions(
    call,
    describeInstanceTemplates,
    { regionId },
    ({ instanceTemplates }) => instanceTemplates,
  );
}

/** One template, for its own page. */
export function templateOptions(call: Call, regionId: string, instanceTemplateId: string) {
  return readOptions(call, describeInstanceTemplate, { regionId, instanceTemplateId });
}
