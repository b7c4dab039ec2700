import { IconRefreshDot } from '@tabler/icons-react';
import { useState } from 'react';
import { rebuildInstance } from '../../../contract/instance-actions.ts';
import type { Instance } from '../../../contract/instances.ts';
import { whyNotEvenStopped } from '../../../contract/lifecycle.ts';
import { AskDialog } from '../../activity/AskDialog.tsx';
import { useEntries } from '../../activity/context.tsx';
import { sequencesOf } from '../../activity/sequence.ts';
import { useSubmit } from '../../activity/use-submit.ts';
import { type ActionDialogProps, useWhyNotWrite } from '../../kit/action.ts';
import { CheckField } from '../../kit/form/CheckField.tsx';
import { Note } from '../../kit/Note.tsx';
import { TypeToConfirm } from '../../kit/TypeToConfirm.tsx';
import { changeWords } from '../change-words.ts';
import { nameOf } from '../resource.ts';
import { usePlan } from './plan.ts';
import { emptyRebuild, isComplete, loginsFor, rebuildRequest, useCandidates } from './rebuild.ts';
import { ImageChoice, LoginFields, SystemFields } from './RebuildFields.tsx';
import { stopsFirst, whileStopped } from './steps.ts';
import { StopFirst } from './StopFirst.tsx';

/** A fresh system on one instance. What is on its system disk is gone then, so it has to be meant. */
export function RebuildDialog({
  items: [instance],
  region,
  onClose,
  onDone,
}: ActionDialogProps<Instance>) {
  const words = changeWords.useWords();
  const { rebuild: say } = words;
  const whyNotWrite = useWhyNotWrite();
  const planOf = usePlan();
  const ranBefore = useRanBefore(instance);
  const { submit, ...submission } = useSubmit(onDone);
  const [values, setValues] = useState(emptyRebuild);
  const [start, setStart] = useState(stopsFirst(instance) || ranBefore);
  const [confirmed, setConfirmed] = useState(false);
  const { candidates, failed } = useCandidates(instance, region, values.source);

  const chosen =
    values.source === 'current'
      ? candidates?.[0]
      : candidates?.find(({ image }) => image.imageId === values.imageId);
  const image = chosen?.image;
  // A login that another image allowed.
  const possible = loginsFor(image);
  const login = possible.includes(values.login) ? values.login : 'password';
  const current = { ...values, login };
  const steps =
    image &&
    whileStopped(instance, region, rebuildRequest(instance, region, image, current), start);
  const { systemDisk: disk } = instance;
  const size = disk?.cloudDisk?.diskSizeGB ?? disk?.localDisk?.diskSizeGB;
  const shown = [
    disk?.cloudDisk?.name ?? 'vda',
    size !== undefined && `(${words.image.size(size)})`,
  ];
  return (
    <AskDialog
      width={720}
      title={say.title(nameOf(instance))}
      id={instance.instanceId}
      verb={say.verb}
      icon={IconRefreshDot}
      tone="danger"
      why={whyNotWrite(whyNotEvenStopped('rebuildInstance', instance))}
      submission={submission}
      ready={
        image !== undefined && chosen?.why === undefined && isComplete(current, image) && confirmed
      }
      hasField
      note={steps && planOf(steps)}
      onSubmit={() => {
        if (steps) void submit(steps, rebuildInstance.name);
      }}
      onClose={onClose}
    >
      <Note tone="bad">
        <p>{say.erased(shown.filter(Boolean).join(' '))}</p>
        <p>{say.kept}</p>
      </Note>
      <ImageChoice
        values={values}
        {...{ candidates, failed, chosen }}
        onChange={(change) => setValues({ ...values, ...change })}
      />
      {image && (
        <>
          <LoginFields
            values={current}
            {...{ image, possible, region }}
            onChange={(change) => setValues({ ...values, ...change })}
          />
          <SystemFields
            values={values}
            image={image}
            onChange={(change) => setValues({ ...values, ...change })}
          />
        </>
      )}
      {stopsFirst(instance) ? (
        <StopFirst instances={[instance]} start={start} onStart={setStart} />
      ) : (
        <CheckField label={words.startAfter} checked={start} onChange={setStart} />
      )}
      <TypeToConfirm expected={nameOf(instance)} label={say.typeName} last onMatch={setConfirmed} />
    </AskDialog>
  );
}

/** Whether it was stopped for a rebuild that stands still because its password is lost: then it is to run again. */
function useRanBefore({ instanceId }: Instance): boolean {
  return sequencesOf(useEntries()).some(
    ({ resource, state, goal, part }) =>
      resource.id === instanceId &&
      state === 'needsInput' &&
      goal === rebuildInstance.name &&
      part.rest.some(({ operation }) => operation === 'startInstance'),
  );
}
