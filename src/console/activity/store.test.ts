import { beforeEach, expect, test } from 'vitest';
import { ActivityStore, type Keep } from './store.ts';

let time = 1_000_000;
const now = () => time;

beforeEach(() => localStorage.clear());

const stop = (id = 'i-1') => ({
  operation: 'stopInstance',
  region: 'cn-north-1',
  resource: { kind: 'instance' as const, id, name: `name of ${id}` },
  touches: [],
});

test('what was started is there after a reload, newest first', () => {
  const store = new ActivityStore(localStorage, now, 'me');
  store.add(stop('i-1'));
  time += 1000;
  const second = store.add(stop('i-2'));
  store.end(second.id, { status: 'done', requestId: 'r-2' });
  const reloaded = new ActivityStore(localStorage, now, 'me').entries();
  expect(reloaded.map(({ resource, status }) => [resource.id, status])).toEqual([
    ['i-2', 'done'],
    ['i-1', 'sending'],
  ]);
  expect(reloaded[0]).toMatchObject({ requestId: 'r-2', endedAt: time });
});

test('what belonged to a key shown in part is forgotten', () => {
  for (const owner of ['PLAN…0001', '…', 'PLAN…0001 f-WFYrxDsCXW', 'ann@example.com'])
    new ActivityStore(localStorage, now, owner).add(stop());
  void new ActivityStore(localStorage, now, 'me');
  expect(
    Object.keys(localStorage).map((key) => decodeURIComponent(key.split('/')[1] ?? '')),
  ).toEqual(['PLAN…0001 f-WFYrxDsCXW', 'ann@example.com']);
});

test('two of the same moment keep their order', () => {
  const store = new ActivityStore(undefined, now, 'me');
  for (let n = 1; n <= 12; n += 1) store.add(stop(`i-${n}`));
  expect(store.entries()[0]?.resource.id).toBe('i-12');
  expect(store.entries().at(-1)?.resource.id).toBe('i-1');
});

test('tabs do not undo what the other one wrote, and tell their listeners', () => {
  const here = new ActivityStore(localStorage, now, 'me');
  const there = new ActivityStore(localStorage, now, 'me');
  const heard: string[] = [];
  here.onChange((entry, before) => heard.push(`${before?.status} to ${entry.status}`));
  const entry = there.add(stop());
  here.heard(`vm-console.activity/me/${entry.id}`);
  here.add(stop('i-2'));
  there.end(entry.id, { status: 'done' });
  here.heard(`vm-console.activity/me/${entry.id}`);
  expect(heard).toEqual(['undefined to sending', 'undefined to sending', 'sending to done']);
  expect(here.entries()).toHaveLength(2);
  expect(new ActivityStore(localStorage, now, 'me').entries()).toHaveLength(2);
  there.clear();
  here.heard(`vm-console.activity/me/${entry.id}`);
  expect(here.get(entry.id)).toBeUndefined();
  here.heard('something else');
  expect(here.entries()).toHaveLength(1);
  localStorage.clear();
  here.heard(null);
  expect(here.entries()).toHaveLength(0);
});

test('the oldest are forgotten beyond 500, but nothing that is still under way', () => {
  const store = new ActivityStore(localStorage, now, 'me');
  const first = store.add(stop('still going'));
  for (let n = 0; n < 520; n += 1) {
    time += 1;
    store.end(store.add(stop(`i-${n}`)).id, { status: 'done' });
  }
  expect(store.entries()).toHaveLength(500);
  expect(store.get(first.id)).toBeDefined();
  expect(localStorage).toHaveLength(500);
  expect(store.entries()[0]?.resource.id).toBe('i-519');
});

test('clearing forgets what is finished and leaves the rest', () => {
  const store = new ActivityStore(localStorage, now, 'me');
  store.end(store.add(stop('i-1')).id, { status: 'failed' });
  store.add(stop('i-2'));
  store.clear();
  expect(new ActivityStore(localStorage, now, 'me').entries().map((e) => e.resource.id)).toEqual([
    'i-2',
  ]);
});

test('a failure that was looked at is seen in every tab', () => {
  const store = new ActivityStore(localStorage, now, 'me');
  const { id } = store.add(stop());
  store.end(id, { status: 'failed' });
  store.see([id]);
  expect(new ActivityStore(localStorage, now, 'me').get(id)?.seen).toBe(true);
});

test('what another version wrote is skipped', () => {
  localStorage.setItem('vm-console.activity/me/a', '{"id":"a"}');
  localStorage.setItem('vm-console.activity/me/b', 'not even JSON');
  localStorage.setItem('vm-console.language', 'en-US');
  expect(new ActivityStore(localStorage, now, 'me').entries()).toEqual([]);
});

test('without storage it lasts as long as the page', () => {
  const refuse = () => {
    throw new DOMException('full', 'QuotaExceededError');
  };
  const full: Keep = {
    length: 0,
    key: refuse,
    getItem: refuse,
    setItem: refuse,
    removeItem: refuse,
  };
  const store = new ActivityStore(full, now, 'me');
  store.end(store.add(stop()).id, { status: 'done' });
  expect(store.entries()).toHaveLength(1);
  store.clear();
  expect(store.entries()).toHaveLength(0);
});

test('what one account has started is nothing to another on the same browser', () => {
  const mine = new ActivityStore(localStorage, now, 'work');
  const { id } = mine.add(stop());
  for (const other of ['', 'wor', 'work/', 'work.test', 'home']) {
    const store = new ActivityStore(localStorage, now, other);
    store.heard(localStorage.key(0));
    expect(store.entries()).toEqual([]);
    store.clear();
  }
  expect(new ActivityStore(localStorage, now, 'work').get(id)).toBeDefined();
});
