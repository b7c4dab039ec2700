import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useCall } from '../../api/context.tsx';
import { instanceNamesOptions } from '../../instances/light/queries.ts';
import type { Choice } from '../../kit/form/Combobox.tsx';
import { PickField } from '../../kit/form/PickField.tsx';
import { Segments } from '../../kit/Segments.tsx';
import { templatesOptions } from '../queries.ts';
import { nameOf } from '../resource.ts';
import { templateWords } from '../words.ts';
import classes from './ComparePage.module.css';
import { kindOf, type SideKind } from './use-side.ts';

interface SidePickerProps {
  label: string;
  region: string;
  id: string;
  onPick: (id: string) => void;
}

/** Chooses what stands on one side. The instances of a region are read only for who wants to choose among them. */
export function SidePicker({ label, region, id, onPick }: SidePickerProps) {
  const { compare: say } = templateWords.useWords();
  const [asked, setAsked] = useState<{ kind: SideKind; over: string }>();
  // Once something else stands there, that is what is shown.
  const kind = asked?.over === id ? asked.kind : kindOf(id);
  const call = useCall();
  const templates = useQuery(templatesOptions(call, region));
  const instances = useQuery({
    ...instanceNamesOptions(call, region),
    enabled: kind === 'instance',
  });
  const choices: Choice[] | undefined =
    kind === 'template'
      ? templates.data?.items.map((one) => ({ value: one.id, label: nameOf(one), note: one.id }))
      : instances.data?.items.map(({ instanceId, instanceName }) => ({
          value: instanceId,
          label: instanceName || instanceId,
          note: instanceId,
        }));
  return (
    <div className={classes.side}>
      <Segments
        label={say.kindOf(label)}
        value={kind}
        onChange={(wanted) => setAsked({ kind: wanted, over: id })}
        choices={[
          { value: 'template', label: say.template },
          { value: 'instance', label: say.instance },
        ]}
      />
      <div className={classes.pick}>
        <PickField
          label={label}
          labelHidden
          placeholder={kind === 'template' ? say.pickTemplate : say.pickInstance}
          value={kindOf(id) === kind ? id : ''}
          choices={choices}
          failed={(kind === 'template' ? templates : instances).isError}
          onChange={onPick}
        />
      </div>
    </div>
  );
}
