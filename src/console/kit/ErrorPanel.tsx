import { Button } from '@mantine/core';
import { IconCopy, IconRefresh } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { CloudError } from '../../contract/envelope.ts';
import { useWords } from '../words/language.tsx';
import { BusyButton } from './BusyButton.tsx';
import { CopyButton } from './CopyButton.tsx';
import { copyText } from './copy.ts';
import { EmptyState } from './EmptyState.tsx';
import classes from './ErrorPanel.module.css';
import { explain } from './explain.ts';
import { useNow } from './now.ts';
import { StatusGlyph } from './Status.tsx';

interface ErrorPanelProps {
  title: string;
  error: Error;
  region: string;
  /** How often it has failed in a row. */
  failures: number;
  retrying: boolean;
  onRetry: () => void;
}

/** In place of content that could not be read: what happened, everything support will ask for, and the next try. */
export function ErrorPanel({ title, error, region, failures, retrying, onRetry }: ErrorPanelProps) {
  const words = useWords();
  const { kit } = words;
  const cloud = error instanceof CloudError ? error : undefined;
  const facts: [string, string | undefined][] = [
    [kit.error.status, cloud ? `${cloud.code || ''} ${cloud.status}`.trim() : error.name],
    [kit.error.message, error.message],
    [kit.error.operation, cloud?.operation],
    [kit.error.region, region],
    [kit.error.requestId, cloud?.requestId],
  ];
  const known = facts.filter(([, value]) => value);
  return (
    <div role="alert" className={classes.root}>
      <EmptyState
        picture={
          <span className={classes.sign}>
            <StatusGlyph look="bad" />
          </span>
        }
        title={title}
        actions={
          <>
            <BusyButton
              variant="filled"
              size="md"
              leftSection={<IconRefresh size={14} stroke={1.7} />}
              busy={retrying}
              onClick={onRetry}
            >
              {kit.retry}
            </BusyButton>
            <Button
              size="md"
              leftSection={<IconCopy size={14} stroke={1.7} />}
              onClick={() =>
                void copyText(known.map(([name, value]) => `${name}: ${value}`).join('\n'))
              }
            >
              {kit.error.copyAll}
            </Button>
          </>
        }
      >
        {cloud && explain(words, cloud)}
        <dl className={classes.facts}>
          {known.map(([name, value = '']) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd className="mono">
                {value}
                {name === kit.error.requestId && <CopyButton text={value} what={name} />}
              </dd>
            </div>
          ))}
        </dl>
      </EmptyState>
      {isPassing(cloud) && !retrying && <Countdown failures={failures} onEnd={onRetry} />}
    </div>
  );
}

/** Whether the same request may well succeed a little later. */
function isPassing(error: CloudError | undefined): boolean {
  if (!error) return false;
  return error.status === 'RATE_LIMIT' || error.status === 'UNREACHABLE' || error.code >= 500;
}

/** Longer every time, so that a cloud in trouble is left alone. */
const delays = [5, 10, 20, 40, 60];

function Countdown({ failures, onEnd }: { failures: number; onEnd: () => void }) {
  const { kit } = useWords();
  const [at] = useState(
    () => Date.now() + (delays[Math.min(failures, delays.length) - 1] ?? 5) * 1000,
  );
  const left = Math.max(0, Math.ceil((at - useNow()) / 1000));
  useEffect(() => {
    if (left === 0) onEnd();
  }, [left, onEnd]);
  // Every second a new number is no news to anybody who listens.
  return (
    <p className={classes.next} aria-live="off">
      {kit.error.nextTry(left, failures - 1)}
    </p>
  );
}
