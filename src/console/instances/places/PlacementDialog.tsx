import { IconStack2 } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { modifyInstancePlacement } from '../../../contract/instance-actions.ts';
import type { Instance } from '../../../contract/instances.ts';
import { whyNot } from '../../../contract/lifecycle.ts';
import { whyNotBalance, whyNotGroup } from '../../../contract/placement.ts';
import { localDataDisks } from '../../../contract/resize-rules.ts';
import { AskDialog } from '../../activity/AskDialog.tsx';
import { useSubmit } from '../../activity/use-submit.ts';
import { useCall } from '../../api/context.tsx';
import { type ActionDialogProps, useWhyNotWrite } from '../../kit/action.ts';
import { CheckField } from '../../kit/form/CheckField.tsx';
import { PickField, noteOf, possibleFirst } from '../../kit/form/PickField.tsx';
import { templatesOptions } from '../../templates/queries.ts';
import { useSay } from '../../words/language.tsx';
import { useLimits } from '../devices/limits.ts';
import { nameOf, resourceOf } from '../resource.ts';
import { placeWords } from './words.ts';

/** Puts an instance into an availability group. Groups are another service: known are those of the templates here. */
export function PlacementDialog({
  items: [instance],
  region,
  onClose,
  onDone,
}: ActionDialogProps<Instance>) {
  const { placement: say } = placeWords.useWords();
  const speak = useSay();
  const whyNotWrite = useWhyNotWrite();
  const type = useLimits(instance, region);
  const { data, isError } = useQuery(templatesOptions(useCall(), region));
  const { submit, ...submission } = useSubmit<typeof modifyInstancePlacement>(onDone);
  const [agId, setAgId] = useState('');
  const [balance, setBalance] = useState(false);
  const [clears, setClears] = useState(false);
  const [isManaged, setManaged] = useState(false);
  const obstacle = balance ? whyNotBalance(instance, clears) : undefined;
  const mayWipe = balance && localDataDisks(instance).length > 0;
  const choices = data?.items.flatMap(({ ags = [], instanceTemplateData, ...template }) =>
    ags.flatMap(({ id, name }) => {
      if (id === undefined) return [];
      const why = whyNotGroup(instance, { vpcId: instanceTemplateData?.vpcId }, type)?.why;
      return {
        value: id,
        label: name || id,
        note: noteOf(id, say.template(template.name || template.id)),
        why: why && speak(why),
      };
    }),
  );
  return (
    <AskDialog
      title={say.title(nameOf(instance))}
      id={instance.instanceId}
      verb={say.verb}
      icon={IconStack2}
      why={whyNotWrite(whyNot('modifyInstancePlacement', instance))}
      submission={submission}
      ready={agId !== '' && obstacle === undefined}
      hasField
      note={obstacle && speak(obstacle.why)}
      onSubmit={() =>
        void submit({
          operation: modifyInstancePlacement,
          input: {
            regionId: region,
            instanceId: instance.instanceId,
            agId,
            ...(balance && { balance }),
            ...(mayWipe && clears && { clearLocalDisk: true }),
            ...(isManaged && { isManaged }),
          },
          resource: resourceOf(instance),
        })
      }
      onClose={onClose}
    >
      <PickField
        label={say.group}
        placeholder={say.pick}
        hint={say.hint}
        value={agId}
        onChange={setAgId}
        choices={choices && possibleFirst(choices)}
        failed={isError}
        empty={say.none}
      />
      <CheckField
        label={say.balance}
        hint={say.balanceHint}
        checked={balance}
        onChange={setBalance}
      />
      {mayWipe && (
        <CheckField label={say.clear} hint={say.clearHint} checked={clears} onChange={setClears} />
      )}
      <CheckField
        label={say.managed}
        hint={say.managedHint}
        checked={isManaged}
        onChange={setManaged}
      />
    </AskDialog>
  );
}
