import { count, plural } from './kit.ts';

const instances = (n: number) => plural(n, 'instance');

/** Creating instances, and following them until they run. */
export const create = {
  title: 'Create instances',
  needed: 'Required.',
  fromTemplate: (name: string) =>
    `From the template ${name}: only what is changed here differs from it.`,
  likeInstance: (name: string) => `Like ${name}: its data is not copied.`,
  dataUnknown: 'Its launch script and metadata could not be read.',
  templates: 'Start from a template',
  pickTemplate: 'Find a template',
  noTemplates: 'There are no templates in this region.',
  placement: 'Placement and billing',
  placementNote: 'Where it runs and how it is billed.',
  zone: 'Zone',
  billing: 'Billing',
  billings: { postpaid: 'Postpaid, by configuration', prepaid: 'Prepaid' },
  period: 'Period',
  periods: { month: (n: number) => plural(n, 'month'), year: (n: number) => plural(n, 'year') },
  autoRenew: 'Renew by itself',
  autoRenewHint: 'By the same period, from the account.',
  prepaidHint:
    'The account is charged at once. Prepaid instances cannot be deleted before they expire.',
  naming: 'Name and quantity',
  namingNote: 'Numbers are added when there is more than one.',
  name: 'Name',
  nameRule: '2 to 128: Chinese, letters, digits, _ - and . (not at either end); [001] counts',
  count: 'Quantity',
  countRule: (most: number) => `1 to ${most}`,
  noRoom: (limit: number) => `All ${count(limit)} of the quota are used.`,
  hostname: 'Host name',
  hostnameHint: 'Left empty, it is made from the name.',
  hostnameRule: {
    linux: '2 to 64: letters, digits and -, in parts set off by dots; [001] counts',
    windows: '2 to 15: letters, digits and -, not digits only; [001] counts',
  },
  addressHint: 'Left empty, the subnet gives one.',
  addressForOne: 'A fixed address is for one instance.',
  /** The summary. */
  what: (n: number) => instances(n),
  names: 'Names',
  to: 'to',
  after: 'After this',
  quota: 'Instances',
  quotaOf: (used: number, asked: number, limit: number) =>
    `${count(used)} + ${count(asked)} / ${count(limit)}`,
  addresses: 'Free addresses',
  addressesOf: (free: number, asked: number, subnet: string) =>
    `${count(free)} − ${count(asked)} / ${subnet}`,
  inStock: (type: string, zone: string) => `${type} is in stock in ${zone}`,
  soldOut: (type: string, zone: string) => `${type} is sold out in ${zone}`,
  fewer: (n: number) => `The quota has room for ${count(n)}: the cloud makes no more than that.`,
  tooFewAddresses: 'The subnet has not enough free addresses.',
  verb: (n: number) => `Create ${instances(n)}`,
  askAgain: 'Ask again',
  askAgainHint:
    'Asking again is safe: the cloud knows this request by its token. If the first one was heard, its instances are what you get.',
  readOnly: 'This console is read-only.',
  /** The page that follows them. */
  made: {
    title: (n: number) => `New ${n === 1 ? 'instance' : 'instances'}`,
    unknown: 'This browser does not know of such a request',
    unknownHint:
      'Another one has sent it, or it has been forgotten since. What was made is in the list.',
    toList: 'All instances',
    more: 'Create more',
    sending: 'The request is being sent.',
    failed: 'Nothing was created',
    noAnswer: 'The cloud has not answered',
    noAnswerHint:
      'The instances may be there all the same: look at the list, or ask again in the form. The same request makes no twins.',
    toForm: 'Back to the form',
    counts: {
      running: (n: number) => `${count(n)} running`,
      pending: (n: number) => `${count(n)} being created`,
      lost: (n: number) => `${count(n)} failed`,
      gone: (n: number) => `${count(n)} not there any more`,
      other: (n: number) => `${count(n)} in another state`,
    },
    fewer: (asked: number, made: number) =>
      `${count(asked)} were asked for, the cloud has taken on ${count(made)}: quota or stock had no room for more.`,
    lostWhy:
      'A creation that fails is taken back by the cloud with all that belongs to it, and not billed. It gives no reason; a lack of stock is the most common one.',
    columns: {
      name: 'Name',
      id: 'ID',
      status: 'Status',
      privateIp: 'Private IP',
      publicIp: 'Public IP',
    },
    nameless: 'Not made known',
    lost: 'Failed, taken back',
    gone: 'Not there any more',
    waiting: 'Accepted',
    empty: 'The cloud has taken on none.',
    failedRead: 'The instances could not be fetched.',
  },
};
export type Words = typeof create;
