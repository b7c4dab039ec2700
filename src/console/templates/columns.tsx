import { use } from 'react';
import type { InstanceTemplate } from '../../contract/templates.ts';
import type { Column } from '../kit/list/definition.ts';
import { textColumn } from '../kit/list/text-column.tsx';
import { StatusGlyph } from '../kit/Status.tsx';
import { CodeText, Dash, type PlainText } from '../kit/text.tsx';
import { minuteOf } from '../kit/when.ts';
import { paths } from '../paths.ts';
import { useRegion } from '../region.ts';
import classes from './cells.module.css';
import { ReferencesContext } from './list-references.ts';
import { disksText, loginText } from './look.ts';
import { recipeOfTemplate } from './recipe.ts';
import { nameOf } from './resource.ts';
import type { ReferenceField } from './rows.ts';
import { templateWords, type TemplateWords } from './words.ts';
import { IdText, NameLink } from '../kit/list/cells.tsx';

interface CellProps {
  item: InstanceTemplate;
}

function NameCell({ item }: CellProps) {
  return <NameLink to={paths.template(useRegion(), item.id)} name={nameOf(item)} />;
}

function IdCell({ item }: CellProps) {
  return <IdText id={item.id} />;
}

/** What is named by an id: its name as soon as it is known, and whether it is still there. */
function NamedCell({ field, id, text = id }: { field: ReferenceField; id: string; text?: string }) {
  const { name, note, state } = use(ReferencesContext)(field, id);
  const { values } = templateWords.useWords();
  if (!id) return <Dash />;
  const isGone = state === 'missing' || state === 'unusable';
  const why = state === 'missing' ? values.gone : values.unusable;
  return (
    <span title={isGone ? `${text}: ${why}` : (name ?? id)}>
      {isGone && (
        <span className={classes.sign}>
          <StatusGlyph look="bad" />
          <span className="visually-hidden">{why}: </span>
        </span>
      )}
      {field === 'keyNames' || state !== 'there' ? text : name}
      {field === 'instanceType' && note && <span className={classes.note}>{note}</span>}
    </span>
  );
}

function LoginCell({ item }: CellProps) {
  const recipe = recipeOfTemplate(item);
  const text = loginText(recipe, templateWords.useWords());
  const [key] = recipe.keyNames;
  return key === undefined || recipe.imageInherit === 'yes' ? (
    <span className={recipe.includePassword ? undefined : classes.quiet}>{text}</span>
  ) : (
    <NamedCell field="keyNames" id={key} text={text} />
  );
}

const typeOf = (item: InstanceTemplate) => recipeOfTemplate(item).instanceType ?? '';
const subnetOf = (item: InstanceTemplate) => recipeOfTemplate(item).subnetId ?? '';
const imageOf = (item: InstanceTemplate) => recipeOfTemplate(item).imageId ?? '';
export const groupsOf = ({ ags = [] }: InstanceTemplate, { values }: TemplateWords) =>
  values.together(ags.map(({ name, id }) => name || id));
export const tagsOf = (item: InstanceTemplate) =>
  recipeOfTemplate(item).tags.map(({ key, value }) => `${key}=${value}`);

/** The columns of the list of templates, in order. */
export function columnsFor(words: TemplateWords): readonly Column<InstanceTemplate>[] {
  const { columns: say, values } = words;
  const plain = (
    id: keyof typeof say,
    width: number,
    text: (item: InstanceTemplate) => string | undefined,
    shown?: Column<InstanceTemplate>['shown'],
    Text?: typeof PlainText,
  ) => textColumn(id, () => say[id], width, text, shown, Text);
  const named = (
    id: keyof typeof say,
    width: number,
    field: ReferenceField,
    idOf: (item: InstanceTemplate) => string,
  ): Column<InstanceTemplate> => ({
    ...plain(id, width, idOf, 'always'),
    Cell: ({ item }) => <NamedCell field={field} id={idOf(item)} />,
  });
  return [
    {
      id: 'name',
      label: () => say.name,
      width: 130,
      shown: 'fixed',
      grows: true,
      Cell: NameCell,
      text: nameOf,
    },
    {
      id: 'id',
      label: () => say.id,
      width: 112,
      shown: 'wide',
      Cell: IdCell,
      text: ({ id }) => id,
    },
    named('type', 160, 'instanceType', typeOf),
    named('image', 140, 'imageId', imageOf),
    {
      ...plain('disks', 100, (item) => disksText(recipeOfTemplate(item), words), 'always'),
      alignedRight: true,
      order: (item) => {
        const { systemDisk, dataDisks } = recipeOfTemplate(item);
        return [systemDisk, ...dataDisks].reduce((sum, disk) => sum + (disk?.sizeGb ?? 0), 0);
      },
    },
    { ...named('subnet', 84, 'subnetId', subnetOf), shown: 'wide' },
    {
      id: 'login',
      label: () => say.login,
      width: 110,
      shown: 'always',
      Cell: LoginCell,
      text: (item) => loginText(recipeOfTemplate(item), words),
    },
    {
      ...plain('publicIp', 78, (item) => {
        const { bandwidthMbps } = recipeOfTemplate(item).elasticIp ?? {};
        return bandwidthMbps === undefined ? undefined : values.mbps(bandwidthMbps);
      }),
      shown: 'wide',
      alignedRight: true,
      order: (item) => recipeOfTemplate(item).elasticIp?.bandwidthMbps,
    },
    plain('usedBy', 96, (item) => groupsOf(item, words), 'always'),
    plain('created', 130, ({ createdTime }) => minuteOf(createdTime), 'wide'),
    plain('tags', 180, (item) => tagsOf(item).join(' ')),
    plain('vpc', 120, (item) => recipeOfTemplate(item).vpcId, 'asked', CodeText),
    plain('description', 240, ({ description }) => description),
  ];
}
