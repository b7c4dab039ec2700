import { Button } from '@mantine/core';
import { IconRefresh } from '@tabler/icons-react';
import { useQueries } from '@tanstack/react-query';
import { Fragment } from 'react';
import { Link } from 'react-router';
import { regions } from '../../contract/regions.ts';
import { useCall } from '../api/context.tsx';
import { EmptyState } from '../kit/EmptyState.tsx';
import { paths } from '../paths.ts';
import { quotasOptions, roomIn } from '../quotas/queries.ts';
import { regionName } from '../region.ts';
import { useLanguage, useWords } from '../words/language.tsx';
import { CreateButton } from './CreateButton.tsx';
import classes from './NoInstances.module.css';

interface NoInstancesProps {
  region: string;
  onRefresh: () => void;
}

/** A region without instances, and where there are some instead: the quotas of the other regions tell. */
export function NoInstances({ region, onRefresh }: NoInstancesProps) {
  const { instances: words, kit } = useWords();
  const { language } = useLanguage();
  const elsewhere = useElsewhere(region);
  return (
    <EmptyState
      picture={<Picture />}
      title={words.empty(regionName(region, language))}
      actions={
        <>
          <CreateButton region={region} size="md" />
          <Button
            size="md"
            leftSection={<IconRefresh size={14} stroke={1.7} />}
            onClick={onRefresh}
          >
            {kit.list.refresh}
          </Button>
        </>
      }
    >
      {elsewhere === undefined && words.emptyHint}
      {elsewhere?.length === 0 && words.emptyEverywhere}
      {elsewhere && elsewhere.length > 0 && (
        <>
          {words.emptyElsewhere}
          {elsewhere.map(({ id, used }, at) => (
            <Fragment key={id}>
              {at > 0 && ' · '}
              <Link to={paths.instances(id)} className={classes.link}>
                {words.inRegion(regionName(id, language), used)}
              </Link>
            </Fragment>
          ))}
        </>
      )}
    </EmptyState>
  );
}

/** The other regions that have instances, most first. Undefined while that is not known of all. */
function useElsewhere(region: string): { id: string; used: number }[] | undefined {
  const call = useCall();
  const others = regions.filter(({ id }) => id !== region);
  const answers = useQueries({ queries: others.map(({ id }) => quotasOptions(call, id)) });
  if (answers.some(({ data }) => !data)) return undefined;
  return others
    .map(({ id }, at) => ({
      id,
      used: roomIn(answers[at]?.data, 'instance')?.used ?? 0,
    }))
    .filter(({ used }) => used > 0)
    .sort((a, b) => b.used - a.used);
}

/** Rows of a list that are not there yet. */
function Picture() {
  return (
    <svg width="176" height="92" viewBox="0 0 176 92" fill="none" aria-hidden="true">
      {[0, 32, 64].map((top, row) => (
        <g key={top} className={classes.row} data-first={row === 0 || undefined}>
          <rect x=".5" y={top + 0.5} width="175" height="27" rx="6" className={classes.frame} />
          <rect x="12" y={top + 9.5} width="8" height="8" rx="1.5" className={classes.box} />
          {row > 0 && (
            <rect x="30" y={top + 12} width={row === 1 ? 62 : 44} height="4" rx="2" data-bar />
          )}
          {row === 0 && <path d={`M31 ${top + 9}v9`} className={classes.caret} />}
          <rect x="112" y={top + 12} width="28" height="4" rx="2" data-bar />
          <rect x="148" y={top + 12} width="16" height="4" rx="2" data-bar />
        </g>
      ))}
    </svg>
  );
}
