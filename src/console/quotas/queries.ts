import { useQuery } from '@tanstack/react-query';
import { describeQuotas } from '../../contract/quotas.ts';
import type { OutputOf } from '../../contract/operation.ts';
import type { Call } from '../api/client.ts';
import { useCall } from '../api/context.tsx';
import { readOptions } from '../api/reads.ts';

/** All quotas of a region; the navigation takes its counts from them. */
export function quotasOptions(call: Call, regionId: string) {
  return readOptions(call, describeQuotas, { regionId });
}

/** How much there may be of one kind, and how much there is. */
export interface Room {
  used: number;
  limit: number;
}

/** The room for one kind; nothing where it is not known yet. */
export function roomIn(
  answer: OutputOf<typeof describeQuotas> | undefined,
  kind: string,
): Room | undefined {
  const { used, limit } = answer?.quotas?.find(({ resourceType }) => resourceType === kind) ?? {};
  return used === undefined || limit === undefined ? undefined : { used, limit };
}

/** The room for one kind in a region; nothing while it is not known. */
export function useRoom(region: string, kind: string): Room | undefined {
  return roomIn(useQuery(quotasOptions(useCall(), region)).data, kind);
}

/** Whether there is no room for so many more. */
export function isShort(room: Room | undefined, wanted = 1): room is Room {
  return room !== undefined && room.used + wanted > room.limit;
}
