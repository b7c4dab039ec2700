import { IconKey } from '@tabler/icons-react';
import { useState } from 'react';
import { modifyInstancePassword } from '../../../contract/instance-actions.ts';
import type { Instance } from '../../../contract/instances.ts';
import { loginUser } from '../../../contract/logins.ts';
import { passwordProblems } from '../../../contract/rules.ts';
import { OneOrManyDialog } from '../../activity/OneOrManyDialog.tsx';
import type { ActionDialogProps } from '../../kit/action.ts';
import { CheckField } from '../../kit/form/CheckField.tsx';
import { PasswordField } from '../../kit/form/PasswordField.tsx';
import { useWords } from '../../words/language.tsx';
import { changeWords } from '../change-words.ts';
import { nameOf, resourceOf } from '../resource.ts';
import { useInstanceRow, useInstanceSplit } from './split.ts';
import { rebootRequest } from './steps.ts';

const isRunning = ({ status }: Instance) => status === 'running';

/** A new password, one for all; with a reboot behind it where it is to be active at once. */
export function PasswordDialog(props: ActionDialogProps<Instance>) {
  const { items, region } = props;
  const { password: say } = changeWords.useWords();
  const { kit } = useWords();
  const row = useInstanceRow();
  const split = useInstanceSplit('modifyInstancePassword', items);
  const [password, setPassword] = useState('');
  const [reboots, setReboots] = useState(false);
  const users = [...new Set(split.able.map(({ osType }) => loginUser(osType)))];
  const noteFor = (instance: Instance) => {
    if (!isRunning(instance)) return say.note.starts;
    return reboots ? say.note.reboots : say.note.waits;
  };
  const [only] = items;
  const activeLater = isRunning(only) ? say.later : say.whenStarted;
  return (
    <OneOrManyDialog
      {...props}
      operation="modifyInstancePassword"
      title={say.title(nameOf(only))}
      id={only.instanceId}
      verb={say.verb}
      icon={IconKey}
      note={!reboots && activeLater}
      split={split}
      rowOf={(instance) => ({ ...row(instance), note: noteFor(instance) })}
      stepsFor={(instance) => [
        {
          operation: modifyInstancePassword,
          input: { regionId: region, instanceId: instance.instanceId, password },
          resource: resourceOf(instance),
        },
        ...(reboots && isRunning(instance) ? [rebootRequest(instance, region)] : []),
      ]}
      options={say.sameForAll}
      fields={
        <>
          <PasswordField
            label={say.password}
            aside={say.user(kit.together(users))}
            user={users}
            value={password}
            onChange={setPassword}
            autofocus
          />
          {split.able.some(isRunning) && (
            <CheckField
              label={say.reboot}
              hint={say.rebootHint}
              checked={reboots}
              onChange={setReboots}
            />
          )}
        </>
      }
      ready={password !== '' && passwordProblems(password, ...users).length === 0}
    />
  );
}
