import { Button } from '@mantine/core';
import { IconAdjustments } from '@tabler/icons-react';
import { useCallback, useEffect, useState } from 'react';
import { modifyInstanceAttribute } from '../../../contract/instance-actions.ts';
import type { Instance } from '../../../contract/instances.ts';
import { whyNot } from '../../../contract/lifecycle.ts';
import { AskDialog } from '../../activity/AskDialog.tsx';
import { useSubmit } from '../../activity/use-submit.ts';
import { useCall } from '../../api/context.tsx';
import { type ActionDialogProps, useWhyNotWrite } from '../../kit/action.ts';
import { PairsField } from '../../kit/form/PairsField.tsx';
import { TextArea, TextField } from '../../kit/form/TextField.tsx';
import { Note } from '../../kit/Note.tsx';
import { changeWords } from '../change-words.ts';
import { nameOf, resourceOf } from '../resource.ts';
import {
  changesOf,
  type Details,
  isHostnameWrong,
  mostPairs,
  pairProblems,
  readCustomData,
  removedKeys,
  scriptProblem,
} from './details.ts';
import classes from './DetailsDialog.module.css';
import { useWords } from '../../words/language.tsx';

/** Host name, metadata and launch script of one instance. */
export function DetailsDialog({
  items: [instance],
  region,
  onClose,
  onDone,
}: ActionDialogProps<Instance>) {
  const words = changeWords.useWords();
  const { details: say } = words;
  const { kit } = useWords();
  const whyNotWrite = useWhyNotWrite();
  const { submit, ...submission } = useSubmit(onDone);
  const { before, failed, retry } = useDetails(instance, region);
  const [typed, setTyped] = useState<Partial<Details>>({});
  const { osType, instanceId } = instance;
  const system = osType === 'windows' ? 'windows' : 'linux';
  const common = {
    title: say.title(nameOf(instance)),
    id: instanceId,
    verb: say.verb,
    icon: IconAdjustments,
    width: 720 as const,
    why: whyNotWrite(whyNot('modifyInstanceAttribute', instance)),
    submission,
    onClose,
  };
  if (!before) {
    return (
      <AskDialog {...common} ready={false} onSubmit={() => undefined}>
        {failed ? (
          <Note tone="bad" alert>
            <div className={classes.failed}>
              {say.failed}
              <Button size="xs" onClick={retry}>
                {words.resize.retry}
              </Button>
            </div>
          </Note>
        ) : (
          <p role="status">{say.loading}</p>
        )}
      </AskDialog>
    );
  }

  const now = { ...before, ...typed };
  const set = (change: Partial<Details>) => setTyped({ ...typed, ...change });
  const script = scriptProblem(now, before, osType);
  const hostnameWrong = isHostnameWrong(now, before, osType);
  const changes = changesOf(now, before);
  const removed = removedKeys(now, before);
  const tooMany = (changes.metadata ?? []).length > mostPairs;
  const ready =
    Object.keys(changes).length > 0 &&
    !hostnameWrong &&
    !tooMany &&
    script === undefined &&
    now.pairs.every((pair) =>
      Object.values(pairProblems(pair, now.pairs)).every((problem) => problem === undefined),
    );
  return (
    <AskDialog
      {...common}
      ready={ready}
      hasField
      onSubmit={() =>
        void submit({
          operation: modifyInstanceAttribute,
          input: { regionId: region, instanceId, ...changes },
          resource: resourceOf(instance),
        })
      }
    >
      <TextField
        label={say.hostname}
        value={now.hostname}
        code
        autofocus
        width={420}
        hint={say.hostnameHint}
        error={hostnameWrong ? words.rebuild.hostnameRule[system] : undefined}
        onChange={(hostname) => set({ hostname })}
      />
      <PairsField
        label={say.metadata}
        add={say.add}
        code
        pairs={now.pairs}
        most={mostPairs}
        hint={
          removed.length > 0
            ? say.removing(kit.together(removed))
            : say.metadataHint(now.pairs.length)
        }
        error={tooMany ? say.tooMany : undefined}
        errorsOf={(pair) => {
          const { key, value } = pairProblems(pair, now.pairs);
          return { key: key && say[key], value: value && say[value] };
        }}
        onChange={(pairs) => set({ pairs })}
      />
      <TextArea
        label={say.script}
        optional
        code
        rows={6}
        value={now.script}
        hint={say.scriptHint}
        error={script === 'begin' ? words.script.begin[system] : script && words.script.long}
        onChange={(text) => set({ script: text })}
      />
    </AskDialog>
  );
}

/** What is set now, read when the dialog opens and kept in it alone. */
function useDetails({ instanceId, hostname = '' }: Instance, region: string) {
  const call = useCall();
  const [before, setBefore] = useState<Details>();
  const [failed, setFailed] = useState(false);
  const read = useCallback(
    async (signal: AbortSignal) => {
      setFailed(false);
      try {
        const found = await readCustomData(call, region, instanceId, signal);
        setBefore({ hostname, ...found });
      } catch {
        if (!signal.aborted) setFailed(true);
      }
    },
    [call, region, instanceId, hostname],
  );
  useEffect(() => {
    const stop = new AbortController();
    void read(stop.signal);
    return () => stop.abort();
  }, [read]);
  return { before, failed, retry: () => void read(new AbortController().signal) };
}
