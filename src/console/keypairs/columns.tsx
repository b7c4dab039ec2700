import { Link } from 'react-router';
import type { Column } from '../kit/list/definition.ts';
import { CodeText, Dash, PlainText } from '../kit/text.tsx';
import { paths } from '../paths.ts';
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
  if (!templates) return <Dash />;
  const names = templates.map(({ name = '' }) => name).join(', ');
  return names === '' ? <Dash /> : <PlainText text={names} />;
}

/** `2026-11-24 03:02`: to the minute, as the cloud tells it. */
const minuteOf = (time = '') => time.slice(0, 16);

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
    {
      id: 'fingerprint',
      label: () => say.fingerprint,
      width: 376,
      shown: 'always',
      Cell: ({ item }) => <CodeText text={item.keyFingerprint} />,
      text: ({ keyFingerprint = '' }) => keyFingerprint,
    },
    {
      id: 'templates',
      label: () => say.templates,
      width: 200,
      shown: 'wide',
      Cell: TemplatesCell,
      text: ({ templates = [] }) => templates.map(({ name = '' }) => name).join(' '),
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
    {
      id: 'created',
      label: () => say.created,
      width: 150,
      shown: 'always',
      Cell: ({ item }) => <PlainText text={minuteOf(item.createTime)} />,
      text: ({ createTime }) => minuteOf(createTime),
    },
  ];
}
