import classes from './text.module.css';

/** What is not known is a dash, never a hole. */
export function Dash() {
  return <span className={classes.quiet}>–</span>;
}

/** An address or another thing read as code. */
export function CodeText({ text }: { text: string | undefined }) {
  return text ? (
    <span className="mono" title={text}>
      {text}
    </span>
  ) : (
    <Dash />
  );
}

/** @param props.title what it is in full, where `text` is short for it. */
export function PlainText({ text, title = text }: { text: string | undefined; title?: string }) {
  return text ? <span title={title}>{text}</span> : <Dash />;
}
