import { Segments } from '../kit/Segments.tsx';
import { useWords } from '../words/language.tsx';
import classes from './Bulk.module.css';
import { type Order, orders } from './plan.ts';

interface PlanControlsProps {
  order: Order;
  onOrder: (order: Order) => void;
  stopAfter: number;
  onStopAfter: (failures: number) => void;
}

/** In which order, and when to pause. */
export function PlanControls({ order, onOrder, stopAfter, onStopAfter }: PlanControlsProps) {
  const { batch: say } = useWords().activity;
  return (
    <div className={classes.controls}>
      <span className={classes.label}>{say.order}</span>
      <Segments
        size="small"
        label={say.order}
        value={order}
        onChange={onOrder}
        choices={orders.map((value) => ({
          value,
          label: say.orders[value],
        }))}
      />
      <span className={classes.label}>{say.stopAfter}</span>
      <Segments
        size="small"
        label={say.stopAfter}
        value={String(stopAfter)}
        onChange={(value) => onStopAfter(Number(value))}
        choices={[0, 1, 3, 10].map((n) => ({
          value: String(n),
          label: n === 0 ? say.never : say.failures(n),
        }))}
      />
    </div>
  );
}
