import { Button } from '@mantine/core';
import type { Instance } from '../../contract/instances.ts';
import { useEntries } from '../activity/context.tsx';
import { operationWords } from '../activity/operation-words.ts';
import { type Sequence, sequencesOf } from '../activity/sequence.ts';
import { SequenceButtons } from '../activity/SequenceParts.tsx';
import { useOpenAction } from '../kit/ActionHost.tsx';
import { Note } from '../kit/Note.tsx';
import { useWords } from '../words/language.tsx';
import { instanceActions } from './actions.tsx';
import { changeWords } from './change-words.ts';
import classes from './Pending.module.css';
import { passwordWaits } from './pending.ts';

/** What this browser has begun on an instance and what now waits for a person. */
export function Pending({ instance }: { instance: Instance }) {
  const entries = useEntries();
  const { instanceId } = instance;
  const stuck = sequencesOf(entries).filter(
    ({ resource, state }) => resource.id === instanceId && state === 'needsInput',
  );
  const waits = passwordWaits(entries, instanceId);
  if (!waits && stuck.length === 0) return null;
  return (
    <div className={classes.pending}>
      {waits && <PasswordWaits instance={instance} />}
      {stuck.map((sequence) => (
        <InputWaits key={sequence.id} instance={instance} sequence={sequence} />
      ))}
    </div>
  );
}

function PasswordWaits({ instance }: { instance: Instance }) {
  const { pending: say, password } = changeWords.useWords();
  const open = useOpenAction();
  const reboot = instanceActions.find(({ id }) => id === 'rebootInstance');
  if (instance.status !== 'running') return <Note tone="warn">{password.whenStarted}</Note>;
  return (
    <Note tone="warn">
      <div className={classes.row}>
        {say.password}
        {reboot && (
          <Button
            size="xs"
            onPointerEnter={reboot.preload}
            onClick={() => open(reboot, [instance])}
          >
            {say.reboot}
          </Button>
        )}
      </div>
    </Note>
  );
}

interface InputWaitsProps {
  instance: Instance;
  sequence: Sequence;
}

/** The next step needs something that was lost with the tab it was typed in. */
function InputWaits({ instance, sequence }: InputWaitsProps) {
  const words = useWords();
  const { pending: say } = changeWords.useWords();
  const open = useOpenAction();
  const again = instanceActions.find(({ id }) => id === sequence.goal);
  return (
    <Note tone="warn">
      <p>
        <strong>{operationWords(words, sequence.goal).name}:</strong>{' '}
        {words.activity.sequence.needsInput}
      </p>
      <SequenceButtons sequence={sequence}>
        {again && (
          <Button size="xs" onPointerEnter={again.preload} onClick={() => open(again, [instance])}>
            {say.enter}
          </Button>
        )}
      </SequenceButtons>
    </Note>
  );
}
