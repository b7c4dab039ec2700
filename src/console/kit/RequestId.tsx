import { useWords } from '../words/language.tsx';
import { CopyButton } from './CopyButton.tsx';
import classes from './RequestId.module.css';

interface RequestIdProps {
  id: string;
  /** Shows the first characters; the whole of it is copied. */
  short?: boolean;
  label?: boolean;
}

/** The id that the cloud's support asks for, with a button that copies all of it. */
export function RequestId({ id, short = false, label = false }: RequestIdProps) {
  const { errors, kit } = useWords();
  return (
    <span className={classes.root}>
      {label && <span>{errors.requestId}</span>}
      <span className="mono" title={id}>
        {short ? id.slice(0, 10) : id}
      </span>
      <CopyButton text={id} what={kit.error.requestId} />
    </span>
  );
}
