import { useQuery } from '@tanstack/react-query';
import { IconWorldPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { createElasticIps, type ElasticIp, mostMbps } from '../../../contract/elastic-ips.ts';
import { associateElasticIp } from '../../../contract/instance-actions.ts';
import type { Instance } from '../../../contract/instances.ts';
import { whyNotAssociateElasticIp } from '../../../contract/network-rules.ts';
import { whyNotMoreElasticIps } from '../../../contract/primary-address.ts';
import { resourceName } from '../../../contract/rules.ts';
import { useSubmit } from '../../activity/use-submit.ts';
import { useCall } from '../../api/context.tsx';
import type { WriteRequest } from '../../api/write.ts';
import type { ActionDialogProps } from '../../kit/action.ts';
import { PickField, possibleFirst } from '../../kit/form/PickField.tsx';
import { SegmentsField } from '../../kit/form/SegmentsField.tsx';
import { SelectField } from '../../kit/form/SelectField.tsx';
import { NumberField, numberOf, TextField } from '../../kit/form/TextField.tsx';
import { freeElasticIpsOptions } from '../../networks/queries.ts';
import { useSay } from '../../words/language.tsx';
import { nameOf, resourceOf } from '../resource.ts';
import { AddDialog, type Source } from './AddDialog.tsx';
import classes from './devices.module.css';
import { deviceWords } from './words.ts';

type Billing = keyof typeof mostMbps;

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
  const [name, setName] = useState('');
  const [mbps, setMbps] = useState('5');
  const [billing, setBilling] = useState<Billing>('postpaid_by_usage');

  const most = mostMbps[billing];
  const bandwidthMbps = numberOf(mbps);
  const bandwidthError =
    bandwidthMbps === undefined || bandwidthMbps < 1 || bandwidthMbps > most
      ? say.associate.bandwidthRule(most)
      : undefined;
  const nameError = name !== '' && !resourceName.safeParse(name).success;
  const associate = (elasticIpId: string): WriteRequest<typeof associateElasticIp> => ({
    operation: associateElasticIp,
    input: { regionId: region, instanceId: instance.instanceId, elasticIpId },
    resource: resourceOf(instance),
  });
  const send = () => {
    if (source === 'existing') {
      void submit(associate(chosen));
      return;
    }
    if (bandwidthMbps === undefined) return;
    const create = {
      operation: createElasticIps,
      input: {
        regionId: region,
        maxCount: 1,
        ...(name !== '' && { elasticIpName: name }),
        elasticIpSpec: { bandwidthMbps, provider: 'bgp', chargeSpec: { chargeMode: billing } },
      },
      resource: resourceOf(instance),
    };
    void submit([create, { ...associate(''), takes: 'elasticIpId' }], 'associateElasticIp');
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
      ready={source === 'existing' ? chosen !== '' : bandwidthError === undefined && !nameError}
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
          empty={isError ? say.failed : say.none}
        />
      ) : (
        <>
          <SegmentsField<Billing>
            label={say.associate.billing}
            value={billing}
            onChange={setBilling}
            choices={[
              { value: 'postpaid_by_usage', label: say.associate.byTraffic },
              { value: 'postpaid_by_duration', label: say.associate.byBandwidth },
            ]}
          />
          <div className={classes.pair}>
            <NumberField
              label={say.associate.bandwidth}
              value={mbps}
              min={1}
              max={most}
              unit="Mbps"
              hint={say.associate.bandwidthRule(most)}
              error={bandwidthError}
              onChange={setMbps}
            />
            <SelectField
              label={say.associate.line}
              value="bgp"
              // Today every region has this one alone.
              choices={[{ value: 'bgp', label: say.associate.bgp }]}
              onChange={() => undefined}
            />
          </div>
          <TextField
            label={say.name}
            optional
            value={name}
            error={nameError ? say.nameRule : undefined}
            onChange={setName}
          />
        </>
      )}
    </AddDialog>
  );

  function choiceOf(eip: ElasticIp) {
    const why = whyNotAssociateElasticIp(instance, eip)?.why;
    return {
      value: eip.elasticIpId,
      label: eip.elasticIpAddress ?? eip.elasticIpId,
      note: [
        eip.elasticIpName,
        eip.elasticIpId,
        eip.bandwidthMbps !== undefined && say.associate.mbps(eip.bandwidthMbps),
        eip.az || say.associate.anyZone,
      ]
        .filter(Boolean)
        .join(' · '),
      why: why && speak(why),
    };
  }
}
