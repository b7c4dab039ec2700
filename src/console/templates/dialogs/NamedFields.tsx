import { Link } from 'react-router';
import type { CloudError } from '../../../contract/envelope.ts';
import { templateFinding, templateReferences } from '../../../contract/template-rules.ts';
import type { InstanceTemplate } from '../../../contract/templates.ts';
import { DetailTable } from '../../kit/DetailTable.tsx';
import { type Look, Status } from '../../kit/Status.tsx';
import { paths } from '../../paths.ts';
import cells from '../cells.module.css';
import { type Recipe, recipeOfTemplate } from '../recipe.ts';
import { type Reference, useReferences } from '../references.ts';
import { templateWords } from '../words.ts';

interface NamedFieldsProps {
  template: InstanceTemplate;
  region: string;
  /** What the cloud has found; its word counts where we see nothing wrong. */
  error: CloudError | undefined;
  onLeave: () => void;
}

/** Where each is mended in the form that changes a template. */
const formFields = {
  instanceType: 'instanceType',
  imageId: 'imageId',
  subnetId: 'subnetId',
  securityGroups: 'groupIds',
  keyNames: 'keyName',
  snapshotId: 'disks',
};

const looks: Record<Reference['state'], Look> = {
  unknown: 'unknown',
  there: 'ok',
  missing: 'bad',
  unusable: 'bad',
};

/**
 * Every field of a template that names something, and whether that is still there. The cloud stops at the first
 * fault, so that all others would be found one by one.
 */
export function NamedFields({ template, region, error, onLeave }: NamedFieldsProps) {
  const { verify: say, fields } = templateWords.useWords();
  const recipe = recipeOfTemplate(template);
  const references = useReferences(region, [recipe]);
  const finding = error && templateFinding(error);
  const rows = templateReferences.flatMap((field) =>
    idsIn(recipe, field).map((id) => {
      const found = references(field, id);
      const isFound = finding?.field === field && (finding.missing ?? id) === id;
      const state: Reference['state'] =
        isFound && found.state !== 'unusable'
          ? finding.missing === undefined
            ? 'unusable'
            : 'missing'
          : found.state;
      return { field, id, name: found.name, state };
    }),
  );
  return (
    <DetailTable
      title={say.fields}
      empty=""
      head={[
        { label: say.field, width: 150 },
        { label: say.value },
        { label: say.state, width: 190 },
        { label: say.mend, width: 90, silent: true },
      ]}
    >
      {rows.map(({ field, id, name, state }) => (
        <tr key={`${field} ${id}`}>
          <td>
            <Link
              className={cells.link}
              to={`${paths.template(region, template.id)}#${field}`}
              onClick={onLeave}
            >
              {fields[field]}
            </Link>
          </td>
          <td title={id}>
            {name ?? <span className="mono">{id}</span>}
            {name && name !== id && <span className={`mono ${cells.note}`}>{id}</span>}
          </td>
          <td>
            <Status look={looks[state]}>{say.states[state]}</Status>
          </td>
          <td>
            {looks[state] === 'bad' && (
              <Link
                className={cells.link}
                to={`${paths.templateTab(region, template.id, 'edit')}#${formFields[field]}`}
                onClick={onLeave}
              >
                {say.mend}
              </Link>
            )}
          </td>
        </tr>
      ))}
    </DetailTable>
  );
}

function idsIn(recipe: Recipe, field: (typeof templateReferences)[number]): string[] {
  const { systemDisk, dataDisks, keyNames, securityGroups } = recipe;
  const ids = {
    instanceType: [recipe.instanceType],
    imageId: [recipe.imageId],
    subnetId: [recipe.subnetId],
    securityGroups,
    keyNames,
    snapshotId: [systemDisk, ...dataDisks].map((disk) => disk?.snapshotId),
  }[field];
  return [...new Set(ids.flatMap((id) => id || []))];
}
