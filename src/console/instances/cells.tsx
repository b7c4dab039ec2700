import type { Instance } from '../../contract/instances.ts';
import { Dash } from '../kit/text.tsx';
import { paths } from '../paths.ts';
import { useRegion, zoneLetter } from '../region.ts';
import { useWords } from '../words/language.tsx';
import { daysLeft, soonDays } from './billing.ts';
import classes from './cells.module.css';
import { nameOf } from './resource.ts';
import { useSize } from './sizes.ts';
import { IdText, NameLink } from '../kit/list/cells.tsx';

interface CellProps {
  item: Instance;
}

export function NameCell({ item }: CellProps) {
  return <NameLink to={paths.instance(useRegion(), item.instanceId)} name={nameOf(item)} />;
}

export function IdCell({ item }: CellProps) {
  return <IdText id={item.instanceId} />;
}

export function TypeCell({ item }: CellProps) {
  const { instances } = useWords();
  const size = useSize(item.instanceType);
  if (!item.instanceType) return <Dash />;
  return (
    <span className={classes.type}>
      {item.instanceType}
      {size && <span className={classes.size}>{instances.size(size.cpu, size.memoryGib)}</span>}
    </span>
  );
}

export function ZoneCell({ item }: CellProps) {
  const region = useRegion();
  return item.az ? <span title={item.az}>{zoneLetter(item.az, region)}</span> : <Dash />;
}

export function BillingCell({ item }: CellProps) {
  const { instances } = useWords();
  const left = daysLeft(item, Date.now());
  if (left === undefined) {
    const usage = item.charge?.chargeMode === 'postpaid_by_usage';
    return <span className={classes.quiet}>{usage ? instances.byUsage : instances.postpaid}</span>;
  }
  return (
    <span
      className={left < soonDays ? classes.soon : undefined}
      title={item.charge?.chargeExpiredTime}
    >
      {left > 0 && instances.daysLeft(left)}
      {left === 0 && instances.lastDay}
      {left < 0 && instances.daysOver(-left)}
    </span>
  );
}

export function TagsCell({ item }: CellProps) {
  const [first, ...others] = item.tags ?? [];
  if (!first) return <Dash />;
  const all = item.tags?.map(({ key = '', value = '' }) => `${key}=${value}`).join('\n');
  return (
    <span className={classes.tags} title={all}>
      <span className={classes.tag}>
        <span className={classes.key}>{first.key}</span> {first.value}
      </span>
      {others.length > 0 && <span className={classes.more}>+{others.length}</span>}
    </span>
  );
}
