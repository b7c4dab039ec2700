import { plural } from './kit.ts';

/** The dialogs on whether, where and until when an instance is there. */
export const places = {
  suspend: {
    title: (name: string) => `Suspend ${name}?`,
    consequence: 'It does nothing until it is resumed.',
    untold:
      'The cloud does not document what is kept meanwhile, what is billed, or how a suspended instance shows. Its status appears here as the cloud tells it.',
  },
  resume: {
    title: (name: string) => `Resume ${name}?`,
    consequence: 'It goes on where it was suspended.',
    untold: 'The cloud does not document how long that takes or how it can fail.',
  },
  redeploy: {
    title: (name: string) => `Redeploy ${name}?`,
    consequence: 'It is moved to another host. Whatever runs on it is interrupted.',
    untold:
      'The cloud takes it only for an instance it has isolated because its host is out of order, and does not document how that shows; for any other it refuses. Stopping it first is recommended.',
  },
  release: {
    title: (name: string) => `Release time of ${name}`,
    verb: 'Set release time',
    cancelVerb: 'Cancel release',
    at: 'Delete at',
    atHint: 'YYYY-MM-DD HH:mm:ss, an hour to ten years ahead. Probably Beijing time (UTC+8).',
    format: 'Write it as YYYY-MM-DD HH:mm:ss.',
    range: 'It has to be an hour to ten years ahead.',
    never: 'No release time: it stays until it is deleted',
    now: (time: string) => `Set to ${time} now.`,
    unset: 'None is set now.',
    consequence:
      'At that time the cloud deletes the instance by itself, with its system disk and what is marked to be deleted with it. Nothing asks again.',
    sameForAll: 'All get the same time.',
    note: (time: string) => `was ${time}`,
  },
  network: {
    title: (name: string) => `Change the network of ${name}`,
    verb: 'Change network',
    subnet: 'Subnet of the primary interface',
    pickSubnet: 'Name, ID or address range',
    here: 'the one it is in',
    free: (n: number) => plural(n, 'free address', 'free addresses'),
    noneFree: 'It has no free address.',
    address: 'Private IP',
    anyAddress: 'Empty: any that is free.',
    otherAddress: 'Required while the subnet stays.',
    outside: (range: string) => `It has to be in ${range}.`,
    sameAddress: 'It has this one already.',
    ipv6: 'An IPv6 address as well',
    ipv6Address: 'IPv6 address',
    noIpv6Address: 'This is not an IPv6 address.',
    groups: 'Security groups',
    pickGroups: 'Name or ID',
    groupsHint: 'Of the new VPC, at most five: those of the old one do not come along.',
    groupsLimit: 'At most five.',
    consequence:
      'Whatever reaches it by its private IP has to be told the new one. It must not be behind a load balancer.',
    none: 'There is none.',
  },
  placement: {
    title: (name: string) => `Put ${name} into an availability group`,
    verb: 'Join group',
    group: 'Availability group',
    pick: 'Name or ID',
    hint: 'Those whose template is in this region.',
    none: 'No template here has an availability group.',
    template: (name: string) => `template ${name}`,
    balance: 'Spread the group evenly',
    balanceHint: 'The instance may be moved to another fault domain for it, and has to be stopped.',
    clear: 'Wipe its local data disks',
    clearHint: 'What is on them is gone for good.',
    managed: 'Let auto scaling of the group manage it',
    managedHint:
      'Only where the group scales by itself. It is then deleted when the group scales in or a health check fails; prepaid instances stay unmanaged.',
  },
};
export type PlaceWords = typeof places;
