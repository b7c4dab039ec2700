import { useEffect } from 'react';
import { useLocation } from 'react-router';
import type { InstanceTemplate } from '../../contract/templates.ts';
import { Groups } from '../kit/detail/DetailPage.tsx';
import { Property, PropertyList } from '../kit/PropertyList.tsx';
import { RowText } from './LineText.tsx';
import { recipeOfTemplate } from './recipe.ts';
import { useReferences } from './references.ts';
import { rowGroups, rowsOf } from './rows.ts';
import { templateWords } from './words.ts';

/** Every field of a template, grouped for a reader. */
export function TemplateProperties({
  template,
  region,
}: {
  template: InstanceTemplate;
  region: string;
}) {
  const words = templateWords.useWords();
  const { groups, about } = words;
  const recipe = recipeOfTemplate(template);
  const references = useReferences(region, [recipe]);
  const rows = rowsOf(recipe, words);
  const { ags = [] } = template;
  useLinkedField();
  return (
    <Groups>
      <PropertyList title={groups.about}>
        <Property label={about.name}>{template.name}</Property>
        <Property label={about.description}>{template.description}</Property>
        <Property label={about.usedBy}>
          {ags.length > 0
            ? ags.map(({ name, id = '' }) => (
                <span key={id} title={id}>
                  {name || id}
                </span>
              ))
            : about.nobody}
        </Property>
        <Property label={about.created}>{template.createdTime}</Property>
      </PropertyList>
      {rowGroups.map((group) => (
        <PropertyList key={group} title={groups[group]}>
          {rows
            .filter((row) => row.group === group)
            .map((row) => (
              <Property key={row.id} id={row.id} label={row.label}>
                <RowText row={row} references={references} />
              </Property>
            ))}
        </PropertyList>
      ))}
    </Groups>
  );
}

/** Brings the field that the address names into view, wherever the link to it was. */
function useLinkedField(): void {
  const { hash } = useLocation();
  useEffect(() => {
    const field = hash && document.getElementById(hash.slice(1));
    if (!field) return;
    field.scrollIntoView({ block: 'center' });
    field.focus({ preventScroll: true });
  }, [hash]);
}
