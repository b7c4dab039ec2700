import { describe, expect, test } from 'vitest';
import type { Instance } from '../../../contract/instances.ts';
import type { InstanceTemplate } from '../../../contract/templates.ts';
import { templates as words } from '../../words/en-US/templates.ts';
import { recipeOfInstance, recipeOfTemplate } from '../recipe.ts';
import { pairsOf } from './compare.ts';

const template = (more: InstanceTemplate['instanceTemplateData'] = {}) =>
  recipeOfTemplate({
    id: 'it-1',
    instanceTemplateData: {
      instanceType: 'g.n4.large',
      imageId: 'img-1',
      keyNames: ['ops'],
      systemDisk: {
        deviceName: 'vda',
        autoDelete: true,
        instanceTemplateDisk: { diskType: 'ssd.gp1', diskSizeGB: 40 },
      },
      primaryNetworkInterface: {
        networkInterface: { subnetId: 'subnet-1', securityGroups: ['sg-1'] },
      },
      ...more,
    },
  });

const verdicts = (...sides: [ReturnType<typeof template>, ReturnType<typeof template>]) =>
  Object.fromEntries(
    pairsOf(...sides, words).flatMap(({ pairs }) => pairs.map(({ id, verdict }) => [id, verdict])),
  );

const differing = (...sides: Parameters<typeof verdicts>) =>
  Object.entries(verdicts(...sides)).flatMap(([id, verdict]) => (verdict === 'differs' ? id : []));

describe('two templates', () => {
  test('made alike differ in nothing', () => {
    expect(differing(template(), template())).toEqual([]);
  });

  test('differ where their values do, and where only one has a data disk', () => {
    const other = template({
      instanceType: 'm.n4.large',
      dataDisks: [{ deviceName: 'vdb', instanceTemplateDisk: { diskSizeGB: 100 } }],
      instanceTags: [{ key: 'env', value: 'test' }],
    });
    expect(differing(template(), other)).toEqual(['instanceType', 'dataDisks 0', 'tags']);
  });

  test('differ in their passwords when one holds none and the other sends a random one', () => {
    const keyOnly = template({ passwordAuth: 'no' });
    expect(differing(template(), keyOnly)).toEqual(['includePassword', 'passwordAuth']);
  });
});

describe('a template and an instance', () => {
  const instance: Instance = {
    instanceId: 'i-1',
    instanceType: 'g.n4.large',
    imageId: 'img-1',
    keyNames: ['ops'],
    elasticIpId: 'fip-1',
    systemDisk: {
      deviceName: 'vda',
      diskCategory: 'cloud',
      autoDelete: true,
      cloudDisk: { diskType: 'ssd.gp1', diskSizeGB: 40, iops: 2600 },
    },
    dataDisks: [{ deviceName: 'vdb', diskCategory: 'local', status: 'attached', localDisk: {} }],
    subnetId: 'subnet-1',
    primaryNetworkInterface: { networkInterface: { securityGroups: [{ groupId: 'sg-1' }] } },
  };

  test('are alike when it was made from it; what an instance does not tell counts as nothing', () => {
    const found = verdicts(template(), recipeOfInstance(instance, undefined));
    expect(Object.entries(found).filter(([, verdict]) => verdict !== 'same')).toEqual([
      ['includePassword', 'untold'],
      ['passwordAuth', 'untold'],
      ['imageInherit', 'untold'],
    ]);
  });

  test('have a public address in the same words', () => {
    const elasticIp = {
      elasticIpId: 'fip-1',
      bandwidthMbps: 5,
      provider: 'BGP',
      charge: { chargeMode: 'postpaid_by_usage' },
    };
    const holds = template({
      elasticIp: { bandwidthMbps: 5, provider: 'BGP', chargeMode: 'flow' },
    });
    expect(differing(holds, recipeOfInstance(instance, elasticIp))).toEqual([]);
  });
});
