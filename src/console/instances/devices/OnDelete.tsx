import { useState } from 'react';
import type { WriteOperation } from '../../../contract/operation.ts';
import type { Sentence } from '../../../contract/words.ts';
import { useActivity } from '../../activity/context.tsx';
import type { WriteRequest } from '../../api/write.ts';
import { useWhyNotWrite } from '../../kit/action.ts';
import { Checkbox } from '../../kit/Checkbox.tsx';
import { useWords } from '../../words/language.tsx';
import classes from './devices.module.css';

interface OnDeleteProps<O extends WriteOperation> {
  /** What it is about, for those who do not see the row. */
  name: string;
  autoDelete: boolean;
  /** What becomes of it, in a word or two. */
  fate: string;
  /** Why that cannot be changed. */
  whyNot: Sentence | undefined;
  requestFor: (autoDelete: boolean) => WriteRequest<O>;
}

/** What becomes of a part when its instance is deleted, and the box that changes it where it can be changed. */
export function OnDelete<O extends WriteOperation>(props: OnDeleteProps<O>) {
  const { name, autoDelete, fate, requestFor } = props;
  const { actions } = useWords();
  const { write } = useActivity();
  const [wanted, setWanted] = useState<boolean>();
  const why = useWhyNotWrite()(props.whyNot);
  // As the cloud has it now; until that shows, as somebody has just asked for.
  if (wanted === autoDelete) setWanted(undefined);
  if (why !== undefined) {
    return (
      <span title={why}>
        {fate} <span className="visually-hidden">{why}</span>
      </span>
    );
  }
  const change = async (next: boolean) => {
    setWanted(next);
    const { kind } = await write(requestFor(next));
    if (kind !== 'accepted') setWanted(undefined);
  };
  return (
    <label className={classes.fate} title={actions.dropWith.label}>
      <Checkbox
        aria-label={`${actions.dropWith.label}: ${name}`}
        checked={wanted ?? autoDelete}
        disabled={wanted !== undefined}
        onChange={(event) => void change(event.currentTarget.checked)}
      />
      {fate}
    </label>
  );
}
