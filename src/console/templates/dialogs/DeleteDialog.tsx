import { deleteTemplateObstacle } from '../../../contract/template-rules.ts';
import { deleteInstanceTemplate, type InstanceTemplate } from '../../../contract/templates.ts';
import { DeletionDialog } from '../../activity/DeletionDialog.tsx';
import { useSplit } from '../../activity/split.ts';
import type { ActionDialogProps } from '../../kit/action.ts';
import { recipeOfTemplate } from '../recipe.ts';
import { nameOf, resourceOf } from '../resource.ts';
import { templateWords } from '../words.ts';

/** Deleting one or several; has to be meant. */
export function DeleteDialog(props: ActionDialogProps<InstanceTemplate>) {
  const { items, region } = props;
  const { delete: say } = templateWords.useWords();
  const split = useSplit(
    items,
    (template) => deleteTemplateObstacle(template)?.why,
    (template) => ({ id: template.id, name: nameOf(template), look: 'ok' }),
  );
  return (
    <DeletionDialog
      {...props}
      {...{ split, nameOf, say }}
      operation="deleteInstanceTemplate"
      idOf={({ id }) => id}
      rowOf={(template) => ({ look: 'ok', word: recipeOfTemplate(template).instanceType ?? '' })}
      stepsFor={(template) => ({
        operation: deleteInstanceTemplate,
        input: { regionId: region, instanceTemplateId: template.id },
        resource: resourceOf(template),
      })}
    >
      <p>{say.consequence}</p>
    </DeletionDialog>
  );
}
