// What forms and dialogs say and keep under every kind of fault the simulated cloud can order for what they send, and
// what the page shows then. How often each operation is sent, and that this holds for all, fault-matrix.test.ts proves.
import { fireEvent, waitFor } from '@testing-library/dom';
import { afterEach, expect, test } from 'vitest';
import type { Instance } from './contract/instances.ts';
import { operations } from './contract/operations.ts';
import { comes, type FaultyConsole, goTo, openConsole } from './faulty-console.ts';
import type { Fault } from './simulator/faults.ts';

const regionId = 'cn-north-1';
/** A page is opened many times over, and a busy machine is slow. */
const patience = 300_000;
/** The simulated work of all kinds is over by then. */
const longEnough = 600_000;
const publicKey =
  'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIEl5bqHyLiVYlKhGvKEZ3pEo9x2rGYcXmWEmr0dFyFmS typed';

type Kind = Fault['kind'];
type Step = (form: HTMLElement) => Promise<unknown>;

interface Form {
  /** What it sends first. */
  operation: keyof typeof operations;
  /** Where the n-th is opened: what has been done to one machine is not in the way of the next. */
  at: (n: number) => string;
  open?: () => Promise<unknown>;
  fill: (n: number) => Step[];
  /** The list in which what was made or changed is looked for; else the page that it was opened on shows it. */
  list?: keyof typeof lists;
  /** It may be asked for again: the cloud knows the same token. */
  again?: true;
  /** A page that takes long to open: of what leaves in doubt it meets no more than is needed. */
  slow?: true;
}

/** The controls that a label names. */
const labelled = (form: HTMLElement, label: RegExp, kind = 'input, textarea') =>
  comes(
    () =>
      [...form.querySelectorAll('label')]
        .filter(({ textContent }) => label.test(textContent))
        .map((one) => one.querySelector('input') ?? document.getElementById(one.htmlFor))
        .find((control) => control?.matches(kind)),
    String(label),
  );

const named = (root: ParentNode, selector: string, name: RegExp) =>
  [...root.querySelectorAll(selector)].find((one) =>
    name.test(one.getAttribute('aria-label') ?? one.textContent),
  );

const press = async (selector: string, name = /^/) =>
  fireEvent.click(
    await comes(() => named(document, selector, name), `${selector} ${String(name)}`),
  );

const type =
  (label: RegExp, text: string): Step =>
  async (form) =>
    fireEvent.input(await labelled(form, label), { target: { value: text } });

const typeTitle =
  (label: RegExp): Step =>
  (form) =>
    type(label, document.querySelector('h1')?.textContent ?? '')(form);

const choose =
  (label: RegExp): Step =>
  async (form) =>
    fireEvent.click(await labelled(form, label));

/** The first possible one of those a search finds. */
const pick =
  (label: RegExp, text = ''): Step =>
  async (form) => {
    const field = await labelled(form, label, '[role=combobox]');
    fireEvent.click(field);
    if (text !== '') fireEvent.input(field, { target: { value: text } });
    await comes(() => form.querySelector('[role=option]:not([aria-disabled])'), String(label));
    fireEvent.keyDown(field, { key: 'Enter' });
  };

const inMenu = (label: RegExp) => async () => {
  await press('main button', /^More actions on/);
  await press('[role=menuitem]', label);
};

let shown: FaultyConsole;
let targets: Awaited<ReturnType<typeof prepare>>;
const ofRunning = (n: number) => `/instances/${targets.running[n]}/json`;
const ofStopped = (n: number) => `/instances/${targets.stopped[n]}/json`;
const ofImage = (n: number) => `/images/${targets.images[n]}/json`;
const name = (n: number) => type(/^Name(?! of)/, `typed-${n}`);

const forms: Record<string, Form> = {
  'rename an instance': {
    operation: 'modifyInstanceAttribute',
    at: ofRunning,
    open: inMenu(/^Rename/),
    fill: (n) => [name(n), type(/^Description/, 'typed')],
  },
  'reset a password': {
    operation: 'modifyInstancePassword',
    at: ofRunning,
    open: inMenu(/^Reset password/),
    fill: () => [type(/^New password/, 'Typed-Horse-9')],
  },
  'stop an instance': {
    operation: 'stopInstance',
    at: ofRunning,
    open: inMenu(/^Stop/),
    fill: () => [choose(/^Stop charging/)],
  },
  'delete an instance': {
    operation: 'deleteInstance',
    at: ofRunning,
    open: inMenu(/^Delete/),
    fill: () => [typeTitle(/^Type the name/)],
  },
  'change a type': {
    operation: 'resizeInstance',
    at: ofStopped,
    open: inMenu(/^Change type/),
    fill: () => [() => press('dialog [type=radio]:not(:disabled)')],
  },
  'rebuild an instance': {
    operation: 'rebuildInstance',
    at: ofStopped,
    open: inMenu(/^Rebuild/),
    fill: () => [type(/^New password/, 'Typed-Horse-9'), typeTitle(/^Type the name/)],
  },
  'change a network': {
    operation: 'modifyInstanceVpcAttribute',
    at: ofStopped,
    open: inMenu(/^Change network/),
    fill: () => [pick(/^Subnet/, 'trade-')],
  },
  'attach a disk': {
    operation: 'attachDisk',
    at: ofRunning,
    open: inMenu(/^Attach disk/),
    fill: () => [pick(/^Disks/)],
  },
  'make a disk': {
    operation: 'createDisks',
    at: ofRunning,
    open: inMenu(/^Attach disk/),
    fill: (n) => [choose(/^New/), name(n)],
  },
  'associate an address': {
    operation: 'associateElasticIp',
    at: ofRunning,
    open: inMenu(/^Associate/),
    fill: () => [pick(/^Elastic IP/)],
  },
  'make an address': {
    operation: 'createElasticIps',
    at: ofRunning,
    open: inMenu(/^Associate/),
    fill: (n) => [choose(/^New/), name(n)],
  },
  'make an image': {
    operation: 'createImage',
    at: ofRunning,
    open: inMenu(/^Create image/),
    fill: (n) => [type(/^Name of the image/, `typed-${n}`)],
    list: '/images',
  },
  'rename an image': {
    operation: 'modifyImageAttribute',
    at: ofImage,
    open: inMenu(/^Rename/),
    fill: (n) => [name(n)],
  },
  'share an image': {
    operation: 'shareImage',
    at: ofImage,
    open: inMenu(/^Share/),
    fill: () => [type(/^Accounts/, 'typed-account')],
  },
  'delete an image': {
    operation: 'deleteImage',
    at: ofImage,
    open: inMenu(/^Delete/),
    fill: () => [typeTitle(/^Type the name/)],
  },
  'import an image': {
    operation: 'importImage',
    at: () => '/images/import',
    fill: (n) => [
      type(/^Link to the file/, `https://typed.s3.${regionId}.jdcloud-oss.com/a.qcow2`),
      name(n),
    ],
    list: '/images',
    again: true,
  },
  'rename a template': {
    operation: 'updateInstanceTemplate',
    at: () => `/templates/${targets.templates[0]}/json`,
    open: inMenu(/^Rename/),
    fill: (n) => [name(n)],
  },
  'change a template': {
    operation: 'updateInstanceTemplate',
    at: () => `/templates/${targets.templates[1]}/edit`,
    fill: (n) => [name(n)],
    list: '/templates',
    slow: true,
  },
  'make a template': {
    operation: 'createInstanceTemplate',
    at: () => `/templates/create?like=${targets.running[0]}`,
    fill: (n) => [name(n)],
    list: '/templates',
    slow: true,
  },
  'make a key pair': {
    operation: 'createKeypair',
    at: () => '/keypairs',
    open: () => press('main button', /^Create key pair/),
    fill: (n) => [name(n)],
    list: '/keypairs',
  },
  'import a key pair': {
    operation: 'importKeypair',
    at: () => '/keypairs',
    open: () => press('main button', /^Import public key/),
    fill: (n) => [name(n), type(/^Public key/, publicKey)],
    list: '/keypairs',
  },
  'make an instance': {
    operation: 'createInstances',
    at: () => `/instances/create?like=${targets.running[0]}`,
    fill: (n) => [name(n), pick(/^Key pair/, 'ops')],
    list: '/instances',
    again: true,
  },
};

/** What is said of each kind, and whether a reply came that has an id. */
const certain: readonly [kind: Kind, said: RegExp, id: boolean][] = [
  ['refuse', /502 UNREACHABLE/, false],
  ['rate-limit', /429 RATE_LIMIT/, true],
  ['out-of-stock', /400 FAILED_PRECONDITION/, true],
  ['mfa', /403 HTTP_FORBIDDEN/, true],
];
/** After these nobody knows whether it has happened. */
const doubtful: typeof certain = [
  ['reset', /it may have happened.*504 OUTCOME_UNKNOWN/, false],
  ['lost-reply', /it may have happened.*504 OUTCOME_UNKNOWN/, false],
  ['html', /it may have happened.*504 OUTCOME_UNKNOWN/, false],
  ['truncate', /it may have happened.*504 OUTCOME_UNKNOWN/, true],
  ['error', /it may have happened.*500 INTERNAL/, true],
  ['latency', /it may have happened.*504 OUTCOME_UNKNOWN/, false],
];

/**
 * What the n-th form meets of them: one that has happened and one that has not, and of the others, which are all the same
 * to a page, the half.
 */
function doubtsOf({ again, slow }: Form, n: number): typeof doubtful {
  if (again) return doubtful;
  const others: Kind[] = n % 2 === 0 ? ['reset', 'html'] : ['truncate', 'latency'];
  const kinds: Kind[] = ['lost-reply', 'error', ...(slow ? [] : others)];
  return doubtful.filter(([kind]) => kinds.includes(kind));
}

/** How often the cloud sees what it does not answer well. */
function triesOf(kind: Kind, operation: Form['operation']): number {
  if (kind === 'rate-limit') return 3;
  const row = operations[operation];
  const isSafe = row.kind === 'write' && row.repeat === 'token';
  return isSafe && ['refuse', 'reset', 'lost-reply', 'html', 'truncate'].includes(kind) ? 3 : 1;
}

const plain = ({ charge, instanceType = '', osType, elasticIpAddress }: Instance) =>
  charge?.chargeMode === 'postpaid_by_duration' &&
  charge.chargeStatus === 'normal' &&
  osType === 'linux' &&
  elasticIpAddress === undefined &&
  /\.n\d\./.test(instanceType);

/** Something of every kind that forms are about, one for each fault. */
async function prepare({ call, cloud }: FaultyConsole) {
  const all = await instances();
  const running = all.filter((one) => one.status === 'running' && plain(one));
  const [kept, others] = [running.slice(0, 8), running.slice(8)];
  for (const { instanceId } of others)
    await call(operations.stopInstance, { regionId, instanceId });
  for (const { instanceId } of kept.slice(1)) {
    await call(operations.createImage, { regionId, instanceId, name: 'spare' });
  }
  const diskSpec = {
    az: 'cn-north-1a',
    name: 'spare',
    diskType: 'ssd.gp1',
    diskSizeGB: 20,
  } as const;
  await call(operations.createDisks, { regionId, diskSpec, maxCount: 8, clientToken: 'spare' });
  const elasticIpSpec = {
    bandwidthMbps: 1,
    provider: 'bgp',
    chargeSpec: { chargeMode: 'postpaid_by_usage' },
  } as const;
  await call(operations.createElasticIps, { regionId, maxCount: 8, elasticIpSpec });
  cloud.pass(longEnough);
  return {
    running: kept.map(({ instanceId }) => instanceId),
    stopped: (await instances())
      .filter((one) => one.status === 'stopped' && plain(one))
      .map(({ instanceId }) => instanceId),
    images: (await images()).filter((one) => one.name === 'spare').map(({ imageId }) => imageId),
    templates: (await templates()).map(({ id }) => id),
  };
}

/** As the cloud has them, whatever the console believes. */
const instances = async () =>
  (await shown.call(operations.describeInstances, { regionId, pageSize: 100 })).result?.instances ??
  [];
const images = async () => {
  const asked = { regionId, imageSource: 'private', pageSize: 100 } as const;
  return (await shown.call(operations.describeImages, asked)).result?.images ?? [];
};
const templates = async () =>
  (await shown.call(operations.describeInstanceTemplates, { regionId })).result
    ?.instanceTemplates ?? [];
const keypairs = async () =>
  (await shown.call(operations.describeKeypairs, { regionId })).result?.keypairs ?? [];

/** The names in each list, as the cloud has them. */
const lists = {
  '/instances': async () => (await instances()).map(({ instanceName }) => instanceName),
  '/images': async () => (await images()).map((one) => one.name),
  '/templates': async () => (await templates()).map((one) => one.name),
  '/keypairs': async () => (await keypairs()).map(({ keyName }) => keyName),
};

/** What the page of one thing tells of it, as the cloud has it. */
async function truthOf(path: string): Promise<object | undefined> {
  const [, section, id = ''] = path.split('/');
  if (section === 'images') {
    return (await shown.call(operations.describeImage, { regionId, imageId: id })).result?.image;
  }
  if (section === 'templates') return (await templates()).find((one) => one.id === id);
  return (await shown.call(operations.describeInstance, { regionId, instanceId: id })).result
    ?.instance;
}

const shownJson = () => document.querySelector('main pre')?.textContent ?? '';

/** What is on screen of the n-th, and what the cloud has of it. */
async function onBothSides({ at, list }: Form, n: number) {
  if (list === undefined) {
    const truth = await truthOf(at(n));
    return { seen: (): unknown => JSON.parse(shownJson()), truth };
  }
  goTo(`${list}?q=typed-`);
  const names = () =>
    [...document.querySelectorAll('main tbody [data-column=name]')].map((one) => one.textContent);
  const typed = (await lists[list]()).map(String).filter((one) => one.startsWith('typed-'));
  return { seen: () => names().sort(), truth: typed.sort() };
}

async function expectTruth(form: Form, n: number): Promise<void> {
  const { seen, truth } = await onBothSides(form, n);
  await waitFor(() => expect(seen()).toEqual(truth));
}

/** All that is typed and chosen. */
const valuesOf = (form: HTMLElement) => [
  ...[...form.querySelectorAll('li')].map(({ textContent }) => textContent),
  ...[...form.querySelectorAll<HTMLInputElement>('input, textarea, select')].map((one) =>
    ['radio', 'checkbox'].includes(one.type) ? one.checked : one.value,
  ),
];

async function fillIn({ at, open, fill }: Form, n: number): Promise<HTMLElement> {
  const path = at(n);
  const [, , id = ''] = path.split('/');
  goTo(path);
  if (path.endsWith('/json')) {
    await comes(() => shownJson().includes(id) || undefined, path);
  }
  await open?.();
  const form = await comes(
    () => document.querySelector<HTMLElement>('dialog form, main form'),
    `a form at ${path}`,
  );
  await comes(() => shown.isQuiet() || undefined, 'all that it reads');
  const before = valuesOf(form);
  for (const step of fill(n)) await step(form);
  expect(valuesOf(form)).not.toEqual(before);
  await comes(() => shown.isQuiet() || undefined, 'what it reads of that');
  return form;
}

const submit = 'form [type=submit]:not(:disabled)';
const isGone = () =>
  comes(() => !document.querySelector('dialog, main form') || undefined, 'an end');

async function expectTold(
  { operation }: Form,
  [kind, said, id]: (typeof certain)[number],
  form: HTMLElement,
): Promise<void> {
  const { simulator } = shown.cloud;
  simulator.faults.order([{ kind, operation, times: 0, skip: 0 }]);
  simulator.log.clear();
  const typed = valuesOf(form);
  await press(submit);
  const alert = await comes(
    () => [...form.querySelectorAll('[role=alert]')].find((one) => said.test(one.textContent)),
    `${kind}: ${String(said)}`,
  );
  expect(alert.textContent, kind).toContain(operation);
  // A field for a security code may have come.
  expect(valuesOf(form).slice(0, typed.length), kind).toEqual(typed);
  const sent = simulator.log.since(0).filter((one) => one.operation === operation);
  expect(sent.length, kind).toBe(triesOf(kind, operation));
  expect(alert.textContent, kind).toContain(id ? sent.at(-1)?.requestId : operation);
  simulator.faults.order([]);
}

afterEach(() => shown.close());

test.each(Object.keys(forms).map((title, n) => ({ title, n })))(
  '$title',
  async ({ title, n }) => {
    const form = forms[title];
    if (!form) throw new Error(title);
    shown = await openConsole();
    targets = await prepare(shown);
    const doubts = doubtsOf(form, n);
    const first = await fillIn(form, 0);
    // Where it may be asked for again, that is done after each; else the cloud has to be looked at first.
    for (const fault of form.again ? [...certain, ...doubts] : certain) {
      await expectTold(form, fault, first);
    }
    await press(submit);
    if (form.operation === 'createKeypair') {
      await press('dialog [type=checkbox]');
      await press('dialog button:not(:disabled)', /^Close$/);
    }
    await isGone();
    await expectTruth(form, 0);
    for (const [at, fault] of form.again ? [] : doubts.entries()) {
      const root = await fillIn(form, at + 1);
      await expectTold(form, fault, root);
      expect(root.querySelector(submit), 'nothing is sent twice').toBeNull();
      const close = named(root, 'button', /^Close$/);
      if (close) fireEvent.click(close);
      else goTo('/quotas');
      await isGone();
      await expectTruth(form, at + 1);
    }
  },
  patience,
);
