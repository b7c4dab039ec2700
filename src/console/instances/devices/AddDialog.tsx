import type { Instance } from '../../../contract/instances.ts';
import { type InstanceAction, whyNot } from '../../../contract/lifecycle.ts';
import type { Sentence } from '../../../contract/words.ts';
import { AskDialog, type AskDialogProps } from '../../activity/AskDialog.tsx';
import { useWhyNotWrite } from '../../kit/action.ts';
import { Segments } from '../../kit/Segments.tsx';
import { deviceWords } from './words.ts';

/** Something that is there, or something that is made for this. */
export type Source = 'existing' | 'fresh';

interface AddDialogProps extends Pick<
  AskDialogProps,
  'title' | 'verb' | 'icon' | 'note' | 'submission' | 'ready' | 'onSubmit' | 'onClose' | 'children'
> {
  instance: Instance;
  action: InstanceAction;
  /** Why there is no place for one more. */
  full: Sentence | undefined;
  source: Source;
  onSource: (source: Source) => void;
}

/** Gives an instance a device, that is there or is made for it: the children choose it. */
export function AddDialog(props: AddDialogProps) {
  const { instance, action, full, source, onSource, children, ...ask } = props;
  const say = deviceWords.useWords();
  const whyNotWrite = useWhyNotWrite();
  return (
    <AskDialog
      {...ask}
      id={instance.instanceId}
      why={whyNotWrite(whyNot(action, instance) ?? full)}
      hasField
    >
      <div>
        <Segments<Source>
          label={say.from}
          value={source}
          onChange={onSource}
          choices={[
            { value: 'existing', label: say.existing },
            { value: 'fresh', label: say.fresh },
          ]}
        />
      </div>
      {children}
    </AskDialog>
  );
}
