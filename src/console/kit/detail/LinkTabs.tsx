import { Link } from 'react-router';
import { useLanguage } from '../../words/language.tsx';
import classes from './detail.module.css';

interface LinkTabsProps {
  label: string;
  tabs: readonly { id: string; label: string; to: string; count?: number | undefined }[];
  current: string;
  /** They stand alone, at the page's edge, over a line. */
  alone?: boolean;
}

/** Parts of a page, each with an address of its own. */
export function LinkTabs({ label, tabs, current, alone = false }: LinkTabsProps) {
  const { language } = useLanguage();
  return (
    <nav aria-label={label} className={classes.tabs} data-alone={alone || undefined}>
      {tabs.map(({ id, label: text, to, count }) => (
        <Link
          key={id}
          className={classes.tab}
          aria-current={current === id ? 'page' : undefined}
          to={to}
        >
          {text}
          {count !== undefined && (
            <span className={classes.count}>{count.toLocaleString(language)}</span>
          )}
        </Link>
      ))}
    </nav>
  );
}
