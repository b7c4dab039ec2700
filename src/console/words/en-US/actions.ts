import { count, plural } from './kit.ts';

type PartKind =
  | 'systemDisk'
  | 'dataDisk'
  | 'localDisk'
  | 'primaryInterface'
  | 'interface'
  | 'elasticIp';

const partNames: Record<PartKind, string> = {
  systemDisk: 'System disk',
  dataDisk: 'Data disk',
  localDisk: 'Local disk',
  primaryInterface: 'Primary interface',
  interface: 'Network interface',
  elasticIp: 'Public IP',
};

export const actions = {
  startInstance: {
    label: 'Start',
    mayLackStock: 'Was not charged: may lack stock',
  },
  stopInstance: {
    label: 'Stop',
    title: (name: string) => `Stop ${name}?`,
    whenStopped: 'When stopped',
    eachAsSet: 'Each as set',
    asSet: (now: string) => `As set (${now.toLowerCase()})`,
    keeps: 'Keep charging',
    stops: 'Stop charging',
    losesLocal: 'Stop charging, local data is lost',
    keepsLocal: (why: string) => `${why}; local data stays`,
    chargedBecause: (why: string) => `${why} while it is stopped.`,
    warning:
      'Stop charging frees vCPU and memory, so a later start may find no stock. Cloud disks and public IPs are billed on.',
    warningLocal:
      'Stop charging frees vCPU, memory and local data disks with all that is on them; a later start may find no stock. Cloud disks and public IPs are billed on.',
  },
  rebootInstance: {
    label: 'Reboot',
    title: (name: string) => `Reboot ${name}?`,
    consequence: 'Everything that runs on it is interrupted.',
  },
  deleteInstance: {
    label: 'Delete',
    verb: 'Delete instance',
    title: (name: string) => `Delete ${name}?`,
    erased: 'Erased for good',
    kept: 'Kept, still billed',
    nothingKept: 'Nothing.',
    part: (kind: PartKind, device: string) => [partNames[kind], device].filter(Boolean).join(' '),
    parts: (kind: PartKind, n: number) =>
      plural(n, partNames[kind].toLowerCase().replace('ip', 'IP')),
    size: (gb: number) => `${count(gb)} GB`,
    snapshots: 'Snapshots',
    pieces: (n: number) => count(n),
    releaseIp: 'Release the public IP of the primary interface, too',
    typeName: 'Type the name of the instance to confirm',
    typeNumber: (n: number) => `Type ${n}, the number of instances, to confirm`,
    final: 'This cannot be undone.',
  },
  modifyInstanceAttribute: {
    label: 'Rename',
    verb: 'Save',
    title: (name: string) => `Rename ${name}`,
    name: 'Name',
    nameRule: '2 to 128: Chinese, letters, digits, _ - and . (not at either end)',
    description: 'Description',
    descriptionCount: (n: number) => `${n} of 256 characters`,
  },
  createInstances: { label: 'Create instances' },
  createLike: { label: 'Create instances like this' },
  createTemplate: { label: 'Create a template like this' },
  copyImages: { label: 'Copy to regions' },
  exportImage: { label: 'Export' },
  shareImage: { label: 'Share' },
  unShareImage: { label: 'Stop sharing' },
  releaseImage: { label: 'Publish to the community' },
  unReleaseImage: { label: 'Withdraw from the community' },
  editDetails: { label: 'Hostname and metadata' },
  describeInstanceVncUrl: { label: 'Open VNC' },
  attachDisk: { label: 'Attach disk' },
  attachNetworkInterface: { label: 'Attach interface' },
  associateElasticIp: { label: 'Associate elastic IP' },
  disassociateElasticIp: { label: 'Disassociate elastic IP' },
  detachDisk: { label: 'Detach' },
  deleteDisk: { label: 'Delete disk' },
  detachNetworkInterface: { label: 'Detach' },
  deleteNetworkInterface: { label: 'Delete interface' },
  deleteElasticIp: { label: 'Release' },
  attach: { label: 'Attach' },
  attachNic: { label: 'Attach' },
  associate: { label: 'Associate' },
  dropWith: { label: 'Delete with the instance' },
  copyAddress: { label: 'Copy address' },
  copySsh: { label: 'Copy SSH command' },
  copyId: { label: 'Copy ID' },
  readOnly: 'This console is read-only.',
  copied: (text: string) => `Copied ${text}`,
  notCopied: 'The browser did not let this page copy.',
  close: 'Close',
  notLoaded: 'This part of the console could not be loaded.',
  reload: 'Reload',
};
