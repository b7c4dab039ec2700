import { type ComponentProps, useEffect, useRef } from 'react';
import classes from './Checkbox.module.css';

interface CheckboxProps extends Omit<ComponentProps<'input'>, 'type' | 'className' | 'ref'> {
  /** Some of what it stands for is chosen. */
  mixed?: boolean;
}

/** A native checkbox in our clothes. */
export function Checkbox({ mixed = false, ...props }: CheckboxProps) {
  const ref = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (ref.current) ref.current.indeterminate = mixed;
  }, [mixed]);
  return <input {...props} ref={ref} type="checkbox" className={classes.box} />;
}
