import { useQuery } from '@tanstack/react-query';
import { useNavigate } from 'react-router';
import { useCall } from '../../api/context.tsx';
import type { FormDraft } from '../../kit/form/form-draft.ts';
import { PickField } from '../../kit/form/PickField.tsx';
import { formWords } from '../../kit/form/words.ts';
import { paths } from '../../paths.ts';
import { templatesOptions } from '../../templates/queries.ts';
import type { Beginning } from './begin.ts';
import classes from './create.module.css';
import type { CreateValues } from './form.ts';
import { createWords } from './words.ts';

interface OriginsProps {
  beginning: Beginning;
  draft: FormDraft<CreateValues>;
}

/** Where what is in the form comes from, when nobody has typed it just now. */
export function Origins({ beginning, draft }: OriginsProps) {
  const words = createWords.useWords();
  const form = formWords.useWords();
  const { base, like, dataUnknown } = beginning;
  if (!base && like === undefined && !draft.restored) return null;
  return (
    <div className={classes.origins}>
      {base && <p>{words.fromTemplate(base.name)}</p>}
      {like !== undefined && <p>{words.likeInstance(like)}</p>}
      {dataUnknown && <p>{words.dataUnknown}</p>}
      {draft.restored && (
        <p>
          {form.restored}{' '}
          <button type="button" className={classes.textButton} onClick={draft.startOver}>
            {form.startOver}
          </button>
        </p>
      )}
    </div>
  );
}

/** Another beginning: what a template holds. */
export function TemplateField({ region }: { region: string }) {
  const words = createWords.useWords();
  const navigate = useNavigate();
  const { data } = useQuery(templatesOptions(useCall(), region));
  return (
    <PickField
      label={words.templates}
      labelHidden
      width={240}
      placeholder={words.templates}
      value=""
      onChange={(id) => void navigate(paths.create(region, { from: `template:${id}` }))}
      choices={data?.items.map(({ id, name = id, instanceTemplateData }) => ({
        value: id,
        label: name,
        note: instanceTemplateData?.instanceType,
      }))}
      empty={words.noTemplates}
    />
  );
}
