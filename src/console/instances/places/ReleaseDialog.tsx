import { IconCalendarTime } from '@tabler/icons-react';
import { useState } from 'react';
import { modifyInstanceReleaseTime } from '../../../contract/instance-actions.ts';
import type { Instance } from '../../../contract/instances.ts';
import { isReleaseTime } from '../../../contract/release-time.ts';
import { fromLocalTime, localTime } from '../../../contract/times.ts';
import { OneOrManyDialog } from '../../activity/OneOrManyDialog.tsx';
import type { ActionDialogProps } from '../../kit/action.ts';
import { CheckField } from '../../kit/form/CheckField.tsx';
import { TextField } from '../../kit/form/TextField.tsx';
import { Note } from '../../kit/Note.tsx';
import { useInstanceRow, useInstanceSplit } from '../dialogs/split.ts';
import { nameOf, resourceOf } from '../resource.ts';
import { placeWords } from './words.ts';

const week = 7 * 24 * 60 * 60_000;

/** When instances delete themselves, or that they do not. */
export function ReleaseDialog(props: ActionDialogProps<Instance>) {
  const { items, region } = props;
  const { release: say } = placeWords.useWords();
  const row = useInstanceRow();
  const [only] = items;
  const before = items.length === 1 ? only.autoReleaseTime : undefined;
  const [text, setText] = useState(before ?? '');
  const [never, setNever] = useState(false);
  const fault = never ? undefined : faultOf(text);
  return (
    <OneOrManyDialog
      {...props}
      operation={modifyInstanceReleaseTime.name}
      title={say.title(nameOf(only))}
      id={only.instanceId}
      verb={never ? say.cancelVerb : say.verb}
      icon={IconCalendarTime}
      note={before ? say.now(before) : say.unset}
      split={useInstanceSplit('modifyInstanceReleaseTime', items)}
      rowOf={(instance) => ({
        ...row(instance),
        ...(instance.autoReleaseTime && { note: say.note(instance.autoReleaseTime) }),
      })}
      stepsFor={(instance) => ({
        operation: modifyInstanceReleaseTime,
        input: {
          regionId: region,
          instanceIds: [instance.instanceId],
          autoReleaseTime: never ? '' : text,
        },
        resource: resourceOf(instance),
      })}
      options={say.sameForAll}
      fields={
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
      }
      ready={fault === undefined}
    />
  );

  function faultOf(time: string): string | undefined {
    const at = fromLocalTime(time);
    if (at === undefined) return say.format;
    return isReleaseTime(at, Date.now()) ? undefined : say.range;
  }
}
