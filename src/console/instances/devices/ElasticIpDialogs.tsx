import { useQuery } from '@tanstack/react-query';
import { IconWorldMinus, IconWorldX } from '@tabler/icons-react';
import { useState } from 'react';
import { deleteElasticIp, describeElasticIp } from '../../../contract/elastic-ips.ts';
import { disassociateElasticIp } from '../../../contract/instance-actions.ts';
import type { Instance } from '../../../contract/instances.ts';
import { whyNot } from '../../../contract/lifecycle.ts';
import { whyNotDeleteElasticIp } from '../../../contract/network-rules.ts';
import { whyNotDisassociateElasticIp } from '../../../contract/primary-address.ts';
import { AskDialog } from '../../activity/AskDialog.tsx';
import { useSubmit } from '../../activity/use-submit.ts';
import { useCall } from '../../api/context.tsx';
import { readOptions } from '../../api/reads.ts';
import type { WriteRequest } from '../../api/write.ts';
import { type ActionDialogProps, useWhyNotWrite } from '../../kit/action.ts';
import { CheckField } from '../../kit/form/CheckField.tsx';
import { StatusGlyph } from '../../kit/Status.tsx';
import { TypeToConfirm } from '../../kit/TypeToConfirm.tsx';
import { useSay } from '../../words/language.tsx';
import { nameOf, resourceOf } from '../resource.ts';
import type { FreeElasticIp } from './items.ts';
import { deviceWords } from './words.ts';

/** Takes the elastic IP off an instance, and gives it back if that is wanted. */
export function DisassociateElasticIpDialog({
  items: [instance],
  region,
  onClose,
  onDone,
}: ActionDialogProps<Instance>) {
  const say = deviceWords.useWords();
  const speak = useSay();
  const whyNotWrite = useWhyNotWrite();
  const { elasticIpId = '', elasticIpAddress = '' } = instance;
  const { data } = useQuery({
    ...readOptions(useCall(), describeElasticIp, { regionId: region, elasticIpId }),
    enabled: elasticIpId !== '',
  });
  const [release, setRelease] = useState(false);
  const { submit, ...submission } = useSubmit(onDone);
  const obstacle = whyNotDisassociateElasticIp(instance)?.why;
  // As it will be once it is off.
  const eip = data?.elasticIp && { ...data.elasticIp, networkInterfaceId: undefined };
  const kept = eip && whyNotDeleteElasticIp(eip)?.why;
  const first: WriteRequest<typeof disassociateElasticIp> = {
    operation: disassociateElasticIp,
    input: { regionId: region, instanceId: instance.instanceId, elasticIpId },
    resource: resourceOf(instance),
  };
  const second: WriteRequest<typeof deleteElasticIp> = {
    operation: deleteElasticIp,
    input: { regionId: region, elasticIpId },
    resource: resourceOf(instance),
  };
  return (
    <AskDialog
      title={say.disassociate.title(elasticIpAddress)}
      id={elasticIpId}
      verb={say.disassociate.verb}
      icon={IconWorldMinus}
      tone={release ? 'danger' : undefined}
      why={whyNotWrite(whyNot('disassociateElasticIp', instance) ?? obstacle)}
      submission={submission}
      onSubmit={() => void submit(release ? [first, second] : [first], 'disassociateElasticIp')}
      onClose={onClose}
    >
      <p>{say.disassociate.consequence(nameOf(instance))}</p>
      <CheckField
        label={say.disassociate.release}
        hint={kept ? speak(kept) : say.disassociate.releaseHint}
        disabled={kept !== undefined}
        checked={release}
        onChange={setRelease}
      />
    </AskDialog>
  );
}

/** Gives an address back that nothing uses. */
export function ReleaseElasticIpDialog({
  items: [item],
  region,
  onClose,
  onDone,
}: ActionDialogProps<FreeElasticIp>) {
  const say = deviceWords.useWords();
  const whyNotWrite = useWhyNotWrite();
  const [confirmed, setConfirmed] = useState(false);
  const { submit, ...submission } = useSubmit(onDone);
  const { elasticIpId: id, elasticIpAddress: address = id } = item.eip;
  const obstacle = whyNotDeleteElasticIp(item.eip)?.why;
  return (
    <AskDialog
      sign={<StatusGlyph look="bad" />}
      title={say.release.title(address)}
      id={id}
      verb={say.release.verb}
      icon={IconWorldX}
      tone="danger"
      why={whyNotWrite(obstacle)}
      submission={submission}
      ready={confirmed}
      hasField
      onSubmit={() =>
        void submit({
          operation: deleteElasticIp,
          input: { regionId: region, elasticIpId: id },
          resource: { kind: 'elasticIp', id, name: address },
        })
      }
      onClose={onClose}
    >
      <p>{say.release.consequence}</p>
      <TypeToConfirm expected={address} label={say.release.type} onMatch={setConfirmed} />
    </AskDialog>
  );
}
