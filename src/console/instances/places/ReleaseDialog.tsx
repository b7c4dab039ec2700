import { IconCalendarTime } from '@tabler/icons-react';
import { useState } from 'react';
import { modifyInstanceReleaseTime } from '../../../contract/instance-actions.ts';
import type { Instance } from '../../../contract/instances.ts';
import { isReleaseTime } from '../../../contract/release-time.ts';
import { fromLocalTime, localTime } from '../../../contract/times.ts';
import { AskDialog } from '../../activity/AskDialog.tsx';
import { BulkDialog } from '../../activity/BulkDialog.tsx';
import { useSubmit } from '../../activity/use-submit.ts';
import type { ActionDialogProps } from '../../kit/action.ts';
import { CheckField } from '../../kit/form/CheckField.tsx';
import { TextField } from '../../kit/form/TextField.tsx';
import { Note } from '../../kit/Note.tsx';
import { useInstanceSplit } from '../dialogs/split.ts';
import { useStatusWord } from '../InstanceStatus.tsx';
import { lookOf } from '../look.ts';
import { nameOf, resourceOf } from '../resource.ts';
import { placeWords } from './words.ts';

const week = 7 * 24 * 60 * 60_000;

/** When instances delete themselves, or that they do not. */
export function ReleaseDialog({
  items,
  region,
  onClose,
  onStarted,
  onDone,
}: ActionDialogProps<Instance>) {
  const { release: say } = placeWords.useWords();
  const statusWord = useStatusWord();
  const { able, skipped } = useInstanceSplit('modifyInstanceReleaseTime', items);
  const { submit, ...submission } = useSubmit<typeof modifyInstanceReleaseTime>(onDone);
  const [only] = items;
  const before = items.length === 1 ? only.autoReleaseTime : undefined;
  const [text, setText] = useState(before ?? '');
  const [never, setNever] = useState(false);
  const fault = never ? undefined : faultOf(text);
  const ready = fault === undefined;
  const requestFor = (instance: Instance) => ({
    operation: modifyInstanceReleaseTime,
    input: {
      regionId: region,
      instanceIds: [instance.instanceId],
      autoReleaseTime: never ? '' : text,
    },
    resource: resourceOf(instance),
  });
  const fields = (
    <>
      {!never && (
        <TextField
          label={say.at}
          value={text}
          code
          autofocus
          placeholder={localTime(Date.now() + week)}
          hint={say.atHint}
          error={text === '' ? undefined : fault}
          onChange={setText}
        />
      )}
      {items.some(({ autoReleaseTime }) => autoReleaseTime) && (
        <CheckField label={say.never} checked={never} onChange={setNever} />
      )}
      {!never && <Note tone="warn">{say.consequence}</Note>}
    </>
  );
  if (items.length === 1) {
    return (
      <AskDialog
        title={say.title(nameOf(only))}
        aside={<span className="mono">{only.instanceId}</span>}
        verb={never ? say.cancelVerb : say.verb}
        icon={IconCalendarTime}
        why={skipped[0]?.why}
        submission={submission}
        ready={ready}
        hasField
        note={before ? say.now(before) : say.unset}
        onSubmit={() => void submit(requestFor(only))}
        onClose={onClose}
      >
        {fields}
      </AskDialog>
    );
  }
  return (
    <BulkDialog
      operation={modifyInstanceReleaseTime.name}
      icon={IconCalendarTime}
      skipped={skipped}
      items={able.map((instance) => ({
        request: requestFor(instance),
        look: lookOf(instance),
        word: statusWord(instance),
        zone: instance.az ?? '',
        ...(instance.autoReleaseTime && { note: say.note(instance.autoReleaseTime) }),
      }))}
      options={able.length > 0 && say.sameForAll}
      fields={able.length > 0 && fields}
      confirmed={ready}
      onStarted={onStarted}
      onClose={onClose}
    />
  );

  function faultOf(time: string): string | undefined {
    const at = fromLocalTime(time);
    if (at === undefined) return say.format;
    return isReleaseTime(at, Date.now()) ? undefined : say.range;
  }
}
