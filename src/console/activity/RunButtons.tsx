import { Button, TextInput } from '@mantine/core';
import { IconPlayerPause, IconPlayerPlay, IconRotateClockwise } from '@tabler/icons-react';
import { useState } from 'react';
import { useWords } from '../words/language.tsx';
import type { Batch, BatchState } from './batch.ts';
import classes from './Bulk.module.css';

interface RunButtonsProps {
  batch: Batch;
  state: BatchState;
}

/** Hold, go on, end, repeat; closing never ends anything. */
export function RunButtons({ batch, state }: RunButtonsProps) {
  const { batch: say } = useWords().activity;
  const { items, paused, endedAt } = state;
  const queued = items.filter(({ phase }) => phase === 'queued').length;
  const failed = items.filter(({ phase }) => phase === 'failed');
  const protectedOnes = failed.some(({ error }) => error?.code === 403);
  const over = endedAt !== undefined;
  return (
    <>
      {queued > 0 && (
        <>
          <Button
            size="md"
            leftSection={
              paused ? (
                <IconPlayerPlay size={14} stroke={1.7} />
              ) : (
                <IconPlayerPause size={14} stroke={1.7} />
              )
            }
            onClick={() => (paused ? batch.resume() : batch.pause())}
          >
            {paused ? say.resume : say.pause}
          </Button>
          <Button size="md" onClick={() => batch.drop()}>
            {say.drop(queued)}
          </Button>
        </>
      )}
      {over && failed.length > 0 && protectedOnes && batch.operation === 'deleteInstance' ? (
        <WithCode batch={batch} />
      ) : (
        over &&
        failed.length > 0 && (
          <Button
            size="md"
            leftSection={<IconRotateClockwise size={14} stroke={1.7} />}
            onClick={() => batch.retry()}
          >
            {say.retryFailed(failed.length)}
          </Button>
        )
      )}
      <Button size="md" variant="filled" type="submit" data-autofocus>
        {over ? say.close : say.background}
      </Button>
    </>
  );
}

/** The account protects this operation: the same calls again, with the token of the person's MFA device. */
function WithCode({ batch }: { batch: Batch }) {
  const { mfa } = useWords().activity;
  const [code, setCode] = useState('');
  const again = () => {
    if (code !== '') batch.retry(({ error }) => error?.code === 403, code);
  };
  return (
    <span className={classes.code}>
      <TextInput
        aria-label={mfa.label}
        placeholder={mfa.label}
        title={mfa.hint}
        value={code}
        autoComplete="one-time-code"
        onChange={(event) => setCode(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter') return;
          // Enter in this field means this field, not the button that closes the dialog.
          event.preventDefault();
          again();
        }}
      />
      <Button size="md" disabled={code === ''} onClick={again}>
        {mfa.again}
      </Button>
    </span>
  );
}
