import { IconChevronRight } from '@tabler/icons-react';
import { Fragment, type ReactNode, useId } from 'react';
import { Link } from 'react-router';
import { useWords } from '../../words/language.tsx';
import { type Faults, FaultsProvider } from './faults.tsx';
import classes from './FormPage.module.css';

interface FormPageProps {
  title: string;
  /** The way back: where this form was come from. */
  crumbs: readonly { label: string; to: string }[];
  /** In the head, at the right. */
  actions?: ReactNode;
  faults: Faults;
  /** `Section`s. */
  children: ReactNode;
  /** Always in view beside them. */
  summary: ReactNode;
  /** Enter in a field does nothing, because what would happen costs money; Ctrl or Command with it does. */
  careful?: boolean;
  onSubmit: () => void;
}

/** A form that is a page: sections that scroll, and beside them what it will come to. */
export function FormPage({ title, crumbs, actions, faults, summary, ...props }: FormPageProps) {
  const { kit } = useWords();
  return (
    <FaultsProvider faults={faults}>
      <header className={classes.header}>
        <nav aria-label={kit.detail.crumbs} className={classes.crumbs}>
          {crumbs.map(({ label, to }) => (
            <Fragment key={to}>
              <Link to={to}>{label}</Link>
              <IconChevronRight size={14} stroke={1.6} aria-hidden="true" />
            </Fragment>
          ))}
        </nav>
        <h1 className={classes.title}>{title}</h1>
        <div className={classes.actions}>{actions}</div>
      </header>
      {/* It only narrows what Enter in a field does by itself. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
      <form
        className={classes.form}
        noValidate
        autoComplete="off"
        onSubmit={(event) => {
          event.preventDefault();
          props.onSubmit();
        }}
        onKeyDown={(event) => {
          const isField = event.target instanceof HTMLInputElement;
          if (event.key !== 'Enter' || !isField || !props.careful) return;
          event.preventDefault();
          if (event.ctrlKey || event.metaKey) props.onSubmit();
        }}
      >
        <div className={classes.sections}>{props.children}</div>
        {summary}
      </form>
    </FaultsProvider>
  );
}

interface SectionProps {
  title: string;
  note?: ReactNode;
  children: ReactNode;
}

/** One subject of a form: its name at the left, its fields at the right. */
export function Section({ title, note, children }: SectionProps) {
  const id = useId();
  return (
    <section className={classes.section} aria-labelledby={id}>
      <div>
        <h2 id={id} className={classes.name}>
          {title}
        </h2>
        {note && <p className={classes.note}>{note}</p>}
      </div>
      <div className={classes.fields}>{children}</div>
    </section>
  );
}
