import { queryOptions } from '@tanstack/react-query';
import {
  describeInstanceTemplate,
  describeInstanceTemplates,
  verifyInstanceTemplate,
} from '../../contract/templates.ts';
import type { Call } from '../api/client.ts';
import { keyOf, readOptions, wholeOptions } from '../api/reads.ts';

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

/** Whether instances can be made from a template; if not, the cloud's refusal is the error. Asked anew each time. */
export function verifyOptions(call: Call, regionId: string, instanceTemplateId: string) {
  const input = { regionId, instanceTemplateId };
  return queryOptions({
    queryKey: keyOf(verifyInstanceTemplate, input),
    queryFn: async ({ signal }) => {
      await call(verifyInstanceTemplate, input, { signal });
      return 'valid' as const;
    },
    staleTime: Infinity,
    gcTime: 0,
    refetchOnWindowFocus: false,
  });
}
