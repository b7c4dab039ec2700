import type { ReactNode } from 'react';
import { rangeOf } from '../../../contract/addresses.ts';
import { isSoldOut } from '../../../contract/stock.ts';
import type { Faults } from '../../kit/form/faults.tsx';
import {
  SummaryQuota,
  Summary,
  SummaryFacts,
  SummaryGroup,
  SummaryLine,
} from '../../kit/form/Summary.tsx';
import type { LaunchFacts } from '../../launch/facts.ts';
import { machineFacts } from '../../launch/summary-facts.ts';
import { launchWords } from '../../launch/words.ts';
import type { Room } from '../../quotas/queries.ts';
import classes from './create.module.css';
import { type CreateValues, countOf, plannedNames } from './form.ts';
import { createWords } from './words.ts';
import { useWords } from '../../words/language.tsx';

interface CreateSummaryProps {
  values: CreateValues;
  facts: LaunchFacts;
  faults: Faults;
  room: Room | undefined;
  foot: ReactNode;
}

/** What will be made, what it is called, and what it takes of what there is. */
export function CreateSummary({ values, facts, faults, room, foot }: CreateSummaryProps) {
  const words = createWords.useWords();
  const say = launchWords.useWords();
  const { kit } = useWords();
  return (
    <Summary title={words.what(countOf(values) ?? 1)} faults={faults} foot={foot}>
      <SummaryFacts
        facts={[
          { label: words.zone, value: values.zone },
          ...machineFacts(values, facts, { say, kit }, say.sum.each),
          { label: words.billing, value: words.billings[values.prepaid ? 'prepaid' : 'postpaid'] },
        ]}
      />
      <Names values={values} />
      <Takes {...{ values, facts, room }} />
    </Summary>
  );
}

function Names({ values }: { values: CreateValues }) {
  const words = createWords.useWords();
  const names = plannedNames(values);
  const [first] = names;
  const last = names.at(-1);
  if (first === undefined) return null;
  return (
    <SummaryGroup title={words.names}>
      <p className={`mono ${classes.names}`}>
        {first}
        {last !== first && (
          <>
            <span>{words.to}</span>
            {last}
          </>
        )}
      </p>
    </SummaryGroup>
  );
}

/** The quota, the addresses and the stock, as they would be afterwards. */
function Takes({ values, facts, room }: Pick<CreateSummaryProps, 'values' | 'facts' | 'room'>) {
  const words = createWords.useWords();
  const { type, subnet } = facts;
  const asked = countOf(values) ?? 1;
  const left = room && room.limit - room.used;
  const free = subnet?.availableIpCount;
  const { size = 0 } = subnet?.addressPrefix ? rangeOf(subnet.addressPrefix) : {};
  const soldOut = type && isSoldOut(type, values.zone);
  return (
    <SummaryGroup title={words.after}>
      {room && (
        <SummaryQuota label={words.quota} asked={asked} {...room}>
          {words.quotaOf(room.used, asked, room.limit)}
        </SummaryQuota>
      )}
      {subnet && free !== undefined && size >= free && (
        <SummaryQuota label={words.addresses} used={size - free} asked={asked} limit={size}>
          {words.addressesOf(free, asked, subnet.subnetName ?? '')}
        </SummaryQuota>
      )}
      {left !== undefined && left > 0 && left < asked && (
        <SummaryLine look="warn">{words.fewer(left)}</SummaryLine>
      )}
      {free !== undefined && free < asked && (
        <SummaryLine look="bad">{words.tooFewAddresses}</SummaryLine>
      )}
      {type && (
        <SummaryLine look={soldOut ? 'warn' : 'ok'}>
          {(soldOut ? words.soldOut : words.inStock)(type.instanceType, values.zone)}
        </SummaryLine>
      )}
    </SummaryGroup>
  );
}
