import { regions } from '../../../contract/regions.ts';
import type { Call } from '../../api/client.ts';
import { newToken } from '../../kit/token.ts';
import { fromInstance, fromTemplate, sourceFrom } from '../../launch/from.ts';
import { readImage, readInstance, readTemplate } from '../../launch/read.ts';
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

/** Reads what an address asks the form to begin with. */
export async function begin(
  call: Call,
  regionId: string,
  asked: URLSearchParams,
  signal: AbortSignal,
): Promise<Beginning> {
  const zone = regions.find(({ id }) => id === regionId)?.zones[0] ?? '';
  const empty = emptyCreate(zone, newToken());
  const [, templateId] = /^template:(.+)$/.exec(asked.get('from') ?? '') ?? [];
  if (templateId !== undefined) {
    const { template, custom, image } = await readTemplate(call, regionId, templateId, signal);
    const { name = templateId, instanceTemplateData: data = {} } = template;
    const values = fromTemplate(data, custom ?? {}, image);
    return {
      values: { ...empty, ...values },
      base: { templateId, name, holdsPassword: data.includePassword === true, values },
      dataUnknown: !custom,
    };
  }
  const instanceId = asked.get('like');
  if (instanceId) {
    const found = await readInstance(call, regionId, instanceId, signal);
    const { instance, custom, image, address } = found;
    if (!instance) return { values: empty };
    return {
      values: {
        ...empty,
        zone: instance.az ?? zone,
        ...fromInstance(instance, custom ?? {}, image, address),
      },
      like: instance.instanceName || instanceId,
      dataUnknown: !custom,
    };
  }
  const imageId = asked.get('image') ?? '';
  const image = await readImage(call, regionId, imageId, signal);
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
