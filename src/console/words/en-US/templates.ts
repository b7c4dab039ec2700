import { count, kit, plural } from './kit.ts';

const ownWord = (words: Readonly<Record<string, string>>, key: string) =>
  Object.entries(words).find(([name]) => name === key)?.[1] ?? key;

const templatesOf = (n: number) => plural(n, 'template');

/** List, page and dialogs of instance templates. */
export const templates = {
  title: 'Instance templates',
  unit: '',
  quota: (used: number, limit: number) => `${count(used)} of ${count(limit)} templates`,
  search: 'Name, ID, type, image or tag',
  loading: 'Fetching templates',
  failed: 'The templates could not be fetched',
  failedOne: 'The template could not be fetched',
  missing: (id: string) => `There is no template ${id} here`,
  missingHint: 'It was deleted, or it is in another region.',
  toList: 'All templates',
  selected: (n: number) => `${templatesOf(n)} selected`,
  empty: (region: string) => `No instance templates in ${region}`,
  emptyHint:
    'A template holds type, image, disks, network and login, so that instances made from it are alike.',
  nameRule: '1 to 32: Chinese, letters, digits, _ and -',
  columns: {
    name: 'Name',
    id: 'ID',
    type: 'Type',
    image: 'Image',
    disks: 'Disks',
    subnet: 'Subnet',
    login: 'Login',
    publicIp: 'Public IP',
    usedBy: 'Used by',
    created: 'Created',
    tags: 'Tags',
    description: 'Description',
    keyPair: 'Key pair',
    vpc: 'VPC',
  },
  tabs: {
    label: 'Parts of the template',
    overview: 'Overview',
    activity: 'Activity',
    json: 'JSON',
  },
  groups: {
    about: 'Template',
    machine: 'Machine',
    login: 'Login',
    disks: 'Disks',
    network: 'Network',
    other: 'Billing and tags',
  },
  about: {
    name: 'Name',
    description: 'Description',
    created: 'Created',
    usedBy: 'Used by',
    nobody: 'no availability group',
  },
  fields: {
    instanceType: 'Type',
    imageId: 'Image',
    burstMode: 'Burst mode',
    keyNames: 'Key pair',
    includePassword: 'Password',
    passwordAuth: 'Password login',
    imageInherit: 'Image login',
    systemDisk: 'System disk',
    dataDisks: 'Data disks',
    vpcId: 'VPC',
    subnetId: 'Subnet',
    securityGroups: 'Security groups',
    ipv6AddressCount: 'IPv6',
    elasticIp: 'Public IP',
    chargeOnStopped: 'When stopped',
    autoImagePolicyId: 'Image policy',
    tags: 'Tags',
    snapshotId: 'Snapshot',
  },
  dataDisk: (n: number) => `Data disk ${n}`,
  values: {
    nothing: '–',
    together: kit.together,
    likeImage: 'as the image has it',
    likeImageShort: 'as image',
    ownPassword: 'held by the template',
    randomPassword: 'a random one, sent by text message and e-mail',
    yesNo: (value: string) => ownWord({ yes: 'yes', no: 'no' }, value),
    burstMode: (mode: string) => ownWord({ standard: 'Standard', unlimited: 'Unlimited' }, mode),
    addresses: (n: number) => plural(n, 'address', 'addresses'),
    elasticIp: ({
      bandwidthMbps,
      provider,
      chargeMode = '',
    }: {
      bandwidthMbps?: number | undefined;
      provider?: string | undefined;
      chargeMode?: string | undefined;
    }) =>
      kit.together([
        bandwidthMbps !== undefined && `${count(bandwidthMbps)} Mbps`,
        provider,
        ownWord({ bandwith: 'billed by bandwidth', flow: 'billed by traffic' }, chargeMode),
      ]),
    chargeOnStopped: (mode: string) =>
      ownWord({ keepCharging: 'Keep charging', stopCharging: 'Stop charging' }, mode),
    local: 'local disk',
    gb: (n: number) => `${count(n)} GB`,
    sizes: (sizes: readonly (number | undefined)[]) =>
      `${sizes.map((size) => (size === undefined ? 'image' : count(size))).join(' + ')} GB`,
    mbps: (n: number) => `${count(n)} Mbps`,
    iops: (n: number) => `${count(n)} IOPS`,
    encrypted: 'encrypted',
    policy: (id: string) => `snapshot policy ${id}`,
    deleted: 'deleted with the instance',
    kept: 'kept, billed on',
    leftOut: 'left out, though the image has it',
    gone: 'does not exist any more',
    unusable: 'cannot be used now',
    likeImageLogin: 'As the image',
    password: 'password',
    random: 'Random password',
  },
  custom: {
    title: 'Metadata and launch script',
    show: 'Show',
    hint: 'Kept apart from the other fields, and often with credentials in it: read when you ask for it, and gone with this page.',
    metadata: 'Metadata',
    script: 'Launch script',
    none: 'The template has neither.',
    noMetadata: 'No metadata',
    noScript: 'No launch script',
    unreadable: 'It is no text.',
  },
  actions: {
    verify: 'Verify',
    compare: 'Compare',
    edit: 'Change',
    createLike: 'Create one like it',
    create: 'Create template',
  },
  verify: {
    title: (name: string) => `Verify ${name}`,
    titleMany: (n: number) => `Verify ${templatesOf(n)}`,
    meaning:
      'Whether instances can be made from it: the cloud looks whether all it names exists, and stops at the first thing that does not.',
    valid: 'Valid: all it names exists, and its image can be used.',
    summary: (valid: number, of: number) => `${count(valid)} of ${count(of)} valid`,
    checking: 'The cloud is looking',
    again: 'Verify again',
    close: 'Close',
    mend: 'Fix',
    fields: 'What it names, as it is now',
    field: 'Field',
    value: 'Names',
    state: 'State',
    states: {
      unknown: 'Not known',
      there: 'Exists',
      missing: 'Does not exist',
      unusable: 'Cannot be used now',
    },
    findings: {
      instanceType: (id: string) =>
        `The instance type ${id} is not offered here any more. Choose another type.`,
      imageId: (id: string) =>
        id === ''
          ? 'Its image cannot be used now. Wait until it is available, or choose another.'
          : `The image ${id} does not exist any more. Choose another image.`,
      subnetId: (id: string) => `The subnet ${id} does not exist any more. Choose another subnet.`,
      securityGroups: (id: string) =>
        `The security group ${id} does not exist any more. Choose others.`,
      keyNames: (id: string) =>
        `The key pair ${id} does not exist any more. Choose another one, or make one of this name.`,
      snapshotId: (id: string) =>
        `The snapshot ${id} does not exist any more. Choose another one, or a blank disk.`,
    },
    other: 'The cloud could not say.',
  },
  compare: {
    title: 'Compare',
    field: 'Field',
    first: 'First',
    second: 'Second',
    kindOf: (which: string) => `${which}: what kind of thing`,
    template: 'Template',
    instance: 'Instance',
    pickTemplate: 'Choose a template',
    pickInstance: 'Choose an instance',
    swap: 'Swap',
    onlyDifferences: 'Only differences',
    differs: 'differs',
    untold: 'not told by an instance',
    choose: 'Choose two templates, or a template and an instance.',
    alike: 'They are alike in everything they tell.',
    differing: (n: number, of: number) => `They differ in ${count(n)} of ${plural(of, 'field')}.`,
  },
  delete: {
    title: (name: string) => `Delete ${name}?`,
    verb: 'Delete template',
    consequence: 'Instances made from it stay as they are. Nothing can be made from it any more.',
    typeName: 'Type the name of the template to confirm',
    typeNumber: (n: number) => `Type ${n}, the number of templates, to confirm`,
    final: 'This cannot be undone.',
  },
};
