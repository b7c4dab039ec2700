import { useQuery } from '@tanstack/react-query';
import { keyName } from '../../../contract/rules.ts';
import { useCall } from '../../api/context.tsx';
import { isShort, useRoom } from '../../quotas/queries.ts';
import { keypairsOptions } from '../queries.ts';
import { keypairWords } from '../words.ts';

/** Whether a new key pair of a region can be called so, and whether there is room for one more. */
export function useName(name: string, region: string) {
  const { nameRule, nameTaken, quota, create } = keypairWords.useWords();
  const call = useCall();
  const { data } = useQuery(keypairsOptions(call, region));
  const room = useRoom(region, 'keypair');
  const fits = keyName.safeParse(name).success;
  const taken = data?.items.some((one) => one.keyName === name) ?? false;
  return {
    note: room && quota(room.used, room.limit),
    /** Why there can be none, whatever it is called. */
    why: isShort(room) ? create.full(room.limit) : undefined,
    wrong: !fits || taken,
    // A name that is not begun yet is not scolded.
    error: taken ? nameTaken(name) : name !== '' && !fits ? nameRule : undefined,
  };
}
