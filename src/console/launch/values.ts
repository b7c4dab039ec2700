import * as z from 'zod/mini';
import { imageSources } from '../images/queries.ts';

/** A tag or a piece of metadata. */
const Pair = z.object({ id: z.string(), key: z.string(), value: z.string() });

const DiskDraft = z.object({
  id: z.string(),
  device: z.string(),
  /** Empty: the disk is blank. */
  snapshotId: z.string(),
  type: z.string(),
  sizeGB: z.string(),
  /** Empty: what a disk of this size usually has. */
  iops: z.string(),
  encrypt: z.boolean(),
  autoDelete: z.boolean(),
});
/** A data disk is to be made from a snapshot, but nobody has said from which. */
export const unchosen = '?';
/** A data disk that is to be made, as typed. */
export type DiskDraft = z.infer<typeof DiskDraft>;

export const logins = ['key', 'password', 'image', 'later', 'kept'] as const;

export const addressModes = ['none', 'bandwidth', 'traffic'] as const;

/**
 * What an instance is to be, as it is on screen: what a creation and a template have in common. Numbers are as typed.
 *
 * A form that needs it extends this object with what only it has, gives its values and `useLaunchFacts` to the sections
 * beside this file, puts `launchFaults` among its own faults and makes what it sends from the blocks of `spec.ts`. The
 * fields of all sections find their faults by these names.
 */
export const LaunchValues = z.object({
  /** The list that is searched for an image. */
  imageSource: z.enum(imageSources),
  imageId: z.string(),
  instanceType: z.string(),
  /** For types that save up performance: whether more than that is bought by itself. */
  unlimited: z.boolean(),
  systemType: z.string(),
  /** Empty: as large as the image wants it. */
  systemGB: z.string(),
  systemIops: z.string(),
  systemEncrypt: z.boolean(),
  /** Devices of the image's own data disks that are not wanted. */
  leftOut: z.array(z.string()),
  disks: z.array(DiskDraft),
  subnetId: z.string(),
  groupIds: z.array(z.string()),
  ipv6: z.boolean(),
  addressMode: z.enum(addressModes),
  mbps: z.string(),
  /** `kept`: the password that a template holds. */
  login: z.enum(logins),
  keyName: z.string(),
  /** With a key: whether a password opens the door as well. */
  passwordToo: z.boolean(),
  password: z.string(),
  userdata: z.string(),
  metadata: z.array(Pair),
  tags: z.array(Pair),
  stopCharging: z.boolean(),
});
export type LaunchValues = z.infer<typeof LaunchValues>;

/** What must never be kept: launch scripts and metadata carry credentials around. */
export const launchSecrets = [
  'password',
  'userdata',
  'metadata',
] as const satisfies readonly (keyof LaunchValues)[];

export const emptyLaunch: LaunchValues = {
  imageSource: 'public',
  imageId: '',
  instanceType: '',
  unlimited: false,
  systemType: 'ssd.gp1',
  systemGB: '',
  systemIops: '',
  systemEncrypt: false,
  leftOut: [],
  disks: [],
  subnetId: '',
  groupIds: [],
  ipv6: false,
  addressMode: 'none',
  mbps: '5',
  login: 'key',
  keyName: '',
  passwordToo: false,
  password: '',
  userdata: '',
  metadata: [],
  tags: [],
  stopCharging: false,
};

export type SetLaunch = (change: Partial<LaunchValues>) => void;
