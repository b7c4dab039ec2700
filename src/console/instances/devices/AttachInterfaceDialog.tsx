import { useQuery } from '@tanstack/react-query';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { attachNetworkInterface } from '../../../contract/instance-actions.ts';
import type { Instance } from '../../../contract/instances.ts';
import {
  createNetworkInterface,
  type NetworkInterface,
} from '../../../contract/network-interfaces.ts';
import {
  interfacesOn,
  tooManyInterfaces,
  whyNotAttachInterface,
} from '../../../contract/network-rules.ts';
import { useCall } from '../../api/context.tsx';
import type { WriteRequest } from '../../api/write.ts';
import type { ActionDialogProps } from '../../kit/action.ts';
import { CheckField } from '../../kit/form/CheckField.tsx';
import { PickField, noteOf, possibleFirst } from '../../kit/form/PickField.tsx';
import { Note } from '../../kit/Note.tsx';
import { elasticIpsOptions, secondaryInterfacesOptions } from '../../networks/queries.ts';
import { useSay } from '../../words/language.tsx';
import { nameOf, resourceOf } from '../resource.ts';
import { AddDialog, type Source } from './AddDialog.tsx';
import { useLimits } from './limits.ts';
import {
  type InterfaceDraft,
  NewInterfaceFields,
  specFrom,
  useInterfaceDraft,
} from './NewInterfaceFields.tsx';
import { useTurns } from './use-turns.ts';
import { deviceWords } from './words.ts';

/** Gives an instance one more interface: one that is there, or a new one in a subnet of its VPC. */
export function AttachInterfaceDialog({
  items: [instance],
  region,
  onClose,
  onDone,
}: ActionDialogProps<Instance>) {
  const say = deviceWords.useWords();
  const speak = useSay();
  const call = useCall();
  const limits = useLimits(instance, region);
  const { data: nics, isError } = useQuery(secondaryInterfacesOptions(call, region));
  const { data: eips } = useQuery(elasticIpsOptions(call, region));
  const { waits, send, makeAndSend, submission } = useTurns(instance.instanceId, onDone);
  const [source, setSource] = useState<Source>('existing');
  const [chosen, setChosen] = useState('');
  const [autoDelete, setAutoDelete] = useState(false);
  const [draft, setDraft] = useState<InterfaceDraft>({
    name: '',
    subnetId: instance.subnetId ?? '',
    address: '',
    groupIds: [],
  });
  const facts = useInterfaceDraft(draft, instance, region);

  const { nicLimit: limit = Infinity } = limits ?? {};
  const attach = (networkInterfaceId: string): WriteRequest<typeof attachNetworkInterface> => ({
    operation: attachNetworkInterface,
    input: { regionId: region, instanceId: instance.instanceId, networkInterfaceId, autoDelete },
    resource: resourceOf(instance),
  });
  const ask = () => {
    if (source === 'existing') {
      send(attach(chosen));
      return;
    }
    const create = {
      operation: createNetworkInterface,
      input: { regionId: region, ...specFrom(draft) },
      resource: resourceOf(instance),
    };
    makeAndSend(create, { ...attach(''), takes: 'networkInterfaceId' });
  };
  return (
    <AddDialog
      {...{ instance, source, submission, onClose }}
      onSource={setSource}
      action="attachNetworkInterface"
      full={interfacesOn(instance) >= limit ? tooManyInterfaces(limit).why : undefined}
      title={say.attachInterface.title(nameOf(instance))}
      verb={source === 'fresh' ? say.attachInterface.createVerb : say.attachInterface.verb}
      icon={IconPlus}
      ready={source === 'existing' ? chosen !== '' : facts.isReady}
      onSubmit={ask}
    >
      {source === 'existing' ? (
        <PickField
          label={say.attachInterface.nic}
          placeholder={say.attachInterface.pick}
          value={chosen}
          onChange={setChosen}
          choices={nics && possibleFirst(nics.items.map(choiceOf))}
          failed={isError}
          empty={say.none}
        />
      ) : (
        <NewInterfaceFields {...{ draft, facts }} onChange={setDraft} />
      )}
      <CheckField label={say.autoDelete} checked={autoDelete} onChange={setAutoDelete} />
      {waits && source === 'existing' && <Note tone="warn">{say.waits}</Note>}
    </AddDialog>
  );

  function choiceOf(nic: NetworkInterface) {
    const { elasticIpId } = nic.primaryIp ?? {};
    const eip = elasticIpId
      ? eips?.items.find((one) => one.elasticIpId === elasticIpId)
      : undefined;
    const why = whyNotAttachInterface(instance, nic, limits, eip)?.why;
    return {
      value: nic.networkInterfaceId,
      label: nic.networkInterfaceName || nic.networkInterfaceId,
      note: noteOf(nic.networkInterfaceId, nic.primaryIp?.privateIpAddress),
      why: why && speak(why),
    };
  }
}
