import type { QueryClient } from '@tanstack/react-query';
import type { Image, TaskInfo } from '../../contract/images.ts';
import { amend, type Whole } from '../api/reads.ts';

/**
 * Puts fresh facts about some images into everything that shows them; `undefined` means it is gone. What has come new
 * is for the lists themselves to read: they are told by whatever made it.
 */
export function absorbImages(
  client: QueryClient,
  regionId: string,
  fresh: ReadonlyMap<string, Image | undefined>,
): void {
  renew<Image>(client, ['describeImages', { regionId }], (items) =>
    items.flatMap((image) =>
      fresh.has(image.imageId) ? (fresh.get(image.imageId) ?? []) : [image],
    ),
  );
  for (const [imageId, image] of fresh) {
    const key = ['describeImage', { regionId, imageId }];
    // A page that shows it is told that it is gone; without such a page there is nothing to tell.
    if (client.getQueryData(key)) client.setQueryData(key, { image });
  }
}

/** The same for tasks, which are never gone. */
export function absorbTasks(
  client: QueryClient,
  regionId: string,
  fresh: ReadonlyMap<string, TaskInfo>,
): void {
  renew<TaskInfo>(client, ['imageTasks', { regionId }], (items) =>
    items.map((task) => fresh.get(task.taskId) ?? task),
  );
}

/** Changes the items of every list of that kind and region. */
function renew<T>(
  client: QueryClient,
  queryKey: readonly unknown[],
  change: (items: T[]) => T[],
): void {
  for (const [key] of client.getQueriesData({ queryKey })) {
    amend<Partial<Whole<T>>>(client, key, (list) => {
      if (!list.items) return list;
      const items = change(list.items);
      return { ...list, items, total: (list.total ?? 0) + items.length - list.items.length };
    });
  }
}
