import { Segments } from '../Segments.tsx';
import { Field, type FieldProps } from './Field.tsx';

interface SegmentsFieldProps<V extends string> extends FieldProps {
  value: V;
  onChange: (value: V) => void;
  choices: readonly { value: V; label: string; disabled?: boolean }[];
}

/** One of at most five choices, with its label above. */
export function SegmentsField<V extends string>(props: SegmentsFieldProps<V>) {
  const { value, onChange, choices, ...field } = props;
  return (
    <Field {...field} group>
      {({ id, 'aria-describedby': describedBy }) => (
        <div id={id}>
          <Segments {...{ value, onChange, choices, describedBy }} label={field.label} />
        </div>
      )}
    </Field>
  );
}
