import type { InstanceType } from '../../contract/instance-types.ts';
import { zonesOf } from '../../contract/stock.ts';
import { StatusGlyph } from '../kit/Status.tsx';
import { Dash } from '../kit/text.tsx';
import { useRegion, zoneLetter } from '../region.ts';
import classes from './cells.module.css';
import { typeWords } from './words.ts';

/** In which zones a type can be had: the letters of the zones, each with its sign. */
export function Stock({ type }: { type: InstanceType }) {
  const { stock: say } = typeWords.useWords();
  const region = useRegion();
  const { has, lacks } = zonesOf(type);
  if (has.length + lacks.length === 0) return <Dash />;
  if (has.length === 0) {
    return (
      <span className={classes.stock}>
        <StatusGlyph look="warn" />
        <span className={classes.soldOut}>{say.soldOut}</span>
      </span>
    );
  }
  return (
    <span className={classes.stock}>
      {[...has, ...lacks].sort().map((az) => {
        const here = has.includes(az);
        const letter = zoneLetter(az, region);
        const word = (here ? say.inZone : say.notInZone)(letter);
        return (
          <span key={az} className={classes.zone} data-none={!here || undefined} title={word}>
            <StatusGlyph look={here ? 'ok' : 'warn'} />
            <span aria-hidden="true">{letter}</span>
            <span className="visually-hidden">{word}</span>
          </span>
        );
      })}
    </span>
  );
}
