import { resourceName } from '../../../contract/rules.ts';
import { type InstanceTemplate, updateInstanceTemplate } from '../../../contract/templates.ts';
import { RenameDialog } from '../../activity/RenameDialog.tsx';
import { type ActionDialogProps, useWhyNotWrite } from '../../kit/action.ts';
import { nameOf, resourceOf } from '../resource.ts';
import { templateWords } from '../words.ts';

/** Name and description of one template. */
export function RenameTemplateDialog(props: ActionDialogProps<InstanceTemplate>) {
  const { items, region, onClose, onDone } = props;
  const { nameRule } = templateWords.useWords();
  const why = useWhyNotWrite()(undefined);
  const [template] = items;
  const { id, name = '', description = '' } = template;
  return (
    <RenameDialog
      id={id}
      shownName={nameOf(template)}
      before={{ name, description }}
      nameRule={resourceName}
      nameHint={nameRule}
      why={why}
      requestFor={(changes) => ({
        operation: updateInstanceTemplate,
        input: { regionId: region, instanceTemplateId: id, ...changes },
        resource: resourceOf(template),
      })}
      onClose={onClose}
      onDone={onDone}
    />
  );
}
