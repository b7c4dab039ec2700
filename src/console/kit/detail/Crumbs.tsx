import { IconChevronRight } from '@tabler/icons-react';
import { Link } from 'react-router';
import { useWords } from '../../words/language.tsx';
import { CopyButton } from '../CopyButton.tsx';
import classes from './detail.module.css';

/** The list a page of one thing belongs to. */
export interface Parent {
  label: string;
  to: string;
}

/** The way back to the list, and the id with a button that copies it. */
export function Crumbs({ parent, id }: { parent: Parent; id: string }) {
  const { kit } = useWords();
  return (
    <nav aria-label={kit.detail.crumbs} className={classes.crumbs}>
      <Link to={parent.to}>{parent.label}</Link>
      <IconChevronRight size={14} stroke={1.6} aria-hidden="true" />
      <span className="mono">{id}</span>
      <CopyButton text={id} what={kit.detail.id} />
    </nav>
  );
}
