import { IconUserMinus } from '@tabler/icons-react';
import { useState } from 'react';
import { type Image, unShareImage } from '../../../contract/images.ts';
import { AskDialog } from '../../activity/AskDialog.tsx';
import { useSubmit } from '../../activity/use-submit.ts';
import type { ActionDialogProps } from '../../kit/action.ts';
import { Bones } from '../../kit/Bones.tsx';
import { Checkbox } from '../../kit/Checkbox.tsx';
import { Note } from '../../kit/Note.tsx';
import { nameOf, resourceOf } from '../resource.ts';
import { imageWords } from '../words.ts';
import classes from './Choices.module.css';
import { useMembers } from './ShareDialog.tsx';
import { useImageSplit } from './split.ts';

/** Takes an image back from accounts it was shared with. */
export function UnshareDialog({ items, region, onClose, onDone }: ActionDialogProps<Image>) {
  const { share: say, unshare } = imageWords.useWords();
  const { skipped } = useImageSplit('unShareImage', items, region);
  const [image] = items;
  const members = useMembers(image, region);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const { submit, ...submission } = useSubmit(onDone);
  const rows = [
    ...members.pins.map((name) => ({ name, kind: 'pins' as const })),
    ...members.loginNames.map((name) => ({ name, kind: 'loginNames' as const })),
  ];
  const keyOf = ({ name, kind }: (typeof rows)[number]) => `${kind} ${name}`;
  const leaving = rows.filter((row) => chosen.has(keyOf(row)));
  const namesOf = (kind: 'pins' | 'loginNames') =>
    leaving.filter((row) => row.kind === kind).map(({ name }) => name);
  const toggle = (key: string, on: boolean) => {
    const next = new Set(chosen);
    if (on) next.add(key);
    else next.delete(key);
    setChosen(next);
  };
  return (
    <AskDialog
      title={unshare.title(nameOf(image))}
      id={image.imageId}
      verb={unshare.verb(leaving.length)}
      icon={IconUserMinus}
      note={say.count(members.count, members.limit)}
      why={skipped[0]?.why}
      submission={submission}
      ready={leaving.length > 0}
      onSubmit={() =>
        void submit({
          operation: unShareImage,
          input: {
            regionId: region,
            imageId: image.imageId,
            ...(namesOf('pins').length > 0 && { pins: namesOf('pins') }),
            ...(namesOf('loginNames').length > 0 && { loginNames: namesOf('loginNames') }),
          },
          resource: resourceOf(image),
        })
      }
      onClose={onClose}
    >
      {members.isPending ? (
        <Bones rows={3} />
      ) : (
        <fieldset className={classes.group}>
          <legend className={classes.legend}>{unshare.choose}</legend>
          {rows.length > 1 && (
            <label className={classes.choice}>
              <Checkbox
                checked={leaving.length === rows.length}
                mixed={leaving.length > 0 && leaving.length < rows.length}
                onChange={({ currentTarget }) =>
                  setChosen(new Set(currentTarget.checked ? rows.map(keyOf) : []))
                }
              />
              {unshare.everybody}
            </label>
          )}
          <div className={classes.list}>
            {rows.map((row) => (
              <label key={keyOf(row)} className={classes.choice}>
                <Checkbox
                  checked={chosen.has(keyOf(row))}
                  onChange={({ currentTarget }) => toggle(keyOf(row), currentTarget.checked)}
                />
                <span className={classes.name}>{row.name}</span>
                <span className={classes.end}>{say[row.kind]}</span>
              </label>
            ))}
          </div>
        </fieldset>
      )}
      <Note tone="warn">{unshare.consequence}</Note>
    </AskDialog>
  );
}
