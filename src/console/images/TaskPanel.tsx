import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'react-router';
import type { TaskInfo } from '../../contract/images.ts';
import { useCall } from '../api/context.tsx';
import { clock } from '../kit/Elapsed.tsx';
import { useNow } from '../kit/now.ts';
import { StatusGlyph } from '../kit/Status.tsx';
import { paths } from '../paths.ts';
import { imageTasksOptions } from './queries.ts';
import classes from './TaskPanel.module.css';
import { Progress } from './tasks/Progress.tsx';
import {
  actionOf,
  byLatest,
  isUnfinished,
  lookOfTask,
  startOf,
  subjectOf,
  tookOf,
  whyFailed,
} from './tasks/task.ts';
import { imageWords } from './words.ts';
import { importAgainState } from './import-again.ts';

/** A failure is news for a week. */
const newsFor = 7 * 24 * 60 * 60_000;

/** Imports and exports that are under way or went wrong lately; nothing when there are none. */
export function TaskPanel({ region }: { region: string }) {
  const words = imageWords.useWords();
  const { data } = useQuery(imageTasksOptions(useCall(), region));
  const [now] = useState(() => Date.now());
  const [folded, setFolded] = useState(() => readFolded(region));
  const tasks = (data?.items ?? []).toSorted(byLatest);
  const unfinished = tasks.filter(isUnfinished);
  const failed = tasks.filter(
    (task) => task.taskStatus === 'failed' && now - (startOf(task) ?? 0) < newsFor,
  );
  const shown = [...unfinished, ...failed];
  if (shown.length === 0) return null;
  // What is folded away comes back with the next task.
  const key = shown.map(({ taskId }) => taskId).join(' ');
  const isFolded = shown.every(({ taskId }) => folded.includes(taskId));
  const fold = () => {
    const next = isFolded ? [] : key.split(' ');
    setFolded(next);
    keepFolded(region, next);
  };
  return (
    <section className={classes.panel} aria-label={words.tasks.title}>
      <header className={classes.head}>
        <h2 className={classes.title}>{words.tasks.title}</h2>
        <span className={classes.quiet}>
          {words.tasks.summary(unfinished.length, failed.length)}
        </span>
        <span className={classes.end}>
          <Button variant="subtle" size="xs" component={Link} to={paths.imageTasks(region)}>
            {words.tasks.all}
          </Button>
          <Button variant="subtle" size="xs" aria-expanded={!isFolded} onClick={fold}>
            {isFolded ? words.tasks.unfold : words.tasks.fold}
          </Button>
        </span>
      </header>
      {!isFolded && (
        <ul className={classes.rows}>
          {shown.map((task) => (
            <TaskRow key={task.taskId} task={task} region={region} />
          ))}
        </ul>
      )}
    </section>
  );
}

function TaskRow({ task, region }: { task: TaskInfo; region: string }) {
  const { tasks: words } = imageWords.useWords();
  const look = lookOfTask(task);
  const subject = subjectOf(task);
  return (
    <li className={classes.row}>
      <StatusGlyph look={look} turning={look === 'changing'} />
      <span className={classes.kind}>{words.actions(actionOf(task))}</span>
      <span className={classes.name} title={subject}>
        {subject}
      </span>
      {task.taskStatus === 'failed' ? (
        <span className={classes.why} title={whyFailed(task)}>
          {words.failedBecause(whyFailed(task))}
        </span>
      ) : (
        <Progress percent={task.progress ?? 0} label={words.progressOf(subject)} />
      )}
      <span className={classes.end}>
        <span className={`mono ${classes.quiet}`}>
          {isUnfinished(task) ? <Took task={task} /> : null}
        </span>
        <span className={classes.quiet}>{words.number(task.taskId)}</span>
        {task.taskStatus === 'failed' && actionOf(task) === 'ImportImage' && (
          <Button
            size="xs"
            component={Link}
            to={paths.imageImport(region)}
            state={importAgainState(task)}
          >
            {words.again}
          </Button>
        )}
      </span>
    </li>
  );
}

function Took({ task }: { task: TaskInfo }) {
  const took = tookOf(task, useNow());
  return took === undefined ? '' : clock(took);
}

const keyOf = (region: string) => `vm-console.image-tasks.${region}`;

function readFolded(region: string): string[] {
  return (localStorage.getItem(keyOf(region)) ?? '').split(' ').filter(Boolean);
}

function keepFolded(region: string, ids: string[]): void {
  localStorage.setItem(keyOf(region), ids.join(' '));
}
