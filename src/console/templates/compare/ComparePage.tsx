import { Button } from '@mantine/core';
import { IconArrowsExchange } from '@tabler/icons-react';
import { useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import { Bones } from '../../kit/Bones.tsx';
import { Checkbox } from '../../kit/Checkbox.tsx';
import { FailureNote } from '../../kit/FailureNote.tsx';
import { PageHeader } from '../../kit/PageHeader.tsx';
import { useTitle } from '../../kit/title.ts';
import { paths } from '../../paths.ts';
import { useRegion } from '../../region.ts';
import { useReferences } from '../references.ts';
import { templateWords } from '../words.ts';
import { pairsOf } from './compare.ts';
import classes from './ComparePage.module.css';
import { FieldsTable } from './FieldsTable.tsx';
import { SidePicker } from './SidePicker.tsx';
import { useSide } from './use-side.ts';

/** Two templates, or a template and an instance, field by field. Which ones is in the address. */
export function ComparePage() {
  const words = templateWords.useWords();
  const { compare: say } = words;
  const region = useRegion();
  const [params, setParams] = useSearchParams();
  const [onlyDifferences, setOnlyDifferences] = useState(false);
  const a = useSide(region, params.get('a') ?? '');
  const b = useSide(region, params.get('b') ?? '');
  const recipes = [a.recipe, b.recipe].flatMap((recipe) => recipe ?? []);
  const references = useReferences(region, recipes);
  useTitle(say.title);
  const put = (sides: { a?: string; b?: string }) =>
    setParams({ a: a.id, b: b.id, ...sides }, { replace: true });
  const groups = a.recipe && b.recipe && pairsOf(a.recipe, b.recipe, words);
  const pairs = groups?.flatMap((group) => group.pairs) ?? [];
  const differing = pairs.filter(({ verdict }) => verdict === 'differs').length;
  const errors = [a, b].flatMap(({ error }) => error ?? []);
  return (
    <>
      <PageHeader title={say.title}>
        <Button component={Link} to={paths.templates(region)}>
          {words.toList}
        </Button>
      </PageHeader>
      <div className={classes.sides}>
        <label className={classes.toggle}>
          <Checkbox
            checked={onlyDifferences}
            onChange={({ currentTarget }) => setOnlyDifferences(currentTarget.checked)}
          />
          {say.onlyDifferences}
        </label>
        <SidePicker label={say.first} region={region} id={a.id} onPick={(id) => put({ a: id })} />
        <SidePicker label={say.second} region={region} id={b.id} onPick={(id) => put({ b: id })} />
        <Button
          className={classes.swap}
          leftSection={<IconArrowsExchange size={14} stroke={1.7} />}
          onClick={() => put({ a: b.id, b: a.id })}
        >
          {say.swap}
        </Button>
      </div>
      <div className={classes.page}>
        {errors.map((error) => (
          <FailureNote key={error.message} failure={error} />
        ))}
        {groups && (
          <>
            <p role="status" className={classes.summary}>
              {differing === 0 ? say.alike : say.differing(differing, pairs.length)}
            </p>
            <FieldsTable
              groups={groups}
              names={[a.name, b.name]}
              references={references}
              onlyDifferences={onlyDifferences}
            />
          </>
        )}
        {!groups && errors.length === 0 && (a.id === '' || b.id === '') && <p>{say.choose}</p>}
        {!groups && errors.length === 0 && a.id !== '' && b.id !== '' && <Bones rows={14} />}
      </div>
    </>
  );
}
