import { QueryObserver } from '@tanstack/react-query';
import { expect, test } from 'vitest';
import {
  copyImages,
  deleteImage,
  exportImage,
  importImage,
  type Image,
} from '../../contract/images.ts';
import type { WriteOperation } from '../../contract/operation.ts';
import { testCloud } from '../../simulator/test-cloud.ts';
import { createGuard } from '../activity/guard.ts';
import { ActivityStore } from '../activity/store.ts';
import { createWrite } from '../activity/write.ts';
import type { Call } from '../api/client.ts';
import { createQueryClient } from '../api/query-client.ts';
import type { WriteRequest } from '../api/write.ts';
import { imagesOptions, imageTasksOptions } from './queries.ts';
import { ImageWatcher } from './watcher.ts';

const regionId = 'cn-north-1';
const tenMinutes = 600_000;

/** A console's watcher of images over a simulated cloud; only the clock is moved by hand. */
function setUp() {
  const cloud = testCloud({ instances: 3 });
  const calls: string[] = [];
  const call = (async (operation, input) => {
    calls.push(operation.name);
    // The row and its input were paired by the caller.
    return { result: await cloud.call(operation.name as never, input as never), requestId: 'r' };
  }) as Call; // the simulator answers by name and so loses the link between the row and its result
  const client = createQueryClient();
  const { clock } = cloud.simulator;
  const now = () => clock.now();
  const store = new ActivityStore(undefined, now, 'me');
  const write = createWrite({ call, store, guard: createGuard(undefined), now });
  const watcher = new ImageWatcher({
    call,
    client,
    store,
    clock: { now, after: () => () => undefined },
    isHidden: () => false,
  });
  const imageNamed = (name: string, region = regionId): Image => {
    const found = [...(cloud.simulator.world.regions.get(region)?.images.values() ?? [])].find(
      (image) => image.name === name,
    );
    if (!found) throw new Error(`there is no image ${name}`);
    return { imageId: found.id, name };
  };
  const send = <O extends WriteOperation>(request: Omit<WriteRequest<O>, 'resource'>, id = 'x') =>
    write({ ...request, resource: { kind: 'image', id, name: id } });
  return {
    cloud,
    client,
    call,
    watcher,
    store,
    imageNamed,
    send,
    asked: () => calls.splice(0),
    last: () => store.entries()[0],
  };
}

test('nothing is asked while nothing changes', async () => {
  const { client, call, watcher, asked } = setUp();
  const observer = new QueryObserver(client, imagesOptions(call, regionId, 'private'));
  observer.subscribe(() => undefined);
  await client.fetchQuery(imagesOptions(call, regionId, 'private'));
  asked();
  await watcher.tick();
  expect(asked()).toEqual([]);
});

test('a copy is in progress until it is ready in the other region', async () => {
  const { cloud, watcher, imageNamed, send, last, asked } = setUp();
  const { imageId } = imageNamed('order-api-20261120');
  await send({
    operation: copyImages,
    input: { regionId, sourceImageIds: [imageId], destinationRegion: 'cn-east-2' },
  });
  expect(last()).toMatchObject({ status: 'running', work: { kind: 'image', region: 'cn-east-2' } });
  asked();
  await watcher.tick();
  expect(asked()).toEqual(['describeImages']);
  expect(last()?.status).toBe('running');
  cloud.pass(tenMinutes);
  await watcher.tick();
  expect(last()?.status).toBe('done');
  asked();
  await watcher.tick();
  expect(asked()).toEqual([]);
});

test('a copy that breaks off has failed', async () => {
  const { cloud, watcher, imageNamed, send, last } = setUp();
  const { imageId } = imageNamed('order-api-20261120');
  await send({
    operation: copyImages,
    input: {
      regionId,
      sourceImageIds: [imageId],
      destinationRegion: 'cn-east-2',
      name: 'fail-copy-1',
    },
  });
  cloud.pass(tenMinutes);
  await watcher.tick();
  expect(last()).toMatchObject({ status: 'failed', endedAs: 'error' });
});

test('a delete ends when the image is gone, and the list loses it', async () => {
  const { cloud, client, call, watcher, imageNamed, send, last } = setUp();
  const { imageId } = imageNamed('order-api-20261120');
  const list = imagesOptions(call, regionId, 'private');
  new QueryObserver(client, list).subscribe(() => undefined);
  await client.fetchQuery(list);
  await send({ operation: deleteImage, input: { regionId, imageId } }, imageId);
  await watcher.tick();
  expect(last()).toMatchObject({ status: 'running', passed: true });
  const stateOf = () =>
    client.getQueryData(list.queryKey)?.items.find((image) => image.imageId === imageId)?.status;
  expect(stateOf()).toBe('deleting');
  cloud.pass(tenMinutes);
  await watcher.tick();
  expect(last()?.status).toBe('done');
  expect(stateOf()).toBeUndefined();
});

const file = {
  regionId,
  architecture: 'x86_64',
  osType: 'linux',
  platform: 'Ubuntu',
  diskFormat: 'qcow2',
  systemDiskSizeGB: 40,
  clientToken: 't',
} as const;

test('a failed import tells why, in the words of its task', async () => {
  const { cloud, client, call, watcher, send, last } = setUp();
  const list = imageTasksOptions(call, regionId);
  await send({
    operation: importImage,
    input: { ...file, imageName: 'debian', imageUrl: 'https://b.example/debian.vmdk' },
  });
  new QueryObserver(client, list).subscribe(() => undefined);
  await client.fetchQuery(list);
  cloud.pass(30_000);
  await watcher.tick();
  expect(client.getQueryData(list.queryKey)?.items.at(-1)?.progress).toBeGreaterThan(0);
  cloud.pass(tenMinutes);
  await watcher.tick();
  expect(last()).toMatchObject({
    status: 'failed',
    error: { message: 'The image file is not a valid qcow2 file.' },
  });
});

test('an export ends with its task', async () => {
  const { cloud, watcher, imageNamed, send, last } = setUp();
  const { imageId } = imageNamed('order-api-20261120');
  const target = { ossUrl: 'https://b.example', roleName: 'exporter' };
  await send({ operation: exportImage, input: { regionId, imageId, ...target } });
  await watcher.tick();
  expect(last()?.status).toBe('running');
  cloud.pass(tenMinutes);
  await watcher.tick();
  expect(last()?.status).toBe('done');
});
