import { useCallback, useEffect, useState } from 'react';
import { describeElasticIp } from '../../../contract/elastic-ips.ts';
import { CloudError } from '../../../contract/envelope.ts';
import { describeImage, type Image } from '../../../contract/images.ts';
import { describeInstancesCustomData } from '../../../contract/instance-status.ts';
import { describeInstance } from '../../../contract/instances.ts';
import { regions } from '../../../contract/regions.ts';
import {
  describeInstanceTemplate,
  describeInstanceTemplatesCustomdata,
} from '../../../contract/templates.ts';
import type { Call } from '../../api/client.ts';
import { useCall } from '../../api/context.tsx';
import { newToken } from '../../kit/token.ts';
import { type CustomData, fromInstance, fromTemplate, sourceFrom } from '../../launch/from.ts';
import { type Base, type CreateValues, emptyCreate } from './form.ts';

/** What the form begins with. */
export interface Beginning {
  values: CreateValues;
  base?: Base;
  /** The instance the new ones are to be like. */
  like?: string;
  /** Metadata and launch script could not be read. */
  dataUnknown?: boolean;
}

/**
 * Reads what an address asks the form to begin with. Scripts and metadata may hold credentials, so none of it goes
 * through the cache of reads.
 */
export async function begin(
  call: Call,
  regionId: string,
  asked: URLSearchParams,
  signal: AbortSignal,
): Promise<Beginning> {
  const options = { signal };
  const zone = regions.find(({ id }) => id === regionId)?.zones[0] ?? '';
  const empty = emptyCreate(zone, newToken());
  const imageOf = async (imageId = ''): Promise<Image | undefined> => {
    if (imageId === '') return undefined;
    // One that is gone is a fault of the form, not its end.
    return unlessRefused(
      async () => (await call(describeImage, { regionId, imageId }, options)).result.image,
    );
  };
  const [, instanceTemplateId] = /^template:(.+)$/.exec(asked.get('from') ?? '') ?? [];
  if (instanceTemplateId !== undefined) {
    const { result } = await call(
      describeInstanceTemplate,
      { regionId, instanceTemplateId },
      options,
    );
    const { name = instanceTemplateId, instanceTemplateData: data = {} } =
      result.instanceTemplate ?? {};
    const filters = [{ name: 'instanceTemplateId' as const, values: [instanceTemplateId] }];
    const [custom, image] = await Promise.all([
      unlessRefused(async () => {
        const answer = await call(
          describeInstanceTemplatesCustomdata,
          { regionId, filters },
          options,
        );
        return answer.result.instanceTemplatesCustomData?.[0] ?? {};
      }),
      imageOf(data.imageId),
    ]);
    const values = fromTemplate(data, custom ?? {}, image);
    return {
      values: { ...empty, ...values },
      base: {
        templateId: instanceTemplateId,
        name,
        holdsPassword: data.includePassword === true,
        values,
      },
      dataUnknown: !custom,
    };
  }
  const instanceId = asked.get('like');
  if (instanceId) {
    const { result } = await call(describeInstance, { regionId, instanceId }, options);
    const { instance } = result;
    if (!instance) return { values: empty };
    const { elasticIpId } = instance;
    const filters = [{ name: 'instanceId' as const, values: [instanceId] }];
    const [custom, image, address] = await Promise.all([
      unlessRefused<CustomData>(async () => {
        const answer = await call(describeInstancesCustomData, { regionId, filters }, options);
        return answer.result.customData?.[0] ?? {};
      }),
      imageOf(instance.imageId),
      elasticIpId &&
        unlessRefused(
          async () =>
            (await call(describeElasticIp, { regionId, elasticIpId }, options)).result.elasticIp,
        ),
    ]);
    return {
      values: {
        ...empty,
        zone: instance.az ?? zone,
        ...fromInstance(instance, custom ?? {}, image, address || undefined),
      },
      like: instance.instanceName || instanceId,
      dataUnknown: !custom,
    };
  }
  const imageId = asked.get('image') ?? '';
  const image = await imageOf(imageId);
  return {
    values: {
      ...empty,
      imageId,
      imageSource: sourceFrom(image),
      instanceType: asked.get('type') ?? '',
      keyName: asked.get('key') ?? '',
    },
  };
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
export interface BeginReading {
  beginning?: Beginning;
  error?: Error;
  again: () => void;
}

/** @param asked the query of the address. */
export function useBeginning(region: string, asked: string): BeginReading {
  const call = useCall();
  const [state, setState] = useState<Omit<BeginReading, 'again'>>({});
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
    [call, region, asked],
  );
  useEffect(() => {
    const aborter = new AbortController();
    read(aborter.signal);
    return () => aborter.abort();
  }, [read]);
  return { ...state, again: () => read(new AbortController().signal) };
}
