import { ActionIcon, Button } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import type { InstanceType } from '../../contract/instance-types.ts';
import { useCall } from '../api/context.tsx';
import { Bones } from '../kit/Bones.tsx';
import { Checkbox } from '../kit/Checkbox.tsx';
import { CompareTable } from '../kit/CompareTable.tsx';
import { useWhyNotWrite } from '../kit/action.ts';
import { ErrorPanel } from '../kit/ErrorPanel.tsx';
import { PickField } from '../kit/form/PickField.tsx';
import { passFocus } from '../kit/pass-focus.ts';
import { Note } from '../kit/Note.tsx';
import { PageHeader } from '../kit/PageHeader.tsx';
import { Status } from '../kit/Status.tsx';
import { Dash } from '../kit/text.tsx';
import { useTitle } from '../kit/title.ts';
import { paths } from '../paths.ts';
import { useRegion } from '../region.ts';
import { useLanguage, useWords } from '../words/language.tsx';
import { instancesPath, whyNotCreate } from './actions.tsx';
import classes from './ComparePage.module.css';
import { type Line, linesOf } from './comparison.ts';
import { memoryOf } from './facts.ts';
import { instanceTypesOptions, typesIn } from './queries.ts';
import { typeWords } from './words.ts';

/** More side by side nobody compares. */
const most = 4;

/** One type with all that is told of it, or up to four beside each other. Which ones is in the address. */
export function ComparePage() {
  const words = typeWords.useWords();
  const { compare: say } = words;
  const region = useRegion();
  const [params, setParams] = useSearchParams();
  const [onlyDifferences, setOnlyDifferences] = useState(false);
  const query = useQuery(instanceTypesOptions(useCall(), region));
  const all = query.data && typesIn(query.data);
  const asked = [...new Set(params.getAll('type'))];
  const names = asked.slice(0, most);
  const found = names.flatMap((name) => all?.find((one) => one.instanceType === name) ?? []);
  const missing = names.filter((name) => !found.some((one) => one.instanceType === name));
  const title = names.length === 1 ? (names[0] ?? say.title) : say.title;
  useTitle(title);
  const put = (types: readonly string[]) => setParams({ type: [...types] }, { replace: true });
  return (
    <>
      <PageHeader title={title}>
        <Button component={Link} to={paths.instanceTypes(region)}>
          {words.toList}
        </Button>
      </PageHeader>
      <div className={classes.tools}>
        <div className={classes.pick} data-adds>
          <PickField
            label={say.add}
            labelHidden
            placeholder={say.add}
            value=""
            disabled={names.length >= most}
            choices={all
              ?.filter(({ instanceType }) => !names.includes(instanceType))
              .map((type) => ({
                value: type.instanceType,
                label: type.instanceType,
                note: words.size(type.cpu ?? 0, memoryOf(type) ?? 0),
              }))}
            failed={query.isError}
            onChange={(name) => put([...names, name])}
          />
        </div>
        {found.length > 1 && (
          <label className={classes.toggle}>
            <Checkbox
              checked={onlyDifferences}
              onChange={({ currentTarget }) => setOnlyDifferences(currentTarget.checked)}
            />
            {say.onlyDifferences}
          </label>
        )}
        <span className={classes.count}>{say.count(names.length, most)}</span>
      </div>
      <div className={classes.page}>
        {asked.length > most && <Note tone="warn">{say.tooMany(asked.length, most)}</Note>}
        {all && missing.length > 0 && <Note tone="warn">{say.missing(missing)}</Note>}
        {!all && query.error && (
          <ErrorPanel
            title={words.failed}
            error={query.error}
            region={region}
            failures={query.errorUpdateCount}
            retrying={query.isFetching}
            onRetry={() => void query.refetch()}
          />
        )}
        {!all && !query.error && <Bones rows={14} />}
        {all && names.length === 0 && <p>{say.choose}</p>}
        {found.length > 0 && (
          <Comparison
            types={found}
            region={region}
            onlyDifferences={onlyDifferences && found.length > 1}
            onRemove={
              found.length > 1 ? (name) => put(names.filter((one) => one !== name)) : undefined
            }
          />
        )}
      </div>
    </>
  );
}

interface ComparisonProps {
  types: readonly InstanceType[];
  region: string;
  onlyDifferences: boolean;
  onRemove: ((name: string) => void) | undefined;
}

function Comparison({ types, region, onlyDifferences, onRemove }: ComparisonProps) {
  const words = typeWords.useWords();
  const { compare: say } = words;
  const { language } = useLanguage();
  const { kit } = useWords();
  const groups = linesOf(types, { words, together: kit.together, language, region });
  const lines = groups.flatMap((group) => group.lines);
  const differing = lines.filter(({ differs }) => differs).length;
  return (
    <>
      {types.length > 1 && (
        <p role="status" className={classes.summary}>
          {say.differing(differing, lines.length)}
        </p>
      )}
      <div className={classes.scroller}>
        <CompareTable
          label={say.title}
          corner={say.field}
          differs={say.differs}
          heads={types.map(({ instanceType }) => ({
            key: instanceType,
            title: instanceType,
            content: (
              <span className={classes.head}>
                <span className={classes.name}>{instanceType}</span>
                {onRemove && (
                  <ActionIcon
                    ref={passFocus}
                    size={20}
                    aria-label={say.remove(instanceType)}
                    onClick={() => onRemove(instanceType)}
                  >
                    <IconX size={14} stroke={1.7} />
                  </ActionIcon>
                )}
              </span>
            ),
          }))}
          groups={[
            ...groups.map(({ id, lines: own }) => ({
              id,
              title: say.groups[id],
              rows: own
                .filter(({ differs }) => differs || !onlyDifferences)
                .map((line) => ({
                  id: line.id,
                  label: line.label,
                  differs: line.differs,
                  cells: line.values.map((value) => <Value key={line.id} {...{ id, value }} />),
                })),
            })),
            {
              id: 'use',
              title: say.use,
              rows: [
                {
                  id: 'instances',
                  label: say.yours,
                  differs: false,
                  cells: types.map(({ instanceType }) => (
                    <Link
                      key={instanceType}
                      className={classes.link}
                      to={instancesPath(region, instanceType)}
                    >
                      {words.actions.instances}
                    </Link>
                  )),
                },
                {
                  id: 'create',
                  label: say.new,
                  differs: false,
                  cells: types.map((type) => (
                    <CreateLink key={type.instanceType} type={type} region={region} />
                  )),
                },
              ],
            },
          ].filter(({ rows }) => rows.length > 0)}
        />
      </div>
    </>
  );
}

function CreateLink({ type, region }: { type: InstanceType; region: string }) {
  const { actions } = typeWords.useWords();
  const why = useWhyNotWrite()(whyNotCreate(type));
  if (why !== undefined) return why;
  return (
    <Link className={classes.link} to={paths.create(region, { type: type.instanceType })}>
      {actions.create}
    </Link>
  );
}

/** Stock has the sign it has everywhere. */
function Value({ id, value }: { id: string; value: Line['values'][number] }) {
  const { stock } = typeWords.useWords();
  if (value === undefined) return <Dash />;
  if (id !== 'stock') return value;
  return <Status look={value === stock.inStock ? 'ok' : 'warn'}>{value}</Status>;
}
