import { Link } from 'react-router';
import type { Column } from '../kit/list/definition.ts';
import { textColumn } from '../kit/list/text-column.tsx';
import { CodeText, PlainText } from '../kit/text.tsx';
import { minuteOf } from '../kit/when.ts';
import { paths } from '../paths.ts';
import { useWords } from '../words/language.tsx';
import { useRegion } from '../region.ts';
import classes from './cells.module.css';
import { type KeypairInUse, usersPath } from './users.ts';
import { keypairWords, type KeypairWords } from './words.ts';
import { NameLink } from '../kit/list/cells.tsx';

interface CellProps {
  item: KeypairInUse;
}

function NameCell({ item: { keyName } }: CellProps) {
  return <NameLink to={paths.keypair(useRegion(), keyName)} name={keyName} />;
}

function InstancesCell({ item: { keyName, instanceIds = [] } }: CellProps) {
  const words = keypairWords.useWords();
  const region = useRegion();
  const number = words.number(instanceIds.length);
  if (instanceIds.length === 0) return <span className={classes.quiet}>{number}</span>;
  return (
    <Link className={classes.link} to={usersPath(region, keyName)}>
      {number}
    </Link>
  );
}

function TemplatesCell({ item: { templates } }: CellProps) {
  const { kit } = useWords();
  return <PlainText text={templates && kit.together(templates.map(({ name }) => name))} />;
}

/** The columns of the list of key pairs, in order. */
export function columnsFor({ columns: say }: KeypairWords): readonly Column<KeypairInUse>[] {
  return [
    {
      id: 'name',
      label: () => say.name,
      width: 180,
      shown: 'fixed',
      grows: true,
      Cell: NameCell,
      text: ({ keyName }) => keyName,
    },
    textColumn(
      'fingerprint',
      () => say.fingerprint,
      376,
      ({ keyFingerprint }) => keyFingerprint,
      'always',
      CodeText,
    ),
    {
      id: 'templates',
      label: () => say.templates,
      width: 200,
      shown: 'wide',
      Cell: TemplatesCell,
      text: ({ templates = [] }, { words }) =>
        words.kit.together(templates.map(({ name }) => name)),
      order: ({ templates }) => templates?.length,
    },
    {
      id: 'instances',
      label: () => say.instances,
      width: 100,
      shown: 'always',
      alignedRight: true,
      Cell: InstancesCell,
      text: ({ instanceIds = [] }) => String(instanceIds.length),
      order: ({ instanceIds = [] }) => instanceIds.length,
    },
    textColumn(
      'created',
      () => say.created,
      150,
      ({ createTime }) => minuteOf(createTime),
      'always',
    ),
  ];
}
