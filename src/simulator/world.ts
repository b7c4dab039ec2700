import type { InstanceStatus } from '../contract/statuses.ts';
import type { InstanceTemplateSpec } from '../contract/templates.ts';
import { Columns } from './columns.ts';
import type { Random } from './random.ts';
import type { Scheduler } from './scheduler.ts';
import type { VncTokens } from './vnc-tokens.ts';

/** Times are milliseconds since the epoch; the views turn them into the cloud's two spellings. */

export interface Billing {
  mode: 'postpaid_by_duration' | 'prepaid_by_duration' | 'postpaid_by_usage';
  status: 'normal' | 'overdue' | 'arrear';
  start: number;
  /** Prepaid only. */
  expires?: number;
  retires?: number;
}

export interface TagRecord {
  key: string;
  value: string;
}

/** A running background task. It shows nowhere but in the refusal of the next locked operation. */
export interface Task {
  id: string;
  operation: string;
}

/** A disk as it sits on an instance. A detached data disk lingers here for a while, as in the cloud. */
export interface DiskAttachmentRecord {
  category: 'local' | 'cloud';
  deviceName: string;
  autoDelete: boolean;
  status: 'attaching' | 'attached' | 'detaching' | 'detached' | 'error_attach' | 'error_detach';
  /** Of a cloud disk. */
  diskId?: string;
  /** Of a local disk. */
  local?: { diskType: string; diskSizeGB: number };
}

export interface InterfaceAttachmentRecord {
  networkInterfaceId: string;
  /** 1 = primary. */
  deviceIndex: number;
  autoDelete: boolean;
}

/** What an instance knows of its system, also once its image is gone. Any image's record is one. */
export type OsFacts = Pick<ImageRecord, 'osType' | 'platform' | 'osVersion' | 'architecture'>;

export interface InstanceRecord {
  id: string;
  name: string;
  description: string;
  hostname: string;
  instanceType: string;
  az: string;
  imageId: string;
  os: OsFacts;
  /** The vendor names no status for a suspended one; this word is ours. */
  status: InstanceStatus | 'suspended';
  launched: number;
  billing: Billing;
  /** False in the first moments, when a delete is refused for want of a billing record. */
  billed: boolean;
  chargeOnStopped: 'keepCharging' | 'stopCharging';
  /** Stopped without charge: its CPU and memory are given back, so a start may find no stock. */
  released: boolean;
  keyNames: string[];
  systemDisk?: DiskAttachmentRecord;
  dataDisks: DiskAttachmentRecord[];
  /** The record behind the first of `interfaces`, at hand because lists of a large fleet filter by it. */
  primary: InterfaceRecord;
  /** The primary one first. */
  interfaces: InterfaceAttachmentRecord[];
  tags: TagRecord[];
  metadata: { key: string; value: string }[];
  userdata: { key: string; value: string }[];
  task?: Task;
  bootMode: 'bios' | 'uefi';
  burstMode?: 'standard' | 'unlimited';
  agId?: string;
  templateId?: string;
  autoReleaseTime?: number;
  /** Counts boots, so that a screen knows when to start over. */
  boots: number;
  /** Of the last boot. */
  booted: number;
  /** When it last went down; its charts are flat from then to the next boot. */
  halted?: number;
}

export interface DiskRecord {
  id: string;
  az: string;
  name: string;
  description: string;
  diskType: string;
  diskSizeGB: number;
  iops?: number;
  status: string;
  /** Instances it sits on; several only for a shared disk. */
  instanceIds: string[];
  attached?: number;
  snapshotId?: string;
  multiAttachable: boolean;
  encrypted: boolean;
  created: number;
  billing: Billing;
  tags: TagRecord[];
}

export interface SnapshotRecord {
  id: string;
  name: string;
  description: string;
  diskId?: string;
  sizeGB: number;
  status: string;
  created: number;
  imageIds: string[];
  encrypted: boolean;
}

export interface VpcRecord {
  id: string;
  name: string;
  cidr: string;
  description: string;
  created: number;
}

export interface SubnetRecord {
  id: string;
  vpcId: string;
  name: string;
  cidr: string;
  /** Empty: a standard subnet spans the zones of its region. */
  az: string;
  description: string;
  ipv6: boolean;
  created: number;
  /** Addresses in use, as 32-bit numbers. */
  used: Set<number>;
  /** Where the search for a free address begins, so that filling a large subnet stays quick. */
  next?: number;
}

export interface SecurityGroupRecord {
  id: string;
  vpcId: string;
  name: string;
  description: string;
  isDefault: boolean;
  created: number;
  rules: SecurityRuleRecord[];
}

export interface SecurityRuleRecord {
  id: string;
  direction: 0 | 1;
  protocol: 300 | 6 | 17 | 1;
  addressPrefix: string;
  fromPort: number;
  toPort: number;
  description: string;
}

export interface InterfaceRecord {
  id: string;
  name: string;
  description: string;
  vpcId: string;
  subnetId: string;
  az: string;
  macAddress: string;
  primaryIp: string;
  secondaryIps: string[];
  ipv6?: string;
  securityGroupIds: string[];
  sanityCheck: 0 | 1;
  /** Of the elastic IP on the primary address. */
  elasticIpId?: string;
  instanceId?: string;
  deviceIndex: number;
  created: number;
  tags: TagRecord[];
}

export interface ElasticIpRecord {
  id: string;
  name: string;
  address: string;
  bandwidthMbps: number;
  provider: string;
  /** Empty = all zones. */
  az: string;
  networkInterfaceId?: string;
  instanceId?: string;
  created: number;
  billing: Billing;
  tags: TagRecord[];
}

export interface ImageDeviceRecord {
  deviceName: string;
  diskType: string;
  diskSizeGB: number;
  snapshotId?: string;
  autoDelete: boolean;
  encrypted: boolean;
}

export interface ImageRecord {
  id: string;
  name: string;
  description: string;
  source: 'public' | 'thirdparty' | 'private' | 'shared' | 'community';
  platform: string;
  osVersion: string;
  osType: 'linux' | 'windows';
  architecture: 'x86_64' | 'arm64';
  bootMode: 'bios' | 'uefi';
  rootDeviceType: 'localDisk' | 'cloudDisk';
  status: 'pending' | 'ready' | 'deleting' | 'error';
  /** 0-100 */
  progress: number;
  systemDiskSizeGB: number;
  sizeMB: number;
  ownerPin: string;
  launchPermission: 'all' | 'specifiedUsers' | 'ownerOnly';
  offline: boolean;
  imported: boolean;
  created: number;
  systemDisk?: ImageDeviceRecord;
  dataDisks: ImageDeviceRecord[];
  /** The instance it was made from. */
  instanceId?: string;
  /** Accounts it is shared with. */
  pins: string[];
  loginNames: string[];
  /** Instance types it may not run on. */
  excludedTypes: string[];
  task?: Task;
}

export interface ImageTaskRecord {
  id: string;
  action: 'ImportImage' | 'ExportImage';
  status: 'pending' | 'running' | 'failed' | 'finished';
  progress: number;
  errorInfo?: string;
  imageId: string;
  imageName?: string;
  imageUrl?: string;
  ossUrl?: string;
  ossObjects?: string[];
  created: number;
  finished?: number;
}

export interface KeypairRecord {
  name: string;
  fingerprint: string;
  created: number;
}

export type TemplateFacts = Omit<InstanceTemplateSpec, 'password'>;

export interface TemplateRecord {
  id: string;
  name: string;
  description: string;
  created: number;
  /** As written by create / update, less the password, of which only `includePassword` is kept. */
  data: TemplateFacts;
  includePassword: boolean;
  /** Availability groups that use it. */
  ags: { id: string; name: string }[];
}

export interface Quotas {
  instance: number;
  keypair: number;
  image: number;
  instanceTemplate: number;
  /** Accounts per image. */
  imageShare: number;
  disk: number;
  snapshot: number;
  elasticIp: number;
}

/** All that one region holds. Maps keep insertion order, which is the order of the cloud's lists. */
export class RegionWorld {
  readonly id: string;
  readonly zones: readonly string[];
  readonly instances = new Map<string, InstanceRecord>();
  readonly disks = new Map<string, DiskRecord>();
  readonly snapshots = new Map<string, SnapshotRecord>();
  readonly vpcs = new Map<string, VpcRecord>();
  readonly subnets = new Map<string, SubnetRecord>();
  readonly securityGroups = new Map<string, SecurityGroupRecord>();
  readonly interfaces = new Map<string, InterfaceRecord>();
  readonly elasticIps = new Map<string, ElasticIpRecord>();
  readonly images = new Map<string, ImageRecord>();
  readonly imageTasks = new Map<string, ImageTaskRecord>();
  readonly keypairs = new Map<string, KeypairRecord>();
  readonly templates = new Map<string, TemplateRecord>();
  /** Machines left of the types that are scarce, by `type/az`; see `catalogue.ts`. */
  readonly stock = new Map<string, number>();
  /** Results of calls with a `clientToken`, by operation and token. */
  readonly tokens = new Map<string, unknown>();
  /** To be doubted whenever something here may have changed; the simulator sees to it. */
  readonly columns = new Columns(this);
  /** Public addresses handed out so far. */
  addressesGiven = 0;
  quotas: Quotas;

  constructor(id: string, zones: readonly string[], quotas: Quotas) {
    this.id = id;
    this.zones = zones;
    this.quotas = quotas;
  }
}

export interface World {
  readonly scheduler: Scheduler;
  readonly random: Random;
  readonly regions: ReadonlyMap<string, RegionWorld>;
  /** Durations are divided by this. */
  speed: number;
}

/** A fresh RSA key: the private half as PEM text, the public half as an OpenSSH line. */
export interface GeneratedKey {
  privateKey: string;
  publicKey: string;
}

/** What a handler works on. */
export interface Context {
  world: World;
  region: RegionWorld;
  /** Real keys need real cryptography, which the host has and this room has not. */
  generateKey: () => GeneratedKey;
  vnc: Pick<VncTokens, 'issue'>;
  /** Base URL of the simulator's own pages, such as `http://127.0.0.1:8080/simulator`. */
  publicUrl: string;
}
