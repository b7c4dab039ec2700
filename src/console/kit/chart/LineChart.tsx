import { type KeyboardEvent, type PointerEvent, type ReactNode, useMemo } from 'react';
import { useWords } from '../../words/language.tsx';
import classes from './LineChart.module.css';
import {
  draw,
  type Frame,
  nearest,
  percentOf,
  periodOf,
  plotHeight,
  plotWidth,
  type Point,
  timeTicks,
} from './scale.ts';

/** One line. The first is drawn plain, the second dashed and grey. */
interface Line {
  name: string;
  points: readonly Point[];
}

interface LineChartProps {
  title: string;
  /** Beside the title, quiet. */
  note?: string | undefined;
  lines: readonly Line[];
  frame: Frame;
  /** A value with its unit. */
  say: (value: number) => string;
  /** The same for the axis, whose numbers are round. */
  sayScale: (value: number) => string;
  /** A moment at full length, and short for the axis. */
  sayMoment: (at: number) => string;
  sayTick: (at: number) => string;
  /** What the crosshair is called. */
  crosshair: string;
  /** The moment that is pointed at, here or in a chart beside this one. */
  at: number | undefined;
  onPoint: (at: number | undefined) => void;
  /** In place of the lines: nothing there, or why it could not be had. */
  instead?: ReactNode;
}

/** How far two points may be apart, in periods, before there is a hole between them. */
const patience = 1.9;

/**
 * Values over time: lines, an axis, and a crosshair that pointer and arrow keys move. The values it stands on are in
 * the head, so that nothing jumps or covers anything.
 */
export function LineChart(props: LineChartProps) {
  const { kit } = useWords();
  const { title, note, lines, frame, say, sayMoment, at, onPoint, instead } = props;
  const longest = lines.reduce<readonly Point[]>(
    (most, { points }) => (points.length > most.length ? points : most),
    [],
  );
  const index = at === undefined ? -1 : nearest(longest, at);
  const moment = longest[index]?.at;
  const shown = lines.map(({ name, points }) => ({
    name,
    point: moment === undefined ? points.at(-1) : points[nearest(points, moment)],
  }));
  const goTo = (next: number) => {
    onPoint(longest[Math.min(longest.length - 1, Math.max(0, next))]?.at);
  };
  const point = (event: PointerEvent<HTMLElement>) => {
    const { left, width } = event.currentTarget.getBoundingClientRect();
    onPoint(frame.from + ((event.clientX - left) / width) * (frame.to - frame.from));
  };
  const press = (event: KeyboardEvent) => {
    const here = index < 0 ? longest.length - 1 : index;
    const next = {
      ArrowLeft: here - 1,
      ArrowRight: here + 1,
      PageUp: here - 10,
      PageDown: here + 10,
      Home: 0,
      End: longest.length - 1,
    }[event.key];
    if (event.key === 'Escape') onPoint(undefined);
    if (next === undefined) return;
    event.preventDefault();
    goTo(next);
  };
  const spoken = kit.together(
    shown.map((line) => line.point && `${line.name} ${say(line.point.value)}`),
  );
  return (
    <section className={classes.chart} aria-label={title}>
      <header className={classes.head}>
        <h2 className={classes.title}>{title}</h2>
        {note && <span className={classes.note}>{note}</span>}
        <span className={classes.moment}>{moment !== undefined && sayMoment(moment)}</span>
        <dl className={classes.legend}>
          {shown.map((line, place) => (
            <div key={line.name} className={classes.value}>
              <dt>
                <Sample place={place} />
                {line.name}
              </dt>
              <dd>{line.point ? say(line.point.value) : '–'}</dd>
            </div>
          ))}
        </dl>
      </header>
      <div className={classes.body}>
        <ValueAxis top={frame.top} say={props.sayScale} />
        <div className={classes.room}>
          <Plot lines={lines} frame={frame} longest={longest} />
          {instead && <div className={classes.instead}>{instead}</div>}
          {!instead && longest.length > 0 && (
            <div
              className={classes.pointer}
              role="slider"
              tabIndex={0}
              aria-label={`${title}: ${props.crosshair}`}
              aria-valuemin={0}
              aria-valuemax={longest.length - 1}
              aria-valuenow={index < 0 ? longest.length - 1 : index}
              aria-valuetext={`${sayMoment(moment ?? longest.at(-1)?.at ?? frame.to)}: ${spoken}`}
              onPointerMove={point}
              onPointerLeave={() => onPoint(undefined)}
              onBlur={() => onPoint(undefined)}
              onKeyDown={press}
            >
              {moment !== undefined && (
                <Crosshair moment={moment} frame={frame} points={shown.map((one) => one.point)} />
              )}
            </div>
          )}
        </div>
        <TimeAxis frame={frame} say={props.sayTick} />
      </div>
    </section>
  );
}

interface PlotProps {
  lines: readonly Line[];
  frame: Frame;
  longest: readonly Point[];
}

function Plot({ lines, frame: { from, to, top }, longest }: PlotProps) {
  const drawn = useMemo(() => {
    const step = patience * periodOf(longest);
    return lines.map(({ points }) => draw(points, { from, to, top }, step));
  }, [lines, longest, from, to, top]);
  return (
    <svg
      className={classes.plot}
      viewBox={`0 0 ${plotWidth} ${plotHeight}`}
      preserveAspectRatio="none"
      aria-hidden="true"
    >
      {[0, plotHeight / 2].map((y) => (
        <line key={y} x1="0" x2={plotWidth} y1={y} y2={y} className={classes.grid} />
      ))}
      <line x1="0" x2={plotWidth} y1={plotHeight} y2={plotHeight} className={classes.ground} />
      {drawn.map(({ line, area }, place) => (
        <g key={place}>
          {place === 0 && <path d={area} className={classes.area} />}
          <path d={line} className={classes.line} data-place={place} />
        </g>
      ))}
    </svg>
  );
}

/** What the line of a name looks like. */
function Sample({ place }: { place: number }) {
  return (
    <svg width="16" height="8" viewBox="0 0 16 8" aria-hidden="true">
      <path d="M0 4H16" className={classes.line} data-place={place} />
    </svg>
  );
}

interface CrosshairProps {
  moment: number;
  frame: Frame;
  points: readonly (Point | undefined)[];
}

function Crosshair({ moment, frame, points }: CrosshairProps) {
  const left = `${percentOf(moment, frame)}%`;
  return (
    <>
      <span className={classes.hair} style={{ left }} />
      {points.map(
        (point, place) =>
          point && (
            <span
              key={place}
              className={classes.dot}
              data-place={place}
              style={{ left, top: `${100 - Math.min(100, (100 * point.value) / frame.top)}%` }}
            />
          ),
      )}
    </>
  );
}

function ValueAxis({ top, say }: { top: number; say: (value: number) => string }) {
  return (
    <div className={classes.values} aria-hidden="true">
      {[top, top / 2, 0].map((value) => (
        <span key={value}>{say(value)}</span>
      ))}
    </div>
  );
}

function TimeAxis({ frame, say }: { frame: Frame; say: (at: number) => string }) {
  return (
    <div className={classes.times} aria-hidden="true">
      {timeTicks(frame).map((at) => (
        <span key={at} style={{ left: `${percentOf(at, frame)}%` }}>
          {say(at)}
        </span>
      ))}
    </div>
  );
}
