import { IconWorldPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { createElasticIps, type ElasticIp } from '../../../contract/elastic-ips.ts';
import { associateElasticIp } from '../../../contract/instance-actions.ts';
import type { Instance } from '../../../contract/instances.ts';
import { whyNotAssociateElasticIp } from '../../../contract/network-rules.ts';
import { whyNotMoreElasticIps } from '../../../contract/primary-address.ts';
import { useSubmit } from '../../activity/use-submit.ts';
import { useCall } from '../../api/context.tsx';
import type { WriteRequest } from '../../api/write.ts';
import type { ActionDialogProps } from '../../kit/action.ts';
import { PickField, noteOf, possibleFirst } from '../../kit/form/PickField.tsx';
import { freeElasticIpsOptions } from '../../networks/queries.ts';
import { useSay } from '../../words/language.tsx';
import { nameOf, resourceOf } from '../resource.ts';
import { AddDialog, type Source } from './AddDialog.tsx';
import { emptyElasticIp, NewElasticIpFields, specFrom } from './NewElasticIpFields.tsx';
import { deviceWords } from './words.ts';

/** Binds an elastic IP to the primary address of an instance: one that is free, or a new one. */
export function AssociateElasticIpDialog({
  items: [instance],
  region,
  onClose,
  onDone,
}: ActionDialogProps<Instance>) {
  const say = deviceWords.useWords();
  const speak = useSay();
  const { data: eips, isError } = useQuery(freeElasticIpsOptions(useCall(), region));
  const { submit, ...submission } = useSubmit(onDone);
  const [source, setSource] = useState<Source>('existing');
  const [chosen, setChosen] = useState('');
  const [draft, setDraft] = useState(emptyElasticIp);
  const spec = specFrom(draft);

  const associate = (elasticIpId: string): WriteRequest<typeof associateElasticIp> => ({
    operation: associateElasticIp,
    input: { regionId: region, instanceId: instance.instanceId, elasticIpId },
    resource: resourceOf(instance),
  });
  const send = () => {
    if (source === 'existing') {
      void submit(associate(chosen));
    } else if (spec) {
      const create = {
        operation: createElasticIps,
        input: { regionId: region, ...spec },
        resource: resourceOf(instance),
      };
      void submit([create, { ...associate(''), takes: 'elasticIpId' }], associateElasticIp.name);
    }
  };
  return (
    <AddDialog
      {...{ instance, source, submission, onClose }}
      onSource={setSource}
      action="associateElasticIp"
      full={whyNotMoreElasticIps(instance)?.why}
      title={say.associate.title(nameOf(instance))}
      verb={source === 'fresh' ? say.associate.createVerb : say.associate.verb}
      icon={IconWorldPlus}
      ready={source === 'existing' ? chosen !== '' : spec !== undefined}
      note={instance.privateIpAddress && say.associate.target(instance.privateIpAddress)}
      onSubmit={send}
    >
      {source === 'existing' ? (
        <PickField
          label={say.associate.eip}
          placeholder={say.associate.pick}
          value={chosen}
          onChange={setChosen}
          choices={eips && possibleFirst(eips.items.map(choiceOf))}
          failed={isError}
          empty={say.none}
        />
      ) : (
        <NewElasticIpFields draft={draft} onChange={setDraft} />
      )}
    </AddDialog>
  );

  function choiceOf(eip: ElasticIp) {
    const why = whyNotAssociateElasticIp(instance, eip)?.why;
    return {
      value: eip.elasticIpId,
      label: eip.elasticIpAddress ?? eip.elasticIpId,
      note: noteOf(
        eip.elasticIpName,
        eip.elasticIpId,
        eip.bandwidthMbps !== undefined && say.associate.mbps(eip.bandwidthMbps),
        eip.az || say.associate.anyZone,
      ),
      why: why && speak(why),
    };
  }
}
