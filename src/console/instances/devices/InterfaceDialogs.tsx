import { IconPlugConnectedX, IconTrash } from '@tabler/icons-react';
import { detachNetworkInterface } from '../../../contract/instance-actions.ts';
import { deleteNetworkInterface } from '../../../contract/network-interfaces.ts';
import { whyNotDeleteInterface, whyNotDetachInterface } from '../../../contract/network-rules.ts';
import { whyNot } from '../../../contract/lifecycle.ts';
import { AskDialog } from '../../activity/AskDialog.tsx';
import { useSubmit } from '../../activity/use-submit.ts';
import { type ActionDialogProps, useWhyNotWrite } from '../../kit/action.ts';
import { Note } from '../../kit/Note.tsx';
import { StatusGlyph } from '../../kit/Status.tsx';
import { resourceOf } from '../resource.ts';
import type { FreeInterface, InterfaceOn } from './items.ts';
import { useTurns } from './use-turns.ts';
import { deviceWords } from './words.ts';

/** Takes a secondary interface off an instance. */
export function DetachInterfaceDialog({
  items: [item],
  region,
  onClose,
  onDone,
}: ActionDialogProps<InterfaceOn>) {
  const say = deviceWords.useWords();
  const whyNotWrite = useWhyNotWrite();
  const { waits, send, submission } = useTurns(item.instance.instanceId, onDone);
  const { instance, id, address } = item;
  const obstacle = whyNotDetachInterface(instance, id)?.why;
  const request = {
    operation: detachNetworkInterface,
    input: { regionId: region, instanceId: instance.instanceId, networkInterfaceId: id },
    resource: resourceOf(instance),
  };
  return (
    <AskDialog
      title={say.detachInterface.title(id)}
      verb={say.detachInterface.verb}
      icon={IconPlugConnectedX}
      why={whyNotWrite(whyNot('detachNetworkInterface', instance) ?? obstacle)}
      submission={submission}
      note={say.detachInterface.kept}
      onSubmit={() => send(request)}
      onClose={onClose}
    >
      <p>{say.detachInterface.consequence(address)}</p>
      {waits && <Note tone="warn">{say.waits}</Note>}
    </AskDialog>
  );
}

/** Deletes an interface that nothing uses. */
export function DeleteInterfaceDialog({
  items: [item],
  region,
  onClose,
  onDone,
}: ActionDialogProps<FreeInterface>) {
  const say = deviceWords.useWords();
  const whyNotWrite = useWhyNotWrite();
  const { submit, ...submission } = useSubmit(onDone);
  const { nic } = item;
  const { networkInterfaceId: id, networkInterfaceName, primaryIp } = nic;
  const name = networkInterfaceName || id;
  const obstacle = whyNotDeleteInterface(nic)?.why;
  return (
    <AskDialog
      sign={<StatusGlyph look="bad" />}
      title={say.deleteInterface.title(name)}
      id={id}
      verb={say.deleteInterface.verb}
      icon={IconTrash}
      tone="danger"
      why={whyNotWrite(obstacle)}
      submission={submission}
      onSubmit={() =>
        void submit({
          operation: deleteNetworkInterface,
          input: { regionId: region, networkInterfaceId: id },
          resource: { kind: 'networkInterface', id, name },
        })
      }
      onClose={onClose}
    >
      <p>{say.deleteInterface.consequence(primaryIp?.privateIpAddress ?? '')}</p>
      {primaryIp?.elasticIpId && <p>{say.deleteInterface.freed}</p>}
    </AskDialog>
  );
}
