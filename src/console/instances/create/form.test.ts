import { describe, expect, test } from 'vitest';
import { createInstances } from '../../../contract/instance-create.ts';
import type { Sentence } from '../../../contract/words.ts';
import type { LaunchFacts } from '../../launch/facts.ts';
import { fromInstance, fromTemplate } from '../../launch/from.ts';
import type { DiskDraft } from '../../launch/values.ts';
import { create as words } from '../../words/en-US/create.ts';
import { launch as say } from '../../words/en-US/launch.ts';
import {
  type Base,
  createFaults,
  createInput,
  type CreateValues,
  emptyCreate,
  plannedNames,
} from './form.ts';

const saying = { say, words, speak: (sentence: Sentence) => sentence['en-US'] };

const facts: LaunchFacts = {
  images: [],
  types: [],
  vpcs: [],
  subnets: [],
  groups: [],
  keypairs: [{ keyName: 'ops' }],
  snapshots: [{ snapshotId: 'snapshot-1', snapshotSizeGB: 120, status: 'available' }],
  image: {
    imageId: 'img-1',
    status: 'ready',
    imageSource: 'private',
    osType: 'linux',
    rootDeviceType: 'cloudDisk',
    systemDiskSizeGB: 60,
    dataDisks: [{ deviceName: 'vdb', cloudDisk: { diskType: 'ssd.gp1', diskSizeGB: 100 } }],
  },
  excluded: [],
  type: {
    instanceType: 'g.n4.large',
    cpu: 2,
    generation: 4,
    cloudDiskCountLimit: 3,
    cloudDiskTypes: ['ssd.gp1', 'ssd.io1'],
    state: [
      { az: 'cn-north-1a', inStock: true },
      { az: 'cn-north-1b', inStock: false },
    ],
  },
  subnet: {
    subnetId: 'subnet-1',
    vpcId: 'vpc-1',
    addressPrefix: '10.0.0.0/24',
    availableIpCount: 20,
    ipv6StartIp: 'fd00::1',
  },
  zone: 'cn-north-1a',
  failed: {
    images: false,
    types: false,
    subnets: false,
    groups: false,
    keypairs: false,
    snapshots: false,
  },
};

const filled: CreateValues = {
  ...emptyCreate('cn-north-1a', 'token-1'),
  imageId: 'img-1',
  instanceType: 'g.n4.large',
  subnetId: 'subnet-1',
  keyName: 'ops',
  name: 'web',
};

const disk: DiskDraft = {
  id: 'd1',
  device: 'vdc',
  snapshotId: '',
  type: 'ssd.gp1',
  sizeGB: '100',
  iops: '',
  encrypt: false,
  autoDelete: true,
};

/** What is wrong with the filled form once some of it, or of what is known, is otherwise: field and message. */
function faultsWith(
  change: Partial<CreateValues>,
  known: Partial<LaunchFacts> = {},
  room = { used: 10, limit: 20 },
): Record<string, string> {
  const found = createFaults({ ...filled, ...change }, { ...facts, ...known }, room, saying);
  return Object.fromEntries(found.map(({ field, message }) => [field, message]));
}

function specWith(change: Partial<CreateValues>, base?: Base, known: Partial<LaunchFacts> = {}) {
  const input = createInput({ ...filled, ...change }, { ...facts, ...known }, 'cn-north-1', base);
  // What the proxy would let through.
  expect(createInstances.input.safeParse(input).error).toBeUndefined();
  return input.instanceSpec;
}

describe('faults', () => {
  test('a filled form has none', () => {
    expect(faultsWith({})).toEqual({});
  });

  test('an empty one names everything that is needed, in the order of the form', () => {
    const found = createFaults(
      emptyCreate('cn-north-1a', 't'),
      { ...facts, image: undefined, type: undefined, subnet: undefined },
      undefined,
      saying,
    );
    expect(found.map(({ field }) => field)).toEqual([
      'imageId',
      'instanceType',
      'subnetId',
      'keyName',
      'name',
    ]);
  });

  test.each<[string, Partial<CreateValues>, string]>([
    ['a count of none', { count: '0' }, 'count'],
    ['a count beyond the call', { count: '101' }, 'count'],
    ['a count that is no number', { count: 'many' }, 'count'],
    ['a dot at the end of a name', { name: 'web.' }, 'name'],
    ['a sequence at the beginning of a name', { name: '[001]web' }, 'name'],
    ['a name that its number makes too long', { name: 'n'.repeat(128), count: '2' }, 'name'],
    ['a host name with a space', { hostname: 'a b' }, 'hostname'],
    ['a description too long', { description: 'd'.repeat(257) }, 'description'],
    ['a fixed address for several', { address: '10.0.0.9', count: '2' }, 'address'],
    ['an address that is none', { address: '10.0.0' }, 'address'],
    ['an address of another block', { address: '10.0.1.9' }, 'address'],
    ['the address of the gateway', { address: '10.0.0.1' }, 'address'],
    ['a system disk smaller than the image', { systemGB: '40' }, 'vda-size'],
    ['a system disk between the steps', { systemGB: '65' }, 'vda-size'],
    ['a kind the type does not take', { systemType: 'hdd.std1' }, 'vda-type'],
    ['too many operations', { systemType: 'ssd.io1', systemIops: '9000' }, 'vda-iops'],
    ['a disk too small', { disks: [{ ...disk, sizeGB: '10' }] }, 'd1-size'],
    [
      'a disk smaller than its snapshot',
      { disks: [{ ...disk, snapshotId: 'snapshot-1' }] },
      'd1-size',
    ],
    ['no snapshot chosen', { disks: [{ ...disk, snapshotId: '?' }] }, 'd1-snapshot'],
    [
      'more disks than the type takes',
      { disks: [disk, { ...disk, id: 'd2', device: 'vdd' }] },
      'disks',
    ],
    ['too much bandwidth', { addressMode: 'traffic', mbps: '201' }, 'mbps'],
    ['a key that is gone', { keyName: 'old' }, 'keyName'],
    ['no password', { login: 'password' }, 'password'],
    ['a weak password', { login: 'password', password: 'abcdefgh' }, 'password'],
    ['a script without its first line', { userdata: 'echo hello' }, 'userdata'],
    ['metadata without a key', { metadata: [{ id: 'm', key: '', value: 'v' }] }, 'm-key'],
    ['metadata that would delete', { metadata: [{ id: 'm', key: 'a-', value: '' }] }, 'm-key'],
    [
      'metadata twice',
      {
        metadata: [
          { id: 'm', key: 'A', value: '' },
          { id: 'n', key: 'a', value: '' },
        ],
      },
      'n-key',
    ],
    ['a tag of the system', { tags: [{ id: 't', key: 'jdc-x', value: '' }] }, 't-key'],
    ['a value no tag may have', { tags: [{ id: 't', key: 'a', value: '<' }] }, 't-value'],
    [
      'too many tags',
      { tags: Array.from({ length: 11 }, (_, n) => ({ id: `t${n}`, key: `k${n}`, value: '' })) },
      'tags',
    ],
  ])('%s', (_, change, field) => {
    expect(Object.keys(faultsWith(change))).toEqual([field]);
  });

  test('what the image cannot do', () => {
    const windows = { ...facts.image, imageId: 'img-1', osType: 'windows' as const };
    expect(faultsWith({}, { image: windows })).toEqual({ keyName: 'Windows takes no key pair.' });
    expect(faultsWith({ hostname: 'a.b', login: 'later' }, { image: windows })).toHaveProperty(
      'hostname',
    );
    const official = { ...facts.image, imageId: 'img-1', imageSource: 'public' as const };
    expect(faultsWith({ login: 'image' }, { image: official })).toHaveProperty('login');
    const offline = { ...facts.image, imageId: 'img-1', offline: true };
    expect(faultsWith({}, { image: offline })).toEqual({ imageId: 'Taken offline.' });
    expect(faultsWith({}, { excluded: ['g.n4.large'] })).toEqual({
      instanceType: 'The image does not support this type.',
    });
  });

  test('what is not there to be had', () => {
    expect(faultsWith({}, { zone: 'cn-north-1b' })).toEqual({
      instanceType: 'Sold out in cn-north-1b',
    });
    expect(faultsWith({}, {}, { used: 20, limit: 20 })).toHaveProperty('count');
    // The cloud makes as many as there is room for.
    expect(faultsWith({ count: '30' }, {}, { used: 10, limit: 20 })).toEqual({});
    const full = { ...facts.subnet, subnetId: 'subnet-1', availableIpCount: 0 };
    expect(faultsWith({}, { subnet: full })).toEqual({ subnetId: 'It has no free addresses.' });
    expect(faultsWith({}, { type: undefined })).toHaveProperty('instanceType');
  });

  test('first-generation types take no encrypted disks', () => {
    const type = { ...facts.type, instanceType: 'g.n4.large', generation: 1 };
    expect(faultsWith({ systemEncrypt: true }, { type })).toHaveProperty('vda-encrypt');
  });
});

describe('what is sent', () => {
  test('is what was chosen, and nothing that was left empty', () => {
    expect(createInput(filled, facts, 'cn-north-1')).toEqual({
      regionId: 'cn-north-1',
      maxCount: 1,
      clientToken: 'token-1',
      instanceSpec: {
        az: 'cn-north-1a',
        name: 'web',
        charge: { chargeMode: 'postpaid_by_duration' },
        instanceType: 'g.n4.large',
        imageId: 'img-1',
        systemDisk: {
          diskCategory: 'cloud',
          autoDelete: true,
          cloudDiskSpec: { diskType: 'ssd.gp1', diskSizeGB: 60 },
        },
        primaryNetworkInterface: { networkInterface: { subnetId: 'subnet-1' } },
        keyNames: ['ops'],
        passwordAuth: 'no',
        chargeOnStopped: 'keepCharging',
      },
    });
  });

  test('a period, and disks that are kept with it', () => {
    const spec = specWith({
      prepaid: true,
      period: 'year-2',
      autoRenew: true,
      stopCharging: true,
      disks: [disk],
    });
    expect(spec.charge).toEqual({
      chargeMode: 'prepaid_by_duration',
      chargeUnit: 'year',
      chargeDuration: 2,
      autoRenew: true,
    });
    expect(spec.dataDisks?.[0]?.autoDelete).toBe(false);
    expect(spec.chargeOnStopped).toBe('keepCharging');
  });

  test('disks of the image that are left out, and of one’s own', () => {
    const spec = specWith({
      leftOut: ['vdb'],
      disks: [
        {
          ...disk,
          type: 'ssd.io1',
          iops: '3000',
          encrypt: true,
          snapshotId: 'snapshot-1',
          sizeGB: '120',
        },
      ],
    });
    expect(spec.dataDisks).toEqual([
      { deviceName: 'vdb', noDevice: true },
      {
        diskCategory: 'cloud',
        deviceName: 'vdc',
        autoDelete: true,
        cloudDiskSpec: {
          diskType: 'ssd.io1',
          diskSizeGB: 120,
          iops: 3000,
          snapshotId: 'snapshot-1',
          encrypt: true,
        },
      },
    ]);
  });

  test('nothing of a local system disk', () => {
    const image = { ...facts.image, imageId: 'img-1', rootDeviceType: 'localDisk' as const };
    const spec = specWith({ stopCharging: true }, undefined, { image });
    expect(spec.systemDisk).toBeUndefined();
    expect(spec.chargeOnStopped).toBe('keepCharging');
  });

  test.each<[CreateValues['login'], Partial<CreateValues>, object]>([
    ['key', { passwordToo: true }, { keyNames: ['ops'], passwordAuth: 'yes' }],
    ['password', { password: 'Tr0ub4dor&3x' }, { password: 'Tr0ub4dor&3x' }],
    ['image', {}, { imageInherit: 'yes' }],
    ['later', {}, {}],
  ])('a login by %s', (login, change, wanted) => {
    const { keyNames, password, passwordAuth, imageInherit } = specWith({ login, ...change });
    const sent = { keyNames, password, passwordAuth, imageInherit };
    expect(Object.fromEntries(Object.entries(sent).filter(([, value]) => value))).toEqual(wanted);
  });

  test('names are counted', () => {
    expect(plannedNames({ name: 'web-[098]', count: '3' })).toEqual([
      'web-098',
      'web-099',
      'web-100',
    ]);
    expect(plannedNames({ name: 'web', count: '2' })).toEqual(['web1', 'web2']);
    expect(specWith({ name: 'web-[098]', hostname: 'h-[098].local', count: '3' })).toMatchObject({
      name: 'web-[098]',
      hostname: 'h-[098].local',
    });
  });
});

describe('from a template', () => {
  const data = {
    instanceType: 'g.n4.large',
    imageId: 'img-1',
    keyNames: ['ops'],
    passwordAuth: 'no' as const,
    includePassword: true,
    systemDisk: { instanceTemplateDisk: { diskType: 'ssd.gp1' as const, diskSizeGB: 80 } },
    dataDisks: [
      {
        deviceName: 'vdc',
        autoDelete: false,
        instanceTemplateDisk: { diskType: 'ssd.io1' as const, diskSizeGB: 500, iops: 15000 },
      },
    ],
    primaryNetworkInterface: {
      networkInterface: { subnetId: 'subnet-1', securityGroups: ['sg-1'] },
    },
    elasticIp: { bandwidthMbps: 5, provider: 'BGP' as const, chargeMode: 'flow' as const },
    instanceTags: [{ key: 'team', value: 'trade' }],
  };
  const values = fromTemplate(data, { metadata: [{ key: 'role', value: 'front' }] }, facts.image);
  const base: Base = { templateId: 'it-1', name: 'web', holdsPassword: true, values };
  const own = { az: 'cn-north-1a', name: 'web', charge: { chargeMode: 'postpaid_by_duration' } };

  test('nothing but what only an instance has, when nothing is changed', () => {
    expect(specWith(values, base)).toEqual({ ...own, instanceTemplateId: 'it-1' });
  });

  test('only what is changed', () => {
    expect(specWith({ ...values, instanceType: 'g.n4.xlarge', systemGB: '100' }, base)).toEqual({
      ...own,
      instanceTemplateId: 'it-1',
      instanceType: 'g.n4.xlarge',
      systemDisk: {
        diskCategory: 'cloud',
        autoDelete: true,
        cloudDiskSpec: { diskType: 'ssd.gp1', diskSizeGB: 100 },
      },
    });
  });

  test('what is not wanted is called off by name', () => {
    const without = { addressMode: 'none', tags: [], disks: [], metadata: [] } as const;
    const spec = specWith({ ...values, ...without, tags: [], disks: [], metadata: [] }, base);
    expect(spec).toEqual({
      ...own,
      instanceTemplateId: 'it-1',
      noElasticIp: true,
      noInstanceTags: true,
      dataDisks: [{ deviceName: 'vdc', noDevice: true }],
      metadata: [],
    });
  });

  test.each<[Partial<CreateValues>, object]>([
    [{ login: 'later' }, { noKeyNames: true, noPassword: true }],
    [{ login: 'kept' }, { noKeyNames: true }],
    [
      { login: 'password', password: 'Tr0ub4dor&3x' },
      { noKeyNames: true, password: 'Tr0ub4dor&3x' },
    ],
    [{ keyName: 'other' }, { keyNames: ['other'], passwordAuth: 'no' }],
  ])('another login than its own: %j', (change, wanted) => {
    expect(specWith({ ...values, ...change }, base)).toEqual({
      ...own,
      instanceTemplateId: 'it-1',
      ...wanted,
    });
  });

  test('another image makes the cloud forget its disks, so they are sent', () => {
    const spec = specWith({ ...values, imageId: 'img-2' }, base, {
      image: { ...facts.image, imageId: 'img-2', dataDisks: [] },
    });
    expect(spec).toMatchObject({
      imageId: 'img-2',
      systemDisk: { cloudDiskSpec: { diskSizeGB: 80 } },
      dataDisks: [{ deviceName: 'vdc' }],
    });
  });
});

test('like an instance: the same machine, blank disks, no address of its own', () => {
  const values = fromInstance(
    {
      instanceId: 'i-1',
      instanceType: 'g.n4.large',
      imageId: 'img-1',
      subnetId: 'subnet-1',
      privateIpAddress: '10.0.0.9',
      elasticIpId: 'fip-1',
      keyNames: ['ops'],
      systemDisk: {
        diskCategory: 'cloud',
        cloudDisk: { diskType: 'ssd.io1', diskSizeGB: 80, iops: 2400 },
      },
      dataDisks: [
        {
          diskCategory: 'cloud',
          deviceName: 'vdc',
          status: 'attached',
          autoDelete: true,
          cloudDisk: { diskType: 'ssd.gp1', diskSizeGB: 200, iops: 1800, snapshotId: 'snapshot-9' },
        },
        { diskCategory: 'cloud', deviceName: 'vdd', status: 'detached', cloudDisk: {} },
      ],
      primaryNetworkInterface: { networkInterface: { securityGroups: [{ groupId: 'sg-1' }] } },
      tags: [{ key: 'team', value: 'trade' }],
    },
    { userdata: [{ value: btoa('#!/bin/bash\n') }] },
    facts.image,
    { elasticIpId: 'fip-1', bandwidthMbps: 8, charge: { chargeMode: 'postpaid_by_usage' } },
  );
  expect(specWith(values)).toMatchObject({
    systemDisk: { cloudDiskSpec: { diskType: 'ssd.io1', diskSizeGB: 80, iops: 2400 } },
    dataDisks: [
      // Of the image, which this instance has no more.
      { deviceName: 'vdb', noDevice: true },
      {
        deviceName: 'vdc',
        autoDelete: true,
        cloudDiskSpec: { diskType: 'ssd.gp1', diskSizeGB: 200 },
      },
    ],
    primaryNetworkInterface: {
      networkInterface: { subnetId: 'subnet-1', securityGroups: ['sg-1'] },
    },
    elasticIp: { bandwidthMbps: 8, chargeSpec: { chargeMode: 'postpaid_by_usage' } },
    keyNames: ['ops'],
    userdata: [{ key: 'launch-script', value: btoa('#!/bin/bash\n') }],
    userTags: [{ key: 'team', value: 'trade' }],
  });
});
