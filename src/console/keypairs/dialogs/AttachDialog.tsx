import { IconLink } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { whyNotAttachKeypair } from '../../../contract/keypair-rules.ts';
import { attachKeypair, type Keypair } from '../../../contract/keypairs.ts';
import { AskDialog } from '../../activity/AskDialog.tsx';
import { useCall } from '../../api/context.tsx';
import { fleetOptions } from '../../instances/queries.ts';
import type { ActionDialogProps } from '../../kit/action.ts';
import { PickManyField, possibleFirst } from '../../kit/form/PickField.tsx';
import { SegmentsField } from '../../kit/form/SegmentsField.tsx';
import { useLanguage } from '../../words/language.tsx';
import { keypairsOptions } from '../queries.ts';
import { resourceOf } from '../resource.ts';
import { keypairWords } from '../words.ts';
import { LeftOut } from './LeftOut.tsx';
import { useSomeSubmit } from './some.ts';

/** Gives instances that have no key pair this one. */
export function AttachDialog({
  items: [{ keyName }],
  region,
  onClose,
  onDone,
}: ActionDialogProps<Keypair>) {
  const { attach: say } = keypairWords.useWords();
  const { language } = useLanguage();
  const call = useCall();
  const { data: { instances: fleet } = {}, isError } = useQuery(fleetOptions(call, region));
  const { data: { items: keypairs } = {}, ...known } = useQuery(keypairsOptions(call, region));
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [password, setPassword] = useState<'yes' | 'no'>('yes');
  const { submit, left, submission } = useSomeSubmit<typeof attachKeypair>(region, chosen, onDone);
  const choices = useMemo(() => {
    if (!fleet || !keypairs) return undefined;
    const names = new Set(keypairs.map((one) => one.keyName));
    return possibleFirst(
      fleet.map((instance) => {
        const why = whyNotAttachKeypair(instance, keyName, (name) => names.has(name))?.why;
        return {
          value: instance.instanceId,
          label: instance.instanceName || instance.instanceId,
          note: [instance.instanceId, instance.privateIpAddress].filter(Boolean).join(' '),
          why: why?.[language],
        };
      }),
    );
  }, [fleet, keypairs, keyName, language]);
  return (
    <AskDialog
      title={say.title(keyName)}
      verb={chosen.length > 0 ? say.verb(chosen.length) : say.verbAlone}
      icon={IconLink}
      submission={submission}
      ready={chosen.length > 0 && left.length === 0}
      hasField
      onSubmit={() =>
        submit({
          operation: attachKeypair,
          input: { regionId: region, keyName, instanceIds: [...chosen], passWordAuth: password },
          resource: resourceOf(keyName),
        })
      }
      onClose={onClose}
    >
      <p>{say.rule}</p>
      <PickManyField
        label={say.instances}
        value={chosen}
        choices={choices}
        failed={isError || known.isError}
        placeholder={say.find}
        hint={say.hint}
        onChange={setChosen}
      />
      <SegmentsField
        label={say.password}
        value={password}
        onChange={setPassword}
        hint={password === 'no' ? say.passwordOff : say.passwordOn}
        choices={[
          { value: 'yes', label: say.keep },
          { value: 'no', label: say.turnOff },
        ]}
      />
      <LeftOut ids={left} nameOf={(id) => choices?.find(({ value }) => value === id)?.label} />
    </AskDialog>
  );
}
