import { Button } from '@mantine/core';
import { IconRefresh } from '@tabler/icons-react';
import { useCallback, useEffect, useState } from 'react';
import { Link, useParams } from 'react-router';
import { CloudError } from '../../contract/envelope.ts';
import { describeInstanceVncUrl } from '../../contract/instance-status.ts';
import { describeInstance } from '../../contract/instances.ts';
import { whyNot } from '../../contract/lifecycle.ts';
import type { Sentence } from '../../contract/words.ts';
import type { Call } from '../api/client.ts';
import { useCall } from '../api/context.tsx';
import { useBoot } from '../boot-context.tsx';
import { EmptyState } from '../kit/EmptyState.tsx';
import { FailureNote } from '../kit/FailureNote.tsx';
import { StatusGlyph } from '../kit/Status.tsx';
import { useTitle } from '../kit/title.ts';
import { paths } from '../paths.ts';
import { useSay, useWords } from '../words/language.tsx';
import { vncWords } from './vnc-words.ts';
import classes from './VncPage.module.css';

interface Refusal {
  error: Error;
  /** The rule that was broken, where the instance as it is now tells. */
  why?: Sentence | undefined;
}

/**
 * The tab a VNC link opens: fetches a fresh address and replaces itself with it. The address is a credential for an
 * hour, so it goes from the reply into the address bar and nowhere else: not into the cache, not into the history.
 */
export function VncPage() {
  const { region = '', instanceId = '' } = useParams();
  const { readOnly } = useBoot();
  const vnc = vncWords.useWords();
  useTitle(vnc.title, instanceId);
  const Content = readOnly ? NotToBeHad : Opening;
  return (
    <main className={classes.page}>
      <Content region={region} instanceId={instanceId} />
    </main>
  );
}

interface ScreenProps {
  region: string;
  instanceId: string;
}

/** A screen comes with its keyboard, and a read-only console hands out neither. */
function NotToBeHad({ region, instanceId }: ScreenProps) {
  const vnc = vncWords.useWords();
  return (
    <EmptyState
      page
      picture={<StatusGlyph look="off" />}
      title={vnc.failed(instanceId)}
      actions={
        <Button variant="filled" size="md" component={Link} to={paths.instance(region, instanceId)}>
          {vnc.toInstance}
        </Button>
      }
    >
      {vnc.readOnly}
    </EmptyState>
  );
}

function Opening({ region, instanceId }: ScreenProps) {
  const vnc = vncWords.useWords();
  const call = useCall();
  const [refusal, setRefusal] = useState<Refusal>();

  const open = useCallback(
    async (signal: AbortSignal) => {
      setRefusal(undefined);
      try {
        const input = { regionId: region, instanceId };
        const { result } = await call(describeInstanceVncUrl, input, { signal });
        location.replace(webAddress(result.vncUrl));
      } catch (error) {
        if (signal.aborted) return;
        const why = await ruleBroken(call, region, instanceId);
        if (signal.aborted) return;
        setRefusal({ error: error instanceof Error ? error : new Error(String(error)), why });
      }
    },
    [call, region, instanceId],
  );
  useEffect(() => {
    const stop = new AbortController();
    void open(stop.signal);
    return () => stop.abort();
  }, [open]);

  if (refusal) {
    return (
      <Refused
        {...refusal}
        region={region}
        instanceId={instanceId}
        onRetry={() => void open(new AbortController().signal)}
      />
    );
  }
  return (
    <div role="status">
      <EmptyState
        page
        picture={<StatusGlyph look="changing" turning />}
        title={vnc.opening(instanceId)}
      >
        {vnc.openingHint}
      </EmptyState>
    </div>
  );
}

interface RefusedProps extends Refusal, ScreenProps {
  onRetry: () => void;
}

function Refused({ error, why, region, instanceId, onRetry }: RefusedProps) {
  const vnc = vncWords.useWords();
  const { kit } = useWords();
  const say = useSay();
  return (
    <EmptyState
      page
      title={vnc.failed(instanceId)}
      actions={
        <>
          <Button
            variant="filled"
            size="md"
            leftSection={<IconRefresh size={14} stroke={1.7} />}
            onClick={onRetry}
          >
            {kit.retry}
          </Button>
          <Button size="md" component={Link} to={paths.instance(region, instanceId)}>
            {vnc.toInstance}
          </Button>
        </>
      }
    >
      <div role="alert" className={classes.why}>
        {error instanceof CloudError ? (
          <FailureNote failure={error} meaning={why && say(why)} />
        ) : (
          <p>{vnc.notWeb}</p>
        )}
      </div>
    </EmptyState>
  );
}

/** @throws when it is anything but http(s): what the cloud answers is not to be run. */
function webAddress(address: string | undefined): string {
  const url = new URL(address ?? '');
  if (url.protocol !== 'https:' && url.protocol !== 'http:') throw new Error('not a web address');
  return url.href;
}

/** The cloud's refusal is terse; the instance itself usually shows which rule it broke. */
async function ruleBroken(
  call: Call,
  regionId: string,
  instanceId: string,
): Promise<Sentence | undefined> {
  try {
    const { instance } = (await call(describeInstance, { regionId, instanceId })).result;
    return instance && whyNot('describeInstanceVncUrl', instance);
  } catch {
    return undefined; // What the screen's own refusal said is shown all the same.
  }
}
