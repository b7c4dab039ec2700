import { publicImages } from './image-catalogue.ts';
import type { RegionWorld, TemplateFacts, TemplateRecord, World } from './world.ts';

const day = 24 * 60 * 60 * 1000;

/** Names of the key pairs each region starts with; the first is the one most machines use. */
export const seededKeyNames = ['ops-2026', 'ci-runners', 'liwei-laptop', 'legacy-2023'] as const;

const keyAges = [320, 386, 523, 1307] as const;

/** Four key pairs in cn-north-1, two elsewhere. Their private halves never existed. */
export function seedKeypairs(world: World, region: RegionWorld): void {
  const { random, scheduler } = world;
  const names = region.id === 'cn-north-1' ? seededKeyNames : seededKeyNames.slice(0, 2);
  names.forEach((name, index) => {
    const bytes = Array.from({ length: 16 }, () =>
      random.between(0, 255).toString(16).padStart(2, '0'),
    );
    const created = scheduler.now() - (keyAges[index] ?? 100) * day;
    region.keypairs.set(name, { name, fingerprint: bytes.join(':'), created });
  });
}

const imageId = (name: (typeof publicImages)[number]['name']): string =>
  (publicImages.find((image) => image.name === name) ?? publicImages[0]).id;

interface SeededTemplate {
  name: string;
  description: string;
  includePassword?: true;
  data: Omit<TemplateFacts, 'primaryNetworkInterface'>;
}

const templates: readonly SeededTemplate[] = [
  {
    name: 'web-standard',
    description: 'Stateless web tier behind the load balancer',
    data: {
      instanceType: 'g.n4.large',
      imageId: imageId('CentOS 7.6 64位'),
      systemDisk: {
        diskCategory: 'cloud',
        autoDelete: true,
        cloudDiskSpec: { diskType: 'ssd.gp1', diskSizeGB: 40 },
      },
      keyNames: ['ops-2026'],
      passWordAuth: 'no',
      elasticIp: { bandwidthMbps: 5, provider: 'BGP', chargeMode: 'bandwith' },
      chargeOnStopped: 'keepCharging',
      instanceTags: [
        { key: 'team', value: 'trade' },
        { key: 'env', value: 'prod' },
      ],
    },
  },
  {
    name: 'pg-replica',
    description: 'PostgreSQL replica with a fast data disk',
    data: {
      instanceType: 'm.n4.xlarge',
      imageId: imageId('CentOS 7.6 64位'),
      systemDisk: {
        diskCategory: 'cloud',
        autoDelete: true,
        cloudDiskSpec: { diskType: 'ssd.gp1', diskSizeGB: 80 },
      },
      dataDisks: [
        {
          diskCategory: 'cloud',
          autoDelete: false,
          deviceName: 'vdb',
          cloudDiskSpec: { diskType: 'ssd.io1', diskSizeGB: 500, iops: 15000 },
        },
      ],
      keyNames: ['ops-2026'],
      instanceTags: [{ key: 'team', value: 'data' }],
      metadata: [{ key: 'role', value: 'replica' }],
    },
  },
  {
    name: 'ci-runner',
    description: 'Throw-away build machine; stops without charge',
    data: {
      instanceType: 'c.n4.2xlarge',
      imageId: imageId('Ubuntu 20.04 64位'),
      systemDisk: {
        diskCategory: 'cloud',
        autoDelete: true,
        cloudDiskSpec: { diskType: 'ssd.gp1', diskSizeGB: 100 },
      },
      keyNames: ['ci-runners'],
      chargeOnStopped: 'stopCharging',
      // #!/bin/bash, newline, /opt/runner/register.sh
      userdata: [
        { key: 'launch-script', value: 'IyEvYmluL2Jhc2gKL29wdC9ydW5uZXIvcmVnaXN0ZXIuc2gK' },
      ],
      instanceTags: [{ key: 'team', value: 'infra' }],
    },
  },
  {
    name: 'win-desktop',
    description: 'Windows build and test machine',
    includePassword: true,
    data: {
      instanceType: 'g.n4.xlarge',
      imageId: imageId('Windows Server 2016 数据中心版 64位 中文版'),
      systemDisk: {
        diskCategory: 'cloud',
        autoDelete: true,
        cloudDiskSpec: { diskType: 'ssd.gp1', diskSizeGB: 60 },
      },
    },
  },
  {
    name: 'burst-small',
    description: '',
    data: {
      instanceType: 't.c2.large',
      imageId: imageId('Ubuntu 18.04 64位'),
      burstSpec: { burstMode: 'standard' },
      keyNames: ['ops-2026'],
    },
  },
  {
    name: 'old-batch',
    // Its key pair is gone, so that verifying it finds something.
    description: 'Uses a key pair that was deleted',
    data: {
      instanceType: 'g.n2.xlarge',
      imageId: imageId('CentOS 7.4 64位'),
      keyNames: ['batch-2019'],
    },
  },
];

/** Six templates in cn-north-1, two elsewhere. Called once the region has a subnet and a security group. */
export function seedTemplates(world: World, region: RegionWorld): void {
  const { random, scheduler } = world;
  const [subnet] = region.subnets.values();
  if (!subnet) return;
  const group = [...region.securityGroups.values()].find(({ vpcId }) => vpcId === subnet.vpcId);
  const mine = region.id === 'cn-north-1' ? templates : templates.slice(0, 2);
  mine.forEach((template, index) => {
    const record: TemplateRecord = {
      id: `it-${random.letters(10)}`,
      name: template.name,
      description: template.description,
      created: scheduler.now() - (index * 47 + 9) * day,
      data: {
        ...template.data,
        primaryNetworkInterface: {
          deviceIndex: 1,
          autoDelete: true,
          networkInterface: {
            subnetId: subnet.id,
            ...(group && { securityGroups: [group.id] }),
          },
        },
      },
      includePassword: template.includePassword ?? false,
      ags: index === 0 ? [{ id: `ag-${random.letters(10)}`, name: 'web-group' }] : [],
    };
    region.templates.set(record.id, record);
  });
}
