import { useState } from 'react';
import { deleteInstance } from '../../../contract/instance-actions.ts';
import type { Instance } from '../../../contract/instances.ts';
import { primaryElasticIps } from '../../../contract/on-delete.ts';
import { DeletionDialog } from '../../activity/DeletionDialog.tsx';
import type { ActionDialogProps } from '../../kit/action.ts';
import { CheckField } from '../../kit/form/CheckField.tsx';
import { useWords } from '../../words/language.tsx';
import { nameOf, resourceOf } from '../resource.ts';
import { LossesTable } from './LossesTable.tsx';
import { useInstanceRow, useInstanceSplit } from './split.ts';

const hasElasticIp = (instance: Instance) => primaryElasticIps(instance).length > 0;

/** Deleting: names what will be lost and what stays and costs, and has to be meant. */
export function DeleteDialog(props: ActionDialogProps<Instance>) {
  const { items, region } = props;
  const { deleteInstance: say } = useWords().actions;
  const split = useInstanceSplit('deleteInstance', items);
  const [release, setRelease] = useState(false);
  return (
    <DeletionDialog
      {...props}
      {...{ split, nameOf, say }}
      operation="deleteInstance"
      idOf={({ instanceId }) => instanceId}
      rowOf={useInstanceRow()}
      stepsFor={(instance) => ({
        operation: deleteInstance,
        input: {
          regionId: region,
          instanceId: instance.instanceId,
          ...(release &&
            hasElasticIp(instance) && { deletePrimaryNetworkInterfaceAllElasticIp: true }),
        },
        resource: resourceOf(instance),
      })}
    >
      <LossesTable instances={split.able} region={region} releaseElasticIps={release} />
      {split.able.some(hasElasticIp) && (
        <CheckField label={say.releaseIp} checked={release} onChange={setRelease} />
      )}
    </DeletionDialog>
  );
}
