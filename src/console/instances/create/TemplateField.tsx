import { useQuery } from '@tanstack/react-query';
import { useNavigate } from 'react-router';
import { useCall } from '../../api/context.tsx';
import { PickField } from '../../kit/form/PickField.tsx';
import { paths } from '../../paths.ts';
import { templatesOptions } from '../../templates/queries.ts';
import { createWords } from './words.ts';

/** Another beginning: what a template holds. */
export function TemplateField({ region }: { region: string }) {
  const words = createWords.useWords();
  const navigate = useNavigate();
  const { data, isError } = useQuery(templatesOptions(useCall(), region));
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
      failed={isError}
      empty={words.noTemplates}
    />
  );
}
