import { Button, type ButtonProps } from '@mantine/core';
import { type ComponentPropsWithoutRef, useEffect, useRef } from 'react';

interface BusyButtonProps
  extends
    Omit<ButtonProps, 'loading'>,
    Omit<ComponentPropsWithoutRef<'button'>, keyof ButtonProps> {
  busy: boolean;
}

/**
 * Shut while what it began is under way. A browser takes the focus from what it shuts: somebody without a pointer
 * has it back when it opens again, to try once more.
 */
export function BusyButton({ busy, ...props }: BusyButtonProps) {
  const button = useRef<HTMLButtonElement>(null);
  const hadFocus = useRef(false);
  useEffect(() => {
    if (!busy && hadFocus.current && document.activeElement === document.body) {
      button.current?.focus();
    }
  }, [busy]);
  return (
    <Button
      ref={button}
      {...props}
      loading={busy}
      onFocus={() => {
        hadFocus.current = true;
      }}
      onBlur={({ currentTarget }) => {
        hadFocus.current = currentTarget.disabled;
      }}
    />
  );
}
