import { IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { deleteTemplateObstacle } from '../../../contract/template-rules.ts';
import { deleteInstanceTemplate, type InstanceTemplate } from '../../../contract/templates.ts';
import { AskDialog } from '../../activity/AskDialog.tsx';
import { BulkDialog } from '../../activity/BulkDialog.tsx';
import { useSplit } from '../../activity/split.ts';
import { useSubmit } from '../../activity/use-submit.ts';
import type { ActionDialogProps } from '../../kit/action.ts';
import { StatusGlyph } from '../../kit/Status.tsx';
import { TypeToConfirm } from '../../kit/TypeToConfirm.tsx';
import { recipeOfTemplate } from '../recipe.ts';
import { nameOf, resourceOf } from '../resource.ts';
import { templateWords } from '../words.ts';

/** Deleting one or several; has to be meant. */
export function DeleteDialog(props: ActionDialogProps<InstanceTemplate>) {
  const { items, region, onClose, onStarted, onDone } = props;
  const { delete: say } = templateWords.useWords();
  const { able, skipped } = useSplit(
    items,
    (template) => deleteTemplateObstacle(template)?.why,
    (template) => ({ id: template.id, name: nameOf(template), look: 'ok' }),
  );
  const [confirmed, setConfirmed] = useState(false);
  const { submit, ...submission } = useSubmit(onDone);
  const requestFor = (template: InstanceTemplate) => ({
    operation: deleteInstanceTemplate,
    input: { regionId: region, instanceTemplateId: template.id },
    resource: resourceOf(template),
  });

  const [only] = items;
  if (items.length === 1) {
    return (
      <AskDialog
        sign={<StatusGlyph look="bad" />}
        title={say.title(nameOf(only))}
        aside={<span className="mono">{only.id}</span>}
        verb={say.verb}
        icon={IconTrash}
        tone="danger"
        note={say.final}
        why={skipped[0]?.why}
        submission={submission}
        ready={confirmed}
        hasField
        onSubmit={() => void submit(requestFor(only))}
        onClose={onClose}
      >
        <p>{say.consequence}</p>
        <TypeToConfirm expected={nameOf(only)} label={say.typeName} onMatch={setConfirmed} />
      </AskDialog>
    );
  }
  return (
    <BulkDialog
      operation="deleteInstanceTemplate"
      icon={IconTrash}
      tone="danger"
      sign={<StatusGlyph look="bad" />}
      skipped={skipped}
      items={able.map((template) => ({
        request: requestFor(template),
        look: 'ok',
        word: recipeOfTemplate(template).instanceType ?? '',
      }))}
      warning={say.consequence}
      confirm={
        <TypeToConfirm
          expected={String(able.length)}
          label={say.typeNumber(able.length)}
          onMatch={setConfirmed}
        />
      }
      confirmed={confirmed}
      onStarted={onStarted}
      onClose={onClose}
    />
  );
}
