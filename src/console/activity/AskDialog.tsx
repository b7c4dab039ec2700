import { Button } from '@mantine/core';
import type { ComponentType, ReactNode } from 'react';
import type { Submission } from './use-submit.ts';
import { BusyButton } from '../kit/BusyButton.tsx';
import { Dialog } from '../kit/Dialog.tsx';
import { FailureNote } from '../kit/FailureNote.tsx';
import { useWords } from '../words/language.tsx';
import classes from './AskDialog.module.css';

export interface AskDialogProps {
  title: string;
  /** What the cloud calls what it is about. */
  id?: string;
  sign?: ReactNode;
  /** On the last button. */
  verb: string;
  icon: ComponentType<{ size?: number; stroke?: number }>;
  tone?: 'danger';
  note?: ReactNode;
  /** 720 where there is something to choose from. */
  width?: 560 | 720;
  /** Why it cannot be done now; the dialog then only says so. */
  why?: string;
  submission: Submission;
  /** False keeps the last button shut. */
  ready?: boolean;
  /** A field in it has the focus first. */
  hasField?: boolean;
  onSubmit: () => void;
  onClose: () => void;
  children?: ReactNode;
}

/** Asks about one resource, sends one write, and stays open until the cloud has answered. */
export function AskDialog(props: AskDialogProps) {
  const { submission, why, verb, icon: Icon, tone, ready = true, hasField, onClose } = props;
  const { batch: say } = useWords().activity;
  const { busy, failure, unknown } = submission;
  const open = ready && !busy && !unknown && why === undefined;
  return (
    <Dialog
      {...(props.width && { width: props.width })}
      title={props.title}
      aside={props.id !== undefined && <span className="mono">{props.id}</span>}
      sign={props.sign}
      note={props.note}
      onClose={onClose}
      onSubmit={() => {
        if (open) props.onSubmit();
      }}
      buttons={
        <>
          <Button size="md" onClick={onClose}>
            {unknown ? say.close : say.cancel}
          </Button>
          <BusyButton
            size="md"
            type="submit"
            variant="filled"
            color={tone === 'danger' ? 'red' : undefined}
            disabled={!open && !busy}
            busy={busy}
            data-autofocus={!hasField || undefined}
            leftSection={<Icon size={14} stroke={1.7} />}
          >
            {verb}
          </BusyButton>
        </>
      }
    >
      <div className={classes.body} data-wide={props.width === 720 || undefined}>
        {why === undefined ? props.children : <p>{why}</p>}
        {failure && <FailureNote failure={failure} unknown={unknown} />}
      </div>
    </Dialog>
  );
}
