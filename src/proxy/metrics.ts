import { isErrorWord, isProxyWord } from '../contract/errors.ts';
import type { CallLog } from './call-log.ts';
import type { Answer } from './exchange.ts';

/** Counts what the proxy does, for Prometheus: names of operations and words of outcomes, nothing of a caller's. */
export interface Metrics {
  /** Counts a finished call. */
  count: (line: CallLog) => void;
  /** The same proxy; calls under way in it are known. */
  watched: (proxy: Answer) => Answer;
  /** All of it, in Prometheus' text format. */
  text: () => string;
}

/** Seconds: upper ends of the histogram's buckets. Half a minute is the longest a call may take. */
const ends = [0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];

interface Series {
  labels: string;
  outcomes: Map<string, number>;
  /** Calls that ended within each of `ends`, and not within the one before. */
  within: number[];
  calls: number;
  seconds: number;
  sent: number;
}

export function createMetrics(version: string): Metrics {
  const series = new Map<string, Series>();
  let underWay = 0;

  function seriesOf({ service = '', operation = '' }: CallLog): Series {
    let found = series.get(operation);
    if (!found) {
      found = {
        labels: `service="${service}",operation="${operation}"`,
        outcomes: new Map(),
        within: ends.map(() => 0),
        calls: 0,
        seconds: 0,
        sent: 0,
      };
      series.set(operation, found);
    }
    return found;
  }

  return {
    count(line) {
      const entry = seriesOf(line);
      const outcome = outcomeOf(line);
      const seconds = line.ms / 1000;
      const bucket = ends.findIndex((end) => seconds <= end);
      entry.outcomes.set(outcome, (entry.outcomes.get(outcome) ?? 0) + 1);
      if (bucket >= 0) entry.within[bucket] = (entry.within[bucket] ?? 0) + 1;
      entry.calls++;
      entry.seconds += seconds;
      entry.sent += line.attempts;
    },
    watched: (proxy) => async (request) => {
      underWay++;
      try {
        return await proxy(request);
      } finally {
        underWay--;
      }
    },
    text() {
      const all = [...series.values()];
      return [
        family('vm_console_info', 'gauge', 'The version that runs.', [`{version="${version}"} 1`]),
        family('vm_console_calls_in_flight', 'gauge', 'Calls under way.', [` ${underWay}`]),
        family(
          'vm_console_calls_total',
          'counter',
          'Calls answered: OK, or the word of the refusal.',
          all.flatMap(({ labels, outcomes }) =>
            [...outcomes].map(([word, n]) => `{${labels},outcome="${word}"} ${n}`),
          ),
        ),
        family(
          'vm_console_upstream_requests_total',
          'counter',
          'Requests sent to the cloud, repeats included.',
          all.map(({ labels, sent }) => `{${labels}} ${sent}`),
        ),
        family(
          'vm_console_call_duration_seconds',
          'histogram',
          'From a call to its answer.',
          all.flatMap(histogram),
        ),
      ].join('');
    },
  };
}

/** The cloud may answer any word; one that is not known must not make a series of its own. */
function outcomeOf({ word, status }: CallLog): string {
  if (word === undefined) return status < 400 ? 'OK' : 'OTHER';
  return isProxyWord(word) || isErrorWord(word) ? word : 'OTHER';
}

function histogram({ labels, within, calls, seconds }: Series): string[] {
  let soFar = 0;
  const buckets = ends.map((end, at) => {
    soFar += within[at] ?? 0;
    return `_bucket{${labels},le="${end}"} ${soFar}`;
  });
  return [
    ...buckets,
    `_bucket{${labels},le="+Inf"} ${calls}`,
    `_sum{${labels}} ${seconds}`,
    `_count{${labels}} ${calls}`,
  ];
}

function family(name: string, type: string, help: string, samples: string[]): string {
  const lines = [`# HELP ${name} ${help}`, `# TYPE ${name} ${type}`];
  return `${[...lines, ...samples.map((sample) => name + sample)].join('\n')}\n`;
}
