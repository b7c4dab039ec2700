import { useEffect } from 'react';
import { Link } from 'react-router';
import { StatusGlyph } from '../kit/Status.tsx';
import { paths } from '../paths.ts';
import { useRegion } from '../region.ts';
import { useWords } from '../words/language.tsx';
import type { PlannedBatch } from './batches.ts';
import { useActivity, useBatches, useDoings } from './context.tsx';
import { DoingRow } from './DoingRow.tsx';
import { entryOf, isGoingOn, isTroubling } from './doings.ts';
import { operationWords } from './operation-words.ts';
import classes from './Tray.module.css';

/** The page has the rest. */
const shown = 20;

interface TrayProps {
  onClose: () => void;
  onBatch: (batch: PlannedBatch) => void;
}

/** What was started in this browser: what runs, what failed, what ended last. Whoever opens it has seen the failures. */
export function Tray({ onClose, onBatch }: TrayProps) {
  const { activity } = useWords();
  const region = useRegion();
  const { store } = useActivity();
  const doings = useDoings();
  const batches = useBatches();
  useEffect(() => {
    store.see(doings.filter(isTroubling).map((doing) => entryOf(doing).id));
  }, [store, doings]);
  const running = doings.filter(isGoingOn);
  const rest = doings.filter((doing) => !isGoingOn(doing));
  return (
    <div className={classes.tray}>
      <div className={classes.head}>
        <h2 className={classes.title}>{activity.tray}</h2>
        <Link className={classes.all} to={paths.activity(region)} onClick={onClose}>
          {activity.all}
        </Link>
      </div>
      {batches.length > 0 && (
        <ul className={classes.batches}>
          {batches.map((planned) => (
            <BatchRow key={planned.batch.id} planned={planned} onOpen={() => onBatch(planned)} />
          ))}
        </ul>
      )}
      {doings.length === 0 ? (
        <div className={classes.empty}>
          <p className={classes.emptyTitle}>{activity.nothing}</p>
          <p>{activity.nothingHint}</p>
        </div>
      ) : (
        <ul className={classes.entries}>
          {[...running, ...rest].slice(0, shown).map((doing) => (
            <DoingRow key={entryOf(doing).id} doing={doing} />
          ))}
        </ul>
      )}
    </div>
  );
}

function BatchRow({ planned, onOpen }: { planned: PlannedBatch; onOpen: () => void }) {
  const words = useWords();
  const { activity } = words;
  const { batch } = planned;
  const { items, endedAt } = batch.state();
  const { many, doingMany } = operationWords(words, batch.operation);
  const failed = items.filter(({ phase }) => phase === 'failed').length;
  const through = items.filter(
    ({ phase }) => !['queued', 'sending', 'running'].includes(phase),
  ).length;
  const over = endedAt !== undefined;
  return (
    <li className={classes.batch}>
      <StatusGlyph look={over ? (failed > 0 ? 'bad' : 'ok') : 'changing'} turning={!over} />
      <span className={classes.what}>{(over ? many : doingMany)(items.length)}</span>
      <span className={classes.progress}>{activity.batch.progress(through, items.length)}</span>
      <button type="button" className={classes.open} onClick={onOpen}>
        {activity.open}
      </button>
    </li>
  );
}
