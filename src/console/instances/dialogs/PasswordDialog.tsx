import { IconKey } from '@tabler/icons-react';
import { useState } from 'react';
import { modifyInstancePassword } from '../../../contract/instance-actions.ts';
import type { Instance } from '../../../contract/instances.ts';
import { loginUser } from '../../../contract/logins.ts';
import { passwordProblems } from '../../../contract/rules.ts';
import { AskDialog } from '../../activity/AskDialog.tsx';
import { BulkDialog } from '../../activity/BulkDialog.tsx';
import { useSubmit } from '../../activity/use-submit.ts';
import type { ActionDialogProps } from '../../kit/action.ts';
import { CheckField } from '../../kit/form/CheckField.tsx';
import { PasswordField } from '../../kit/form/PasswordField.tsx';
import { changeWords } from '../change-words.ts';
import { useStatusWord } from '../InstanceStatus.tsx';
import { lookOf } from '../look.ts';
import { nameOf, resourceOf } from '../resource.ts';
import { useInstanceSplit } from './split.ts';
import { rebootRequest } from './steps.ts';
import { useWords } from '../../words/language.tsx';

const isRunning = ({ status }: Instance) => status === 'running';

/** A new password, one for all; with a reboot behind it where it is to be active at once. */
export function PasswordDialog({
  items,
  region,
  onClose,
  onStarted,
  onDone,
}: ActionDialogProps<Instance>) {
  const { password: say } = changeWords.useWords();
  const { kit } = useWords();
  const statusWord = useStatusWord();
  const { able, skipped } = useInstanceSplit('modifyInstancePassword', items);
  const [password, setPassword] = useState('');
  const [reboots, setReboots] = useState(false);
  const { submit, ...submission } = useSubmit(onDone);
  const users = [...new Set(able.map(({ osType }) => loginUser(osType)))];
  const ready = password !== '' && passwordProblems(password, ...users).length === 0;
  const running = able.filter(isRunning);

  const requestFor = (instance: Instance) => ({
    operation: modifyInstancePassword,
    input: { regionId: region, instanceId: instance.instanceId, password },
    resource: resourceOf(instance),
  });
  const after = (instance: Instance) =>
    reboots && isRunning(instance) ? [rebootRequest(instance, region)] : [];
  const fields = (
    <>
      <PasswordField
        label={say.password}
        aside={say.user(kit.together(users))}
        user={users}
        value={password}
        onChange={setPassword}
        autofocus
      />
      {running.length > 0 && (
        <CheckField
          label={say.reboot}
          hint={say.rebootHint}
          checked={reboots}
          onChange={setReboots}
        />
      )}
    </>
  );

  const [only] = items;
  if (items.length === 1) {
    const activeLater = isRunning(only) ? say.later : say.whenStarted;
    return (
      <AskDialog
        title={say.title(nameOf(only))}
        aside={<span className="mono">{only.instanceId}</span>}
        verb={say.verb}
        icon={IconKey}
        why={skipped[0]?.why}
        submission={submission}
        ready={ready}
        hasField
        note={!reboots && activeLater}
        onSubmit={() =>
          void submit([requestFor(only), ...after(only)], modifyInstancePassword.name)
        }
        onClose={onClose}
      >
        {fields}
      </AskDialog>
    );
  }

  const noteFor = (instance: Instance) => {
    if (!isRunning(instance)) return say.note.starts;
    return reboots ? say.note.reboots : say.note.waits;
  };
  return (
    <BulkDialog
      operation="modifyInstancePassword"
      icon={IconKey}
      skipped={skipped}
      items={able.map((instance) => ({
        request: requestFor(instance),
        after: after(instance),
        look: lookOf(instance),
        word: statusWord(instance),
        zone: instance.az ?? '',
        note: noteFor(instance),
      }))}
      options={able.length > 0 && say.sameForAll}
      fields={able.length > 0 && fields}
      confirmed={ready}
      onStarted={onStarted}
      onClose={onClose}
    />
  );
}
