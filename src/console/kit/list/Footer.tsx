import { ActionIcon, Button } from '@mantine/core';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { useWords } from '../../words/language.tsx';
import { Elapsed } from '../Elapsed.tsx';
import { Freshness } from '../Freshness.tsx';
import { StatusGlyph } from '../Status.tsx';
import classes from './Footer.module.css';
import type { ListReading } from './reading.ts';
import { type List, pageSize } from './use-list.ts';

interface FooterProps<T> {
  list: List<T>;
  reading: ListReading;
  /** What the list is called while it is fetched. */
  loading: string;
}

/** How much there is, how fresh it is, what is being watched, which page. */
export function Footer<T>({ list, reading, loading }: FooterProps<T>) {
  const words = useWords();
  const { kit } = words;
  const { items, matches, definition } = list;
  const unit = definition.unit?.(words) ?? kit.list.unit;
  if (!items) {
    return (
      <footer className={classes.root}>
        <StatusGlyph look="changing" />
        <span role="status">{loading}</span>
        <Elapsed since={reading.startedAt} />
      </footer>
    );
  }
  const { total, complete, fetching, watched } = reading;
  return (
    <footer className={classes.root}>
      <p role="status">
        <strong>{matches.length.toLocaleString(list.setting.language)}</strong>{' '}
        {kit.list.matches(matches.length, unit)}
        {' / '}
        {complete && kit.list.total(items.length, unit)}
        {!complete && (fetching ? kit.list.reading : kit.list.cut)(items.length, total)}
      </p>
      <div className={classes.end}>
        {watched && watched.changing > 0 && (
          <span className={classes.part}>
            <StatusGlyph look="changing" />
            {kit.list.changing(watched.changing, watched.everySeconds, unit)}
          </span>
        )}
        {reading.refresh && (
          <Freshness
            at={reading.fetchedAt ?? 0}
            fetching={fetching}
            failed={reading.failed}
            refresh={reading.refresh}
          />
        )}
        <Pages list={list} />
      </div>
    </footer>
  );
}

function Pages<T>({ list }: { list: List<T> }) {
  const { kit } = useWords();
  const { matches, rows, first, page, pages, change } = list;
  if (matches.length === 0) return null;
  return (
    <span className={`${classes.part} ${classes.pages}`}>
      {kit.list.rows(first + 1, first + rows.length)}
      {page !== 'all' && (
        <>
          <ActionIcon
            aria-label={kit.list.previous}
            disabled={page === 1}
            onClick={() => change({ page: page - 1 })}
          >
            <IconChevronLeft size={16} stroke={1.6} />
          </ActionIcon>
          <ActionIcon
            aria-label={kit.list.next}
            disabled={page === pages}
            onClick={() => change({ page: page + 1 })}
          >
            <IconChevronRight size={16} stroke={1.6} />
          </ActionIcon>
        </>
      )}
      {matches.length > pageSize && (
        <Button
          size="xs"
          variant="subtle"
          onClick={() => change({ page: page === 'all' ? 1 : 'all' })}
        >
          {page === 'all' ? kit.list.showPages : kit.list.showAll}
        </Button>
      )}
    </span>
  );
}
