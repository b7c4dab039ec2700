import { expect, test } from 'vitest';
import { createQueryClient } from './query-client.ts';
import { amend } from './reads.ts';

const key = ['describeImages', { regionId: 'cn-north-1' }];

test('a list that a write has made stale stays so when one of it is put in fresh', async () => {
  const client = createQueryClient();
  client.setQueryData(key, ['old', 'other']);
  const state = () => client.getQueryState(key);
  const add = (names: string[]) => names.map((name) => (name === 'old' ? 'new' : name));
  amend(client, key, add);
  expect(state()).toMatchObject({ data: ['new', 'other'], isInvalidated: false });
  await client.invalidateQueries({ queryKey: key });
  amend(client, key, add);
  expect(state()?.isInvalidated).toBe(true);
});

test('a list that could not be read again is still to be, when one of it is put in fresh', async () => {
  const client = createQueryClient();
  client.setQueryData(key, ['old']);
  const failed = new Error('away');
  await client
    .fetchQuery({
      queryKey: key,
      queryFn: () => Promise.reject(failed),
      retry: false,
      staleTime: 0,
    })
    .catch(() => undefined);
  amend(client, key, () => ['new']);
  expect(client.getQueryState(key)).toMatchObject({
    data: ['new'],
    status: 'error',
    error: failed,
  });
});

test('nothing is put into what was never read', () => {
  const client = createQueryClient();
  amend<string[]>(client, key, () => ['new']);
  expect(client.getQueryData(key)).toBeUndefined();
});
