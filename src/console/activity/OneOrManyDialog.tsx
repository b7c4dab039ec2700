import { type ReactNode, useState } from 'react';
import { listOf, type Steps } from '../api/write.ts';
import type { ActionDialogProps } from '../kit/action.ts';
import { AskDialog, type AskDialogProps } from './AskDialog.tsx';
import { BulkDialog, type BulkDialogProps } from './BulkDialog.tsx';
import { MfaField } from './MfaField.tsx';
import type { PlanItem } from './plan.ts';
import type { Split } from './split.ts';
import { useSubmit } from './use-submit.ts';

type OfOne = Pick<AskDialogProps, 'title' | 'id' | 'verb' | 'note' | 'width' | 'why'>;
type OfBoth = Pick<
  BulkDialogProps,
  'operation' | 'icon' | 'tone' | 'sign' | 'fields' | 'warning' | 'confirm'
>;

/** Title, id, verb and note are those of one; where there are several, the operation has its own. */
export interface OneOrManyDialogProps<T> extends ActionDialogProps<T>, OfOne, OfBoth {
  /** Those of the items it can be done to. */
  split: Split<T>;
  stepsFor: (item: T) => Steps;
  /** How an item stands, and what becomes of it. */
  rowOf: (item: T) => Omit<PlanItem, 'request' | 'after'>;
  /** False keeps the last button shut. */
  ready?: boolean;
  /** What is said or asked where there are several. */
  options?: ReactNode;
  /** What is said or asked where there is one. */
  children?: ReactNode;
}

/** What an action opens that takes one item or several: one is asked about, for several there is a plan. */
export function OneOrManyDialog<T>(props: OneOrManyDialogProps<T>) {
  const { items, split, operation, stepsFor, ready, fields, warning, confirm } = props;
  const { submit, ...submission } = useSubmit(props.onDone);
  const [code, setCode] = useState('');
  const { icon, tone, sign, onClose } = props;
  const frame = { icon, tone, sign, onClose };
  const [only] = items;
  if (items.length === 1) {
    const { title, id, verb, note, width, why = split.skipped[0]?.why } = props;
    const [first, ...then] = listOf(stepsFor(only));
    const send = () => {
      void submit([{ ...first, ...(code !== '' && { mfaToken: code }) }, ...then], operation);
    };
    return (
      <AskDialog
        {...frame}
        {...{ title, id, verb, note, width, why, submission, ready }}
        hasField={ready !== undefined}
        onSubmit={send}
      >
        {props.children}
        {fields}
        {warning}
        {confirm}
        {first.operation.mfa && wantsCode(submission.failure) && (
          <MfaField value={code} onChange={setCode} />
        )}
      </AskDialog>
    );
  }
  return (
    <BulkDialog
      {...frame}
      {...{ operation, fields, warning, confirm }}
      options={props.options}
      skipped={split.skipped}
      items={split.able.map((item) => {
        const [request, ...after] = listOf(stepsFor(item));
        return { ...props.rowOf(item), request, after };
      })}
      confirmed={ready}
      onStarted={props.onStarted}
    />
  );
}

/** The account protects the operation and wants a second factor, or these credentials may not do it at all. */
const wantsCode = (failure: { code: number } | undefined) => failure?.code === 403;
