import type { ComponentType, ReactNode } from 'react';
import { BusyButton } from '../kit/BusyButton.tsx';
import { FailureNote } from '../kit/FailureNote.tsx';
import type { Submission } from './use-submit.ts';

interface SubmitFootProps {
  submission: Submission;
  verb: string;
  icon: ComponentType<{ size?: number; stroke?: number }>;
  /** Why the button cannot be pressed. */
  why?: string | undefined;
  /** It cannot be pressed, and what is said above says why. */
  disabled?: boolean;
  /** What to do about an answer that was lost. */
  children?: ReactNode;
}

/** The foot of a form: what came of it, and the button that sends it. */
export function SubmitFoot({ submission, icon: Icon, why, ...props }: SubmitFootProps) {
  const { busy, failure, unknown } = submission;
  return (
    <>
      {failure && <FailureNote failure={failure} unknown={unknown} />}
      {props.children}
      <BusyButton
        variant="filled"
        size="md"
        fullWidth
        type="submit"
        busy={busy}
        disabled={why !== undefined || props.disabled}
        title={why}
        leftSection={<Icon size={14} stroke={1.7} />}
      >
        {props.verb}
      </BusyButton>
    </>
  );
}
