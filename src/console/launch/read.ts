import { useCallback, useEffect, useState } from 'react';
import { describeElasticIp, type ElasticIp } from '../../contract/elastic-ips.ts';
import { CloudError } from '../../contract/envelope.ts';
import { describeImage, type Image } from '../../contract/images.ts';
import { describeInstancesCustomData } from '../../contract/instance-status.ts';
import { describeInstance, type Instance } from '../../contract/instances.ts';
import {
  describeInstanceTemplate,
  describeInstanceTemplatesCustomdata,
  type InstanceTemplate,
} from '../../contract/templates.ts';
import type { Call } from '../api/client.ts';
import { useCall } from '../api/context.tsx';
import type { CustomData } from './from.ts';

// What a form begins with is read past the cache of reads: scripts and metadata may hold credentials.

interface Found {
  /** Absent when it could not be read. */
  custom: CustomData | undefined;
  /** Absent when it is gone, which is a fault of the form, not its end. */
  image: Image | undefined;
}

/** A template with all that it holds. @throws CloudError */
export async function readTemplate(
  call: Call,
  regionId: string,
  instanceTemplateId: string,
  signal: AbortSignal,
): Promise<Found & { template: InstanceTemplate }> {
  const { result } = await call(
    describeInstanceTemplate,
    { regionId, instanceTemplateId },
    { signal },
  );
  const { instanceTemplate: template = { id: instanceTemplateId } } = result;
  const filters = [{ name: 'instanceTemplateId' as const, values: [instanceTemplateId] }];
  const [custom, image] = await Promise.all([
    unlessRefused<CustomData>(async () => {
      const input = { regionId, filters };
      const answer = await call(describeInstanceTemplatesCustomdata, input, { signal });
      return answer.result.instanceTemplatesCustomData?.[0] ?? {};
    }),
    readImage(call, regionId, template.instanceTemplateData?.imageId, signal),
  ]);
  return { template, custom, image };
}

/** An instance with all that is known of it, so that others can be made like it. @throws CloudError */
export async function readInstance(
  call: Call,
  regionId: string,
  instanceId: string,
  signal: AbortSignal,
): Promise<Found & { instance: Instance | undefined; address: ElasticIp | undefined }> {
  const { result } = await call(describeInstance, { regionId, instanceId }, { signal });
  const { instance } = result;
  const { elasticIpId = '' } = instance ?? {};
  const filters = [{ name: 'instanceId' as const, values: [instanceId] }];
  const [custom, image, address] = await Promise.all([
    unlessRefused<CustomData>(async () => {
      const input = { regionId, filters };
      const answer = await call(describeInstancesCustomData, input, { signal });
      return answer.result.customData?.[0] ?? {};
    }),
    readImage(call, regionId, instance?.imageId, signal),
    elasticIpId === ''
      ? undefined
      : unlessRefused(async () => {
          const input = { regionId, elasticIpId };
          return (await call(describeElasticIp, input, { signal })).result.elasticIp;
        }),
  ]);
  return { instance, custom, image, address };
}

/** An image, where it is still there. */
export async function readImage(
  call: Call,
  regionId: string,
  imageId: string | undefined,
  signal: AbortSignal,
): Promise<Image | undefined> {
  if (!imageId) return undefined;
  return unlessRefused(
    async () => (await call(describeImage, { regionId, imageId }, { signal })).result.image,
  );
}

async function unlessRefused<T>(read: () => Promise<T>): Promise<T | undefined> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof CloudError) return undefined;
    throw error;
  }
}

/** Where the reading of a beginning is. */
export interface BeginReading<B> {
  beginning?: B;
  error?: Error;
  again: () => void;
}

/**
 * Reads what a form begins with.
 * @param begin always the same function.
 * @param asked the query of the address.
 */
export function useBeginning<B>(
  begin: (call: Call, region: string, asked: URLSearchParams, signal: AbortSignal) => Promise<B>,
  region: string,
  asked: string,
): BeginReading<B> {
  const call = useCall();
  const [state, setState] = useState<Omit<BeginReading<B>, 'again'>>({});
  const read = useCallback(
    (signal: AbortSignal) => {
      const end = (next: typeof state) => {
        if (!signal.aborted) setState(next);
      };
      setState({});
      begin(call, region, new URLSearchParams(asked), signal).then(
        (beginning) => end({ beginning }),
        (error: unknown) =>
          end({ error: error instanceof Error ? error : new Error(String(error)) }),
      );
    },
    [begin, call, region, asked],
  );
  useEffect(() => {
    const aborter = new AbortController();
    read(aborter.signal);
    return () => aborter.abort();
  }, [read]);
  return { ...state, again: () => read(new AbortController().signal) };
}
