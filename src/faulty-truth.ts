// For tests alone: whether a page shows what the cloud has.
import { waitFor } from '@testing-library/dom';
import { expect } from 'vitest';
import { operations } from './contract/operations.ts';
import { statusWord } from './contract/words.ts';
import { comes, type FaultyConsole, goTo } from './faulty-console.ts';
import { regionId, truthsOf } from './faulty-cloud.ts';

/** Where it is seen what came of something. */
export interface Place {
  /** A list, and what the names there are searched for. */
  list?: readonly [path: keyof typeof lists, find?: string];
  /** Of the list, where it is another. */
  region?: string;
  /** Something that has no page of its own, but a place on the page: its id. */
  part?: string;
}

type Truths = ReturnType<typeof truthsOf>;

/** What each list shows: id and name, and of machines how they stand. */
const lists = {
  '/instances': async ({ instances }: Truths) =>
    (await instances()).map((one) => [
      one.instanceId,
      one.instanceName,
      // With those that are not paid for it is said how they stand in that.
      one.charge?.chargeStatus === 'normal' ? statusWord(one.status ?? '', 'en-US') : '',
    ]),
  '/images': async ({ images }: Truths, region: string) =>
    (await images(region)).map((one) => [one.imageId, one.name]),
  '/images/tasks': async ({ tasks }: Truths) =>
    (await tasks()).map((one) => [one.taskId, one.imageName]),
  '/templates': async ({ templates }: Truths) =>
    (await templates()).map((one) => [one.id, one.name]),
  '/keypairs': async ({ keypairs }: Truths) =>
    (await keypairs()).map((one) => [one.keyName, one.keyName]),
};

const shownJson = () => document.querySelector('main pre')?.textContent ?? '';

/** Goes to the page of one thing as JSON and waits for it. */
export async function goToJson(path: string): Promise<void> {
  const [, , id = ''] = path.split('/');
  goTo(path);
  await comes(() => shownJson().includes(id) || undefined, path);
}

/** What the page of one thing tells of it, as the cloud has it. */
async function truthOf(console_: FaultyConsole, path: string): Promise<object | undefined> {
  const [, section, id = ''] = path.split('/');
  const { call } = console_;
  const { templates, keypairs } = truthsOf(console_);
  switch (section) {
    case 'images':
      return (await call(operations.describeImage, { regionId, imageId: id })).result?.image;
    case 'templates':
      return (await templates()).find((one) => one.id === id);
    case 'keypairs':
      return (await keypairs()).find((one) => one.keyName === id);
    default:
      return (await call(operations.describeInstance, { regionId, instanceId: id })).result
        ?.instance;
  }
}

/** What is on screen, and what the cloud has of it. */
async function bothSides(
  console_: FaultyConsole,
  path: string,
  { list, part, region = regionId }: Place,
) {
  const truths = truthsOf(console_);
  if (part !== undefined) {
    const main = document.querySelector('main');
    const ids = [
      ...(await truths.disks()).map((one) => one.diskId),
      ...(await truths.interfaces()).map((one) => one.networkInterfaceId),
      ...(await truths.addresses()).map((one) => one.elasticIpId),
    ];
    return { seen: () => main?.textContent.includes(part), truth: ids.includes(part) };
  }
  if (list === undefined) {
    // What was opened elsewhere on the page of a thing is the same thing there.
    const page = path.replace(/[^/]+$/, 'json');
    if (page !== path) await goToJson(page);
    return {
      seen: (): unknown => JSON.parse(shownJson()),
      truth: await truthOf(console_, page),
    };
  }
  const [where, find = ''] = list;
  goTo(`${where}?size=100${find && `&q=${find}`}`, region);
  const rows = () => [...document.querySelectorAll<HTMLElement>('main tbody tr[data-id]')];
  const wanted = (await lists[where](truths, region)).filter(([, title = '']) =>
    title.includes(find),
  );
  const words = new Map(wanted.map(([id, , word = '']) => [id, word]));
  const seenIn = (row: HTMLElement) => {
    const { id } = row.dataset;
    const status = row.querySelector('[data-column=status]')?.textContent ?? '';
    const word = words.get(id) ?? '';
    return `${id} ${status.includes(word) ? word : status}`;
  };
  return {
    seen: () => rows().map(seenIn).sort(),
    truth: [...words].map(([id, word]) => `${id} ${word}`).sort(),
  };
}

/** Fails unless the page comes to show what the cloud has now. */
export async function expectTruth(
  console_: FaultyConsole,
  path: string,
  place: Place,
): Promise<void> {
  const { seen, truth } = await bothSides(console_, path, place);
  await waitFor(() => expect(seen()).toEqual(truth));
}
