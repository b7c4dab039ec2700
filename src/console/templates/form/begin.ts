import type { Call } from '../../api/client.ts';
import { fromInstance, fromTemplate } from '../../launch/from.ts';
import { readInstance, readTemplate } from '../../launch/read.ts';
import { emptyTemplate, type Held } from './template-form.ts';
import type { TemplateValues } from './template-form.ts';

/** What the form begins with. */
export interface Beginning {
  values: TemplateValues;
  /** The template that is to be changed. */
  held?: Held;
  /** What a new one is to be like. */
  like?: { kind: 'instance' | 'template'; name: string };
  /** Metadata and launch script could not be read. */
  dataUnknown?: boolean;
}

/** @param asked `edit`, `from`: a template; `like`: an instance. Without any the form is empty. */
export async function begin(
  call: Call,
  regionId: string,
  asked: URLSearchParams,
  signal: AbortSignal,
): Promise<Beginning> {
  const instanceId = asked.get('like');
  if (instanceId) {
    const found = await readInstance(call, regionId, instanceId, signal);
    const { instance, custom, image, address } = found;
    if (!instance) return { values: emptyTemplate };
    return {
      values: {
        ...emptyTemplate,
        ...fromInstance(instance, custom ?? {}, image, address),
      },
      like: { kind: 'instance', name: instance.instanceName || instanceId },
      dataUnknown: !custom,
    };
  }
  const edited = asked.get('edit');
  const templateId = edited ?? asked.get('from');
  if (!templateId) return { values: emptyTemplate };
  const { template, custom, image } = await readTemplate(call, regionId, templateId, signal);
  const { instanceTemplateData: data = {}, name = templateId, description = '' } = template;
  const values = {
    ...emptyTemplate,
    ...fromTemplate(data, custom ?? {}, image),
    autoImagePolicyId: data.autoImagePolicyId ?? '',
  };
  if (edited === null) {
    return {
      // Nobody can read its password, so nobody can copy it.
      values: { ...values, ...(values.login === 'kept' && { login: 'later' }) },
      like: { kind: 'template', name },
      dataUnknown: !custom,
    };
  }
  const named = { ...values, name, description };
  return { values: named, held: { template, values: named }, dataUnknown: !custom };
}
