import { useWords } from '../../words/language.tsx';
import { CopyButton } from '../CopyButton.tsx';
import classes from './detail.module.css';

/** Every field of the reply, known to the console or not. */
export function RawJson({ value }: { value: object }) {
  const { kit } = useWords();
  const text = JSON.stringify(value, undefined, 2);
  return (
    <div className={classes.page}>
      <div className={classes.head}>
        <h2 className={classes.heading}>{kit.detail.raw}</h2>
        <CopyButton text={text} what={kit.detail.json} />
      </div>
      {/* Long and wide: it must be possible to scroll it by keyboard. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <pre className={classes.raw} tabIndex={0} role="region" aria-label={kit.detail.raw}>
        {text}
      </pre>
    </div>
  );
}
