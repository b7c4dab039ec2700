import { IconChevronRight } from '@tabler/icons-react';
import { Link } from 'react-router';
import { CopyButton } from '../kit/CopyButton.tsx';
import { paths } from '../paths.ts';
import { useWords } from '../words/language.tsx';
import classes from './InstanceHeader.module.css';

/** The way back to the list, and the id with a button that copies it. */
export function Crumbs({ instanceId, region }: { instanceId: string; region: string }) {
  const { instance: words, instances } = useWords();
  return (
    <nav aria-label={words.crumbs} className={classes.crumbs}>
      <Link to={paths.instances(region)}>{instances.title}</Link>
      <IconChevronRight size={14} stroke={1.6} aria-hidden="true" />
      <span className="mono">{instanceId}</span>
      <CopyButton text={instanceId} what={words.what.id} />
    </nav>
  );
}
