import type { InstanceTemplate } from '../../contract/templates.ts';
import type { Column, Field, ListDefinition } from '../kit/list/definition.ts';
import { tagsOf } from './columns.tsx';
import { recipeOfTemplate } from './recipe.ts';
import type { References } from './references.ts';
import { nameOf } from './resource.ts';
import type { ReferenceField } from './rows.ts';
import type { TemplateWords } from './words.ts';

/** The list of templates: what it shows, finds and sorts by. */
export function templateListFor(
  words: TemplateWords,
  columns: readonly Column<InstanceTemplate>[],
  references: References,
): ListDefinition<InstanceTemplate> {
  const { columns: say } = words;
  const named = (field: ReferenceField) => (id: string) => references(field, id).name ?? id;
  const field = (
    id: keyof typeof say,
    read: (item: InstanceTemplate) => readonly (string | undefined)[],
    word: (value: string) => string = (value) => value,
  ): Field<InstanceTemplate> => ({
    id,
    label: () => say[id],
    operators: ['is', 'not', 'has'],
    read,
    word,
  });
  return {
    name: 'templates',
    unit: () => words.unit,
    idOf: ({ id }) => id,
    nameOf,
    changing: () => false,
    columns,
    fields: [
      field('type', (item) => [recipeOfTemplate(item).instanceType]),
      {
        ...field('image', (item) => [recipeOfTemplate(item).imageId], named('imageId')),
        operators: ['is', 'not'],
      },
      {
        ...field('subnet', (item) => [recipeOfTemplate(item).subnetId], named('subnetId')),
        operators: ['is', 'not'],
      },
      field('keyPair', (item) => recipeOfTemplate(item).keyNames),
      {
        id: 'tag',
        label: () => say.tags,
        operators: ['key', 'noKey', 'is', 'not'],
        read: (item, operator) =>
          operator === 'is' || operator === 'not'
            ? tagsOf(item)
            : recipeOfTemplate(item).tags.map(({ key }) => key),
      },
      field('id', ({ id }) => [id]),
    ],
    tabs: [],
    searched: (item) => {
      const { instanceType, imageId = '', keyNames } = recipeOfTemplate(item);
      return [
        item.name,
        item.id,
        item.description,
        instanceType,
        imageId,
        references('imageId', imageId).name,
        ...keyNames,
        ...tagsOf(item),
      ];
    },
    sortedBy: 'name',
  };
}
