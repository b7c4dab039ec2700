import type { ReactNode } from 'react';
import { Gauge } from '../Gauge.tsx';
import { type Look, StatusGlyph } from '../Status.tsx';
import { type Faults, fieldId, goToField } from './faults.tsx';
import classes from './Summary.module.css';
import { formWords } from './words.ts';

interface SummaryProps {
  title: ReactNode;
  faults: Faults;
  children: ReactNode;
  /** The button that does it, and what came of it. */
  foot: ReactNode;
}

/** What the form will come to, always in view; below it what has to be mended first, and the button. */
export function Summary({ title, faults, children, foot }: SummaryProps) {
  const words = formWords.useWords();
  const { shown } = faults;
  return (
    <aside className={classes.summary} aria-label={typeof title === 'string' ? title : undefined}>
      <h2 className={classes.title}>{title}</h2>
      {children}
      {shown.length > 0 && (
        <p className={classes.fix}>
          <StatusGlyph look="bad" />
          <span>
            {words.toFix(shown.length)}{' '}
            {shown.map(({ field, label }, index) => (
              <span key={field}>
                {index > 0 && words.between}
                <a
                  href={`#${fieldId(field)}`}
                  onClick={(event) => {
                    event.preventDefault();
                    goToField(field);
                  }}
                >
                  {label}
                </a>
              </span>
            ))}
          </span>
        </p>
      )}
      <div className={classes.foot}>{foot}</div>
    </aside>
  );
}

/** A group of lines in the summary, below a hairline. */
export function SummaryGroup({ title, children }: { title?: string; children: ReactNode }) {
  return (
    <div className={classes.group}>
      {title && <h3 className={classes.groupTitle}>{title}</h3>}
      {children}
    </div>
  );
}

interface SummaryFactsProps {
  /** A fact without a value is a dash. */
  facts: readonly { label: string; value: ReactNode; changed?: boolean | undefined }[];
}

/** What was chosen, one line each. */
export function SummaryFacts({ facts }: SummaryFactsProps) {
  return (
    <dl className={classes.facts}>
      {facts.map(({ label, value }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value === undefined || value === '' ? '–' : value}</dd>
        </div>
      ))}
    </dl>
  );
}

interface SummaryQuotaProps {
  label: string;
  /** In use already. */
  used: number;
  /** What this form asks for on top. */
  asked: number;
  limit: number;
  /** The same in words. */
  children: ReactNode;
}

/** How much of a quota is used, and how much of it this would take. Too much is said in red. */
export function SummaryQuota({ label, used, asked, limit, children }: SummaryQuotaProps) {
  const share = (n: number) => (limit > 0 ? Math.min(1, Math.max(0, n / limit)) : 0);
  const over = used + asked > limit;
  return (
    <div className={classes.quota} data-over={over || undefined}>
      <span>{label}</span>
      <span className={classes.numbers}>{children}</span>
      <Gauge
        parts={[{ share: share(used) }, { share: share(asked), tone: over ? 'tooMuch' : 'asked' }]}
      />
    </div>
  );
}

/** One sentence with a sign: stock, a warning. */
export function SummaryLine({ look, children }: { look: Look; children: ReactNode }) {
  return (
    <p className={classes.line} data-look={look}>
      <StatusGlyph look={look} />
      <span>{children}</span>
    </p>
  );
}
