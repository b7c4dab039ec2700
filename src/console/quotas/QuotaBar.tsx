import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { Quota } from '../../contract/quotas.ts';
import { Gauge } from '../kit/Gauge.tsx';
import { StatusGlyph } from '../kit/Status.tsx';
import { kindWord, listOf } from './kinds.ts';
import { levelLooks, levelOf, shareOf } from './level.ts';
import classes from './QuotaBar.module.css';
import { quotaWords } from './words.ts';

/** What is counted, leading to the list of it where there is one. */
export function QuotaName({ quota, region }: { quota: Quota; region: string }) {
  const name = kindWord(quota, quotaWords.useWords());
  const to = listOf(region, quota);
  return to ? (
    <Link to={to} className={classes.link}>
      {name}
    </Link>
  ) : (
    <span>{name}</span>
  );
}

/** How much of one quota is used, with a word when that is nearly all. */
export function QuotaBar({ quota, children }: { quota: Quota; children: ReactNode }) {
  const words = quotaWords.useWords();
  const level = levelOf(quota);
  return (
    <div className={classes.quota}>
      {children}
      <span className={classes.end} data-level={level}>
        {level && (
          <>
            <StatusGlyph look={levelLooks[level]} />
            <span className={classes.word}>{words.levels[level]}</span>
          </>
        )}
        <span>{words.usage(quota.used ?? 0, quota.limit ?? 0)}</span>
      </span>
      <Track quota={quota} />
    </div>
  );
}

/** The bar itself. */
export function Track({ quota }: { quota: Quota }) {
  return <Gauge parts={[{ share: shareOf(quota), tone: levelOf(quota) }]} />;
}
