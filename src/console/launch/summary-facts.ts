import { numberOf } from '../kit/form/TextField.tsx';
import { isLocal, keptImageDisks, systemSize } from './disks.ts';
import type { LaunchFacts } from './facts.ts';
import type { LaunchValues } from './values.ts';
import type { LaunchWords } from './words.ts';
import type { Words } from '../words/en-US/index.ts';

/**
 * The machine a form describes, a line for each of its parts, as a summary shows them.
 * @param sizesWord how its disks are said: of one, or of each of several.
 */
export function machineFacts(
  values: LaunchValues,
  facts: LaunchFacts,
  { say, kit }: { say: LaunchWords; kit: Words['kit'] },
  sizesWord: (sizes: readonly number[]) => string,
) {
  const { image, subnet } = facts;
  const local = isLocal(facts);
  const sizes = [
    local ? undefined : image && systemSize(values, facts),
    ...keptImageDisks(values, facts).map(({ cloudDisk }) => cloudDisk?.diskSizeGB),
    ...values.disks.map(({ sizeGB }) => numberOf(sizeGB)),
  ].filter((size) => size !== undefined);
  const address =
    values.addressMode === 'none' ? say.sum.noPublicIp : say.sum.publicIp(values.mbps);
  return [
    { label: say.image, value: image?.name ?? values.imageId },
    { label: say.type, value: values.instanceType },
    {
      label: say.disks,
      value: kit.together([local && say.sum.local, sizes.length > 0 && sizesWord(sizes)]),
    },
    {
      label: say.network,
      value: subnet && kit.together([subnet.subnetName || subnet.subnetId, address]),
    },
    {
      label: say.login,
      value: [say.logins[values.login], values.login === 'key' && values.keyName]
        .filter(Boolean)
        .join(' '),
    },
  ];
}
