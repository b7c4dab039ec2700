import { refusal, refusals } from '../contract/errors.ts';
import { loginUser } from '../contract/logins.ts';
import { passwordProblems } from '../contract/rules.ts';
import { deleteTemplateObstacle } from '../contract/template-rules.ts';
import {
  type InstanceTemplateSpec,
  instanceTemplatesCustomdataFilters,
  instanceTemplatesFilters,
  type UpdateInstanceTemplateSpec,
} from '../contract/templates.ts';
import { type HandlersOf, refuse } from './handlers.ts';
import { lister } from './lister.ts';
import { checkReferences, checkTemplate } from './template-checks.ts';
import { templateView } from './template-views.ts';
import type { RegionWorld, TemplateFacts, TemplateRecord } from './world.ts';

const list = lister({
  table: instanceTemplatesFilters,
  key: 'instanceTemplateId',
  fields: {
    name: ({ name }: TemplateRecord) => name,
    instanceTemplateId: ({ id }: TemplateRecord) => id,
  },
});

const listCustomData = lister({
  table: instanceTemplatesCustomdataFilters,
  key: 'instanceTemplateId',
  fields: { instanceTemplateId: ({ id }: TemplateRecord) => id },
  size: 10,
});

export const templateHandlers: HandlersOf<
  | 'createInstanceTemplate'
  | 'deleteInstanceTemplate'
  | 'describeInstanceTemplate'
  | 'describeInstanceTemplates'
  | 'describeInstanceTemplatesCustomdata'
  | 'updateInstanceTemplate'
  | 'verifyInstanceTemplate'
> = {
  createInstanceTemplate({ world, region }, { name, description = '', instanceTemplateData }) {
    if (region.templates.size >= region.quotas.instanceTemplate)
      refuse(refusals.quota('InstanceTemplate'));
    const { password, ...given } = instanceTemplateData;
    const data = { ...given, metadata: mergedMetadata([], given.metadata) };
    checkPassword(region, data.imageId, password);
    checkTemplate(region, data);
    const id = `it-${world.random.letters(10)}`;
    region.templates.set(id, {
      id,
      name,
      description,
      created: world.scheduler.now(),
      data,
      includePassword: password !== undefined,
      ags: [],
    });
    return { instanceTemplateId: id };
  },

  updateInstanceTemplate({ region }, { instanceTemplateId, name, description, ...input }) {
    const template = findTemplate(region, instanceTemplateId);
    const update = input.instanceTemplateData;
    if (name === undefined && description === undefined && update === undefined)
      refuse(refusal('INVALID_ARGUMENT', 'Parameter name and description missing'));
    if (update) {
      const data = updated(template.data, update);
      checkPassword(region, data.imageId, update.password);
      checkTemplate(region, data);
      template.data = data;
      if (update.noPassword === true) template.includePassword = false;
      if (update.password !== undefined) template.includePassword = true;
    }
    if (name !== undefined) template.name = name;
    if (description !== undefined) template.description = description;
    return {};
  },

  deleteInstanceTemplate({ region }, { instanceTemplateId }) {
    const template = findTemplate(region, instanceTemplateId);
    const obstacle = deleteTemplateObstacle(template);
    if (obstacle) refuse(obstacle.refusal);
    region.templates.delete(instanceTemplateId);
    return {};
  },

  describeInstanceTemplate({ region }, { instanceTemplateId }) {
    return { instanceTemplate: templateView(region, findTemplate(region, instanceTemplateId)) };
  },

  describeInstanceTemplates({ region }, query) {
    const { page, totalCount } = list(region, region.templates, query);
    return { instanceTemplates: page.map((one) => templateView(region, one)), totalCount };
  },

  describeInstanceTemplatesCustomdata({ region }, { filters }) {
    if (filters?.some(({ values }) => values.length > 10))
      refuse(refusals.outOfRange('Filters.Values'));
    const { page, totalCount } = listCustomData(region, region.templates, { filters });
    return {
      instanceTemplatesCustomData: page.map(({ id, data }) => ({
        id,
        metadata: data.metadata ?? [],
        userdata: data.userdata ?? [],
      })),
      totalCount,
    };
  },

  /** An empty answer says all is well; what is wrong comes as the refusal. */
  verifyInstanceTemplate({ region }, { instanceTemplateId }) {
    checkReferences(region, findTemplate(region, instanceTemplateId).data);
    return {};
  },
};

/** @throws Refused 404 */
export function findTemplate(region: RegionWorld, id: string): TemplateRecord {
  return (
    region.templates.get(id) ?? refuse(refusal('NOT_FOUND', `Instance Template '${id}' not found`))
  );
}

/** The cloud repeats the password in its refusal; a secret has no place in an error, so this does not. */
function checkPassword(region: RegionWorld, imageId: string, password: string | undefined): void {
  if (password === undefined) return;
  const user = loginUser(region.images.get(imageId)?.osType);
  if (passwordProblems(password, user).length > 0)
    refuse(refusal('INVALID_ARGUMENT', 'Malformed InstanceTemplateData.Password'));
}

/** Given blocks replace the old ones, what is absent stays, and metadata and tags are merged by key. */
function updated(old: TemplateFacts, update: UpdateInstanceTemplateSpec): TemplateFacts {
  const { password: _, noPassword: __, noElasticIp, removeInstanceTags, ...blocks } = update;
  const data: TemplateFacts = {
    ...old,
    ...blocks,
    metadata: mergedMetadata(old.metadata, blocks.metadata),
    instanceTags: mergedTags(old.instanceTags, blocks.instanceTags, removeInstanceTags),
  };
  if (noElasticIp === true && blocks.elasticIp === undefined) delete data.elasticIp;
  return data;
}

type Pairs = NonNullable<InstanceTemplateSpec['metadata']>;
type Tags = NonNullable<InstanceTemplateSpec['instanceTags']>;

/** Keys ignore case; one that ends in `-` deletes the key before the dash, and sets nothing. */
function mergedMetadata(old: Pairs = [], given: Pairs = []): Pairs {
  const pairs = new Map(old.map((pair) => [pair.key?.toLowerCase() ?? '', pair]));
  for (const pair of given) {
    const key = pair.key?.toLowerCase() ?? '';
    if (key.endsWith('-')) pairs.delete(key.slice(0, -1));
    else pairs.set(key, pair);
  }
  return [...pairs.values()];
}

function mergedTags(old: Tags = [], given: Tags = [], removed: readonly string[] = []): Tags {
  const tags = new Map([...old, ...given].map((tag) => [tag.key, tag]));
  for (const key of removed) tags.delete(key);
  return [...tags.values()];
}
