import * as z from 'zod/mini';
import type { InputOf } from '../../../contract/operation.ts';
import { description, resourceName } from '../../../contract/rules.ts';
import {
  type createInstanceTemplate,
  type InstanceTemplate,
  InstanceTemplateDiskSpec,
  type InstanceTemplateDiskAttachment,
  type InstanceTemplateDiskAttachmentSpec,
  type InstanceTemplateSpec,
  type updateInstanceTemplate,
  type UpdateInstanceTemplateSpec,
} from '../../../contract/templates.ts';
import type { Fault } from '../../kit/form/faults.tsx';
import type { Pair } from '../../kit/form/PairsField.tsx';
import { numberOf } from '../../kit/form/TextField.tsx';
import type { LaunchFacts } from '../../launch/facts.ts';
import { collect, dataFaults, launchFaults, type Saying } from '../../launch/faults.ts';
import {
  dataDisksOf,
  loginOf,
  metadataOf,
  networkOf,
  systemDiskOf,
  tagsOf,
  userdataOf,
} from '../../launch/spec.ts';
import { emptyLaunch, LaunchValues } from '../../launch/values.ts';
import type { TemplateFormWords } from './words.ts';

/** Pairs of metadata that a template takes. */
const mostMetadata = 20;
/** Mbps that the public address of a template takes, however it is billed. */
export const mostMbps = 200;

/** The form as it is on screen. */
export const TemplateValues = z.extend(LaunchValues, {
  name: z.string(),
  description: z.string(),
  autoImagePolicyId: z.string(),
});
export type TemplateValues = z.infer<typeof TemplateValues>;
/** As a draft is kept: without what is secret. */
export const TemplateDraft = z.partial(TemplateValues);

export const emptyTemplate: TemplateValues = {
  ...emptyLaunch,
  name: '',
  description: '',
  autoImagePolicyId: '',
};

/** The template that is being changed, and what the form made of it. */
export interface Held {
  template: InstanceTemplate;
  values: TemplateValues;
}

/** A template takes fewer kinds of disks than its type may. */
export function templateFacts(facts: LaunchFacts): LaunchFacts {
  const { type } = facts;
  if (!type?.cloudDiskTypes) return facts;
  const kinds: readonly string[] = diskKinds;
  const cloudDiskTypes = type.cloudDiskTypes.filter((kind) => kinds.includes(kind));
  return { ...facts, type: { ...type, cloudDiskTypes } };
}

const diskKind = InstanceTemplateDiskSpec.shape.diskType;
const diskKinds = diskKind.def.innerType.options;

/** Everything that stands in the way, in the order of the form. */
export function templateFaults(
  values: TemplateValues,
  facts: LaunchFacts,
  full: string | false,
  { words, ...saying }: Saying & { words: TemplateFormWords },
  held?: Held,
): Fault[] {
  const { faults, add } = collect();
  const { say } = saying;
  const { name } = values;
  const wrongName = name === '' ? words.needed : !resourceName.safeParse(name).success;
  add('name', words.name, wrongName === true ? words.nameRule : wrongName || full);
  const fits = description.safeParse(values.description).success;
  add('description', say.description, !fits && say.descriptionRule);
  const launch = launchFaults(values, facts, saying);
  const mbps = values.addressMode === 'none' ? 0 : (numberOf(values.mbps) ?? 0);
  const rest = collect();
  if (!launch.some(({ field }) => field === 'mbps'))
    rest.add('mbps', say.bandwidth, mbps > mostMbps && say.mbpsRule(mostMbps));
  rest.add(
    'autoImagePolicyId',
    words.imagePolicy,
    // No field of an update takes it away again.
    values.autoImagePolicyId === '' &&
      Boolean(held?.values.autoImagePolicyId) &&
      words.imagePolicyStays,
  );
  return [...faults, ...launch, ...rest.faults, ...dataFaults(values, facts, say, mostMetadata)];
}

type Blocks = Pick<
  InstanceTemplateSpec,
  | 'instanceType'
  | 'imageId'
  | 'burstSpec'
  | 'systemDisk'
  | 'dataDisks'
  | 'primaryNetworkInterface'
  | 'elasticIp'
  | 'chargeOnStopped'
  | 'autoImagePolicyId'
>;

function blocksOf(values: TemplateValues, facts: LaunchFacts, held?: InstanceTemplate): Blocks {
  const { systemDisk: heldSystem, dataDisks: heldDisks = [] } = held?.instanceTemplateData ?? {};
  const systemDisk = systemDiskOf(values, facts);
  const { addressMode, mbps, autoImagePolicyId } = values;
  return {
    instanceType: values.instanceType,
    imageId: values.imageId,
    burstSpec: facts.type?.burstInfo && {
      burstMode: values.unlimited ? 'unlimited' : 'standard',
    },
    systemDisk: systemDisk && diskOf(systemDisk, heldSystem),
    dataDisks: dataDisksOf(values, facts).map((disk) =>
      diskOf(
        disk,
        heldDisks.find(({ deviceName }) => deviceName && deviceName === disk.deviceName),
      ),
    ),
    primaryNetworkInterface: { networkInterface: networkOf(values, facts) },
    elasticIp:
      addressMode === 'none'
        ? undefined
        : {
            bandwidthMbps: numberOf(mbps) ?? 0,
            provider: held?.instanceTemplateData?.elasticIp?.provider ?? 'BGP',
            // The misspelling is the real value.
            chargeMode: addressMode === 'traffic' ? 'flow' : 'bandwith',
          },
    chargeOnStopped: values.stopCharging ? 'stopCharging' : 'keepCharging',
    autoImagePolicyId: autoImagePolicyId === '' ? undefined : autoImagePolicyId,
  };
}

/**
 * A disk in the words of templates.
 * @param held as the template has it: what the form does not show of it is not to be lost.
 */
function diskOf(
  { cloudDiskSpec, deviceName, ...disk }: NonNullable<ReturnType<typeof systemDiskOf>>,
  held: InstanceTemplateDiskAttachment | undefined,
): InstanceTemplateDiskAttachmentSpec {
  const policyId = held?.instanceTemplateDisk?.policyId;
  return {
    ...disk,
    ...(deviceName && { deviceName }),
    ...(cloudDiskSpec && {
      cloudDiskSpec: {
        // An old template may hold a kind that none can be given any more.
        diskType: diskKind.safeParse(cloudDiskSpec.diskType).data,
        diskSizeGB: cloudDiskSpec.diskSizeGB,
        ...(cloudDiskSpec.iops !== undefined && { iops: cloudDiskSpec.iops }),
        ...(cloudDiskSpec.snapshotId && { snapshotId: cloudDiskSpec.snapshotId }),
        ...(cloudDiskSpec.encrypt && { encrypt: true }),
        ...(policyId && { policyId }),
      },
    }),
  };
}

/** What is sent for a new one; the form has no faults. */
export function createInput(
  values: TemplateValues,
  facts: LaunchFacts,
  regionId: string,
): InputOf<typeof createInstanceTemplate> {
  const { passwordAuth, ...login } = loginOf(values);
  const [metadata, userdata, instanceTags] = [
    metadataOf(values),
    userdataOf(values),
    tagsOf(values),
  ];
  const { dataDisks = [], ...blocks } = blocksOf(values, facts);
  return {
    regionId,
    name: values.name,
    ...(values.description !== '' && { description: values.description }),
    instanceTemplateData: {
      ...blocks,
      ...(dataDisks.length > 0 && { dataDisks }),
      ...login,
      // Templates write it with a capital W.
      ...(passwordAuth && { passWordAuth: passwordAuth }),
      ...(metadata.length > 0 && { metadata }),
      ...(userdata.length > 0 && { userdata }),
      ...(instanceTags.length > 0 && { instanceTags }),
    },
  };
}

/**
 * What is sent to change one: what was changed, and nothing else, for a block that is given replaces the whole old one.
 * @returns nothing when nothing was changed.
 */
export function updateInput(
  values: TemplateValues,
  facts: LaunchFacts,
  regionId: string,
  held: Held,
): InputOf<typeof updateInstanceTemplate> | undefined {
  const { template, values: had } = held;
  const data = {
    ...blockChanges(values, facts, held),
    ...loginChanges(values, held),
    ...pairChanges(values, had),
    ...(values.userdata !== had.userdata && { userdata: userdataOf(values) }),
  };
  const changes = {
    ...(values.name !== had.name && { name: values.name }),
    ...(values.description !== had.description && { description: values.description }),
    ...(Object.keys(data).length > 0 && { instanceTemplateData: data }),
  };
  if (Object.keys(changes).length === 0) return undefined;
  return { regionId, instanceTemplateId: template.id, ...changes };
}

function blockChanges(
  values: TemplateValues,
  facts: LaunchFacts,
  { template, values: had }: Held,
): UpdateInstanceTemplateSpec {
  const before = blocksOf(had, facts, template);
  const now = blocksOf(values, facts, template);
  const changed = (name: keyof Blocks) =>
    JSON.stringify(now[name]) !== JSON.stringify(before[name]);
  // Another image has other disks: what the template says of them is said anew.
  const otherImage = values.imageId !== had.imageId;
  const { elasticIp } = now;
  return {
    ...(changed('instanceType') && { instanceType: now.instanceType }),
    ...(otherImage && { imageId: now.imageId }),
    ...(changed('burstSpec') && { burstSpec: now.burstSpec }),
    // A local system disk comes with its image; that the template held another one has to be taken back.
    ...((otherImage || changed('systemDisk')) && {
      systemDisk: now.systemDisk ?? { diskCategory: 'local' },
    }),
    ...((otherImage || changed('dataDisks')) && { dataDisks: now.dataDisks }),
    ...(changed('primaryNetworkInterface') && {
      primaryNetworkInterface: now.primaryNetworkInterface,
    }),
    ...(changed('elasticIp') && (elasticIp ? { elasticIp } : { noElasticIp: true })),
    ...(changed('chargeOnStopped') && { chargeOnStopped: now.chargeOnStopped }),
    ...(changed('autoImagePolicyId') && { autoImagePolicyId: now.autoImagePolicyId }),
  };
}

/** A password the template holds is neither known here nor sent: it stays unless another login is chosen. */
function loginChanges(values: TemplateValues, held: Held): UpdateInstanceTemplateSpec {
  const { values: had, template } = held;
  const { login, keyName, passwordToo } = values;
  const sameKey = keyName === had.keyName && passwordToo === had.passwordToo;
  const same = login === had.login && (login === 'key' ? sameKey : login !== 'password');
  if (same) return {};
  const { passwordAuth, ...given } = loginOf(values);
  const drops = login !== 'kept' && login !== 'password' && login !== had.login;
  return {
    ...given,
    ...(passwordAuth && { passWordAuth: passwordAuth }),
    ...(had.login === 'key' && login !== 'key' && { keyNames: [] }),
    ...(had.login === 'image' && { imageInherit: 'no' as const }),
    ...(drops && template.instanceTemplateData?.includePassword && { noPassword: true }),
  };
}

/** Metadata and tags are merged by key, so that what is to go has to be named. */
function pairChanges(values: TemplateValues, had: TemplateValues): UpdateInstanceTemplateSpec {
  const lower = ({ key }: Pair) => key.toLowerCase();
  const own = ({ key }: Pair) => key;
  const metadata = [
    ...metadataOf({ metadata: newPairs(values.metadata, had.metadata) }),
    // The dash deletes the key before it.
    ...lostPairs(values.metadata, had.metadata, lower).map(({ key }) => ({ key: `${key}-` })),
  ];
  const instanceTags = tagsOf({ tags: newPairs(values.tags, had.tags) });
  const removed = lostPairs(values.tags, had.tags, own).map(own);
  return {
    ...(metadata.length > 0 && { metadata }),
    ...(instanceTags.length > 0 && { instanceTags }),
    ...(removed.length > 0 && { removeInstanceTags: removed }),
  };
}

function newPairs(now: readonly Pair[], had: readonly Pair[]): Pair[] {
  return now.filter(({ key, value }) => !had.some((one) => one.key === key && one.value === value));
}

function lostPairs(
  now: readonly Pair[],
  had: readonly Pair[],
  keyOf: (pair: Pair) => string,
): Pair[] {
  const kept = new Set(now.map(keyOf));
  return had.filter((pair) => !kept.has(keyOf(pair)));
}
