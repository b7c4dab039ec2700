import { describe, expect, test } from 'vitest';
import type { Image } from '../../../contract/images.ts';
import type { Subnet } from '../../../contract/subnets.ts';
import {
  createInstanceTemplate,
  type InstanceTemplate,
  updateInstanceTemplate,
} from '../../../contract/templates.ts';
import type { LaunchFacts } from '../../launch/facts.ts';
import { fromTemplate } from '../../launch/from.ts';
import { launch } from '../../words/en-US/launch.ts';
import { templateForm as words } from '../../words/en-US/template-form.ts';
import {
  createInput,
  emptyTemplate,
  type Held,
  templateFacts,
  templateFaults,
  type TemplateValues,
  updateInput,
} from './template-form.ts';

const image: Image = {
  imageId: 'img-1',
  imageSource: 'public',
  status: 'ready',
  osType: 'linux',
  rootDeviceType: 'cloudDisk',
  systemDiskSizeGB: 40,
};
const subnet: Subnet = { subnetId: 'subnet-1', vpcId: 'vpc-1', availableIpCount: 9 };
const facts: LaunchFacts = {
  images: [image],
  types: undefined,
  vpcs: undefined,
  subnets: [subnet],
  groups: undefined,
  keypairs: [{ keyName: 'ops' }, { keyName: 'ci' }],
  snapshots: undefined,
  image,
  excluded: [],
  type: { instanceType: 'g.n4.large', cloudDiskCountLimit: 8 },
  subnet,
  zone: undefined,
  failed: {
    images: false,
    types: false,
    subnets: false,
    groups: false,
    keypairs: false,
    snapshots: false,
  },
};

const template: InstanceTemplate = {
  id: 'it-1',
  name: 'web',
  description: 'Web tier',
  instanceTemplateData: {
    instanceType: 'g.n4.large',
    imageId: 'img-1',
    includePassword: true,
    systemDisk: {
      diskCategory: 'cloud',
      autoDelete: true,
      deviceName: 'vda',
      instanceTemplateDisk: { diskType: 'ssd.gp1', diskSizeGB: 40 },
    },
    dataDisks: [
      {
        diskCategory: 'cloud',
        autoDelete: false,
        deviceName: 'vdb',
        instanceTemplateDisk: { diskType: 'ssd.gp1', diskSizeGB: 100, policyId: 'policy-1' },
      },
    ],
    primaryNetworkInterface: {
      networkInterface: { subnetId: 'subnet-1', securityGroups: ['sg-1'] },
    },
    elasticIp: { bandwidthMbps: 5, provider: 'BGP', chargeMode: 'bandwith' },
    chargeOnStopped: 'keepCharging',
    autoImagePolicyId: 'pol-1',
    instanceTags: [
      { key: 'team', value: 'trade' },
      { key: 'env', value: 'prod' },
    ],
  },
};
const custom = {
  metadata: [
    { key: 'Role', value: 'web' },
    { key: 'tier', value: '1' },
  ],
  userdata: [{ value: btoa('#!/bin/bash\n') }],
};

function hold(of: InstanceTemplate = template): Held {
  const { instanceTemplateData: data = {}, name = '', description = '' } = of;
  return {
    template: of,
    values: {
      ...emptyTemplate,
      ...fromTemplate(data, custom, image),
      autoImagePolicyId: data.autoImagePolicyId ?? '',
      name,
      description,
    },
  };
}

/** What is sent when a held template is changed so; it fits the operation. */
function changed(change: (values: TemplateValues) => Partial<TemplateValues>, held = hold()) {
  const values = { ...held.values, ...change(held.values) };
  const input = updateInput(values, facts, 'cn-north-1', held);
  if (!input) return undefined;
  updateInstanceTemplate.input.parse(input);
  const { regionId: _, instanceTemplateId: __, instanceTemplateData, ...named } = input;
  return { ...named, ...(instanceTemplateData && { data: instanceTemplateData }) };
}

describe('a change sends', () => {
  test('nothing when nothing was changed', () => {
    expect(changed(() => ({}))).toBeUndefined();
  });

  test('name and description alone, when only they were changed', () => {
    expect(changed(() => ({ name: 'web-2' }))).toEqual({ name: 'web-2' });
    expect(changed(() => ({ description: '' }))).toEqual({ description: '' });
  });

  test('the block that was changed, and no other', () => {
    expect(changed(() => ({ systemGB: '80' }))).toEqual({
      data: {
        systemDisk: {
          diskCategory: 'cloud',
          autoDelete: true,
          cloudDiskSpec: { diskType: 'ssd.gp1', diskSizeGB: 80 },
        },
      },
    });
    expect(changed(() => ({ stopCharging: true }))).toEqual({
      data: { chargeOnStopped: 'stopCharging' },
    });
  });

  test('with a data disk the snapshot policy, which the form does not show', () => {
    const grown = changed(({ disks }) => ({
      disks: disks.map((disk) => ({ ...disk, sizeGB: '200' })),
    }));
    expect(grown?.data?.dataDisks).toMatchObject([
      { deviceName: 'vdb', cloudDiskSpec: { diskSizeGB: 200, policyId: 'policy-1' } },
    ]);
    expect(changed(() => ({ disks: [] }))).toEqual({ data: { dataDisks: [] } });
  });

  test('the end of the public address by its own word', () => {
    expect(changed(() => ({ addressMode: 'none' }))).toEqual({ data: { noElasticIp: true } });
    expect(changed(() => ({ addressMode: 'traffic' }))?.data).toEqual({
      elasticIp: { bandwidthMbps: 5, provider: 'BGP', chargeMode: 'flow' },
    });
  });

  test('keys of metadata and tags that are gone by name, and those that are new or other', () => {
    const pair = (key: string, value: string) => ({ id: key, key, value });
    expect(
      changed(() => ({ metadata: [pair('role', 'db')], tags: [pair('env', 'test')] })),
    ).toEqual({
      data: {
        metadata: [{ key: 'role', value: 'db' }, { key: 'tier-' }],
        instanceTags: [{ key: 'env', value: 'test' }],
        removeInstanceTags: ['team'],
      },
    });
  });

  test('an empty script for one that was taken out', () => {
    expect(changed(() => ({ userdata: '' }))).toEqual({ data: { userdata: [] } });
  });

  test('the disks anew when the image is another', () => {
    expect(changed(() => ({ imageId: 'img-2' }))?.data).toMatchObject({
      imageId: 'img-2',
      systemDisk: { cloudDiskSpec: { diskSizeGB: 40 } },
      dataDisks: [{ deviceName: 'vdb' }],
    });
  });
});

test('a disk of a kind that is no longer given can be replaced by another', () => {
  const { systemDisk } = template.instanceTemplateData ?? {};
  const old = { ...systemDisk, instanceTemplateDisk: { diskType: 'ssd', diskSizeGB: 40 } };
  const data = { ...template.instanceTemplateData, systemDisk: old };
  const held = hold({ ...template, instanceTemplateData: data });
  expect(changed(() => ({ systemType: 'ssd.gp1' }), held)?.data).toMatchObject({
    systemDisk: { cloudDiskSpec: { diskType: 'ssd.gp1', diskSizeGB: 40 } },
  });
});

describe('the password that a template holds', () => {
  test('is not sent, and stays while nobody chooses another login', () => {
    expect(hold().values).toMatchObject({ login: 'kept', password: '' });
    expect(changed(() => ({ systemGB: '60' }))?.data).not.toHaveProperty('password');
    expect(changed(() => ({ systemGB: '60' }))?.data).not.toHaveProperty('noPassword');
  });

  test('is replaced, or called off', () => {
    expect(changed(() => ({ login: 'password', password: 'Gr8!Wolf#42' }))?.data).toEqual({
      password: 'Gr8!Wolf#42',
    });
    expect(changed(() => ({ login: 'later' }))?.data).toEqual({ noPassword: true });
    expect(changed(() => ({ login: 'key', keyName: 'ci' }))?.data).toEqual({
      keyNames: ['ci'],
      passWordAuth: 'no',
      noPassword: true,
    });
  });

  test('gives way to no key where there is a key', () => {
    const data = { ...template.instanceTemplateData, keyNames: ['ops'], includePassword: false };
    const held = hold({ ...template, instanceTemplateData: data });
    expect(changed(() => ({ login: 'password', password: 'Gr8!Wolf#42' }), held)?.data).toEqual({
      password: 'Gr8!Wolf#42',
      keyNames: [],
    });
    expect(changed(() => ({ keyName: 'ci' }), held)?.data).toMatchObject({ keyNames: ['ci'] });
  });
});

describe('a new template', () => {
  const values: TemplateValues = {
    ...hold().values,
    name: 'copy',
    login: 'key',
    keyName: 'ops',
    passwordToo: false,
  };

  test('sends all that it is to hold, in words of its own', () => {
    const input = createInput(values, facts, 'cn-north-1');
    createInstanceTemplate.input.parse(input);
    expect(input).toMatchObject({
      name: 'copy',
      description: 'Web tier',
      instanceTemplateData: {
        instanceType: 'g.n4.large',
        imageId: 'img-1',
        keyNames: ['ops'],
        passWordAuth: 'no',
        elasticIp: { bandwidthMbps: 5, provider: 'BGP', chargeMode: 'bandwith' },
        metadata: [
          { key: 'Role', value: 'web' },
          { key: 'tier', value: '1' },
        ],
        userdata: [{ key: 'launch-script', value: btoa('#!/bin/bash\n') }],
        autoImagePolicyId: 'pol-1',
      },
    });
    expect(input.instanceTemplateData).not.toHaveProperty('passwordAuth');
  });

  const saying = { say: launch, speak: (one: { 'en-US': string }) => one['en-US'], words };
  const faults = (change: Partial<TemplateValues>, held?: Held) =>
    templateFaults({ ...values, ...change }, facts, false, saying, held).map(({ field }) => field);

  test('needs a name and takes less bandwidth than an instance', () => {
    expect(faults({})).toEqual([]);
    expect(faults({ name: '' })).toEqual(['name']);
    expect(faults({ name: 'no spaces' })).toEqual(['name']);
    expect(faults({ mbps: '201' })).toEqual(['mbps']);
    expect(faults({ addressMode: 'traffic', mbps: '999' })).toEqual(['mbps']);
  });

  test('takes twenty pairs of metadata', () => {
    const metadata = Array.from({ length: 21 }, (_, n) => ({
      id: String(n),
      key: `k${n}`,
      value: '',
    }));
    expect(faults({ metadata })).toEqual(['metadata']);
  });

  test('keeps an image policy for good', () => {
    expect(faults({ autoImagePolicyId: '' })).toEqual([]);
    expect(faults({ autoImagePolicyId: '' }, hold())).toEqual(['autoImagePolicyId']);
  });

  test('takes the disks that templates know', () => {
    const type = { instanceType: 'g.n4.large', cloudDiskTypes: ['ssd.gp1', 'ssd.gp2', 'ssd.io2'] };
    expect(templateFacts({ ...facts, type }).type?.cloudDiskTypes).toEqual(['ssd.gp1']);
  });
});
