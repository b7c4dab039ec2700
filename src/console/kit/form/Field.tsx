import { type ReactNode, useId } from 'react';
import { StatusGlyph } from '../Status.tsx';
import { fieldId, useFault } from './faults.tsx';
import classes from './Field.module.css';
import { formWords } from './words.ts';

export interface FieldProps {
  /** Ties it to the faults of the form it is in, and gives it an id that can be linked to. */
  name?: string | undefined;
  label: string;
  /** For those who see what it is about: the label is read out all the same. */
  labelHidden?: boolean | undefined;
  /** Says so beside the label. */
  optional?: boolean | undefined;
  /** Beside the label, at the right end of the field. */
  aside?: ReactNode;
  /** Below; a fault takes its place. */
  hint?: ReactNode;
  /** What is wrong, where no form knows. */
  error?: string | undefined;
  /** In px; else as wide as there is room. */
  width?: number | undefined;
}

/** What a field's control must be given. */
export interface ControlProps {
  id: string;
  'aria-invalid': true | undefined;
  'aria-describedby': string | undefined;
  onBlur: () => void;
}

interface FrameProps extends FieldProps {
  /** Several controls under one label, each with a name of its own. */
  group?: boolean | undefined;
  children: (control: ControlProps) => ReactNode;
}

/** The frame of every field: label above, hint or fault below, tied to the control for those who do not see. */
export function Field({ name, label, labelHidden, group, width, children, ...props }: FrameProps) {
  const own = useId();
  const words = formWords.useWords();
  const fault = useFault(name);
  const id = name === undefined ? own : fieldId(name);
  const error = props.error ?? fault.message;
  const below = error ?? props.hint;
  const control: ControlProps = {
    id,
    'aria-invalid': error === undefined ? undefined : true,
    'aria-describedby': below ? `${id}-below` : undefined,
    onBlur: fault.touch,
  };
  const Label = group ? 'span' : 'label';
  return (
    <div className={classes.field} style={width === undefined ? undefined : { width }}>
      <div className={labelHidden ? 'visually-hidden' : classes.head}>
        <Label className={classes.label} id={`${id}-label`} {...(group ? {} : { htmlFor: id })}>
          {label}
        </Label>
        {props.optional && <span className={classes.optional}>{words.optional}</span>}
        {props.aside && <span className={classes.aside}>{props.aside}</span>}
      </div>
      {children(control)}
      {below && (
        <p id={`${id}-below`} className={classes.below} data-bad={error !== undefined || undefined}>
          {error !== undefined && <StatusGlyph look="bad" />}
          <span>{below}</span>
        </p>
      )}
    </div>
  );
}

/** Fields side by side; they wrap where the page is narrow. */
export function FieldRow({ children }: { children: ReactNode }) {
  return <div className={classes.row}>{children}</div>;
}
