import type { WriteCount } from '../format/formatters.ts'

/** What the axis of a timeline counts. */
export type TimelineAxis = 'epoch' | 'step' | 'record'

/** The best evaluation of all runs, written out. */
export interface BestWords {
  readonly name: string
  readonly value: string
  readonly place: string
}

/** How many runs did what, besides being completed. */
export interface TimelineCounts {
  readonly short: number
  readonly live: number
  readonly diverged: number
}

/** Words of the timeline. */
export interface TimelineMessages {
  /** The name of the figure: 'Timeline of loss'. */
  readonly title: (metrics: string) => string
  /** The name of the choice of metrics. */
  readonly metrics: string
  readonly loading: string
  readonly noRuns: string
  /** The plot of one run, which the keyboard moves about in. */
  readonly plotOf: (title: string, run: string) => string
  readonly plotKeys: string
  readonly axes: Readonly<Record<TimelineAxis, string>>
  /** A place: 'epoch 5/12', 'step 900 of 2 000'; `total` is `null` where it is not known. */
  readonly place: Readonly<Record<TimelineAxis, (value: string, total: string | null) => string>>
  /** How far an axis reaches: '12 epochs'. */
  readonly length: Readonly<Record<TimelineAxis, (value: string, count: number) => string>>
  /** One place in two units: 'epoch 5/12, step 900'. */
  readonly places: (places: readonly string[]) => string
  readonly runs: (count: number, write: WriteCount) => string
  /** The figure in one sentence; `best` is `null` where nothing is the best. */
  readonly summary: (
    title: string,
    runs: string,
    length: string,
    best: BestWords | null,
    counts: TimelineCounts,
    write: WriteCount,
  ) => string
  /** The same where no run has anything to draw. */
  readonly summaryNone: (title: string, runs: string) => string
  /** The best evaluation of a run; `metric` is `null` where there is one metric alone. */
  readonly best: (value: string, place: string, metric: string | null) => string
  /** Before the path of the checkpoint that the run itself calls its best. */
  readonly checkpoint: string
  /** The same where its step is another than that of the star. */
  readonly checkpointOf: (place: string) => string
  readonly copyPath: (run: string) => string
  readonly copy: string
  readonly copied: string
  readonly copyFailed: string
  /** How a run ended: `status` is its status as a word, `place` where its log ends. */
  readonly end: {
    readonly whole: (status: string) => string
    readonly live: (status: string, place: string | null) => string
    readonly short: (status: string, place: string) => string
    /** The same of a run that is completed and yet did not reach its plan. */
    readonly early: (place: string) => string
    /** Of a run whose status nobody knows. */
    readonly unknownShort: (place: string) => string
  }
  /** Where a run has nothing to draw of a metric. */
  readonly noValues: (metric: string) => string
  readonly awaited: (metric: string) => string
  readonly noPlaces: (axis: TimelineAxis) => string
  readonly onlyOdd: (metric: string) => string
  readonly diverged: (place: string, isOngoing: boolean) => string
  readonly restarted: (place: string) => string
  /** What the cursor stands on, as it is spoken. */
  readonly cursor: (run: string, metric: string, value: string, place: string) => string
  /** The same beside the point, where run and metric can be seen. */
  readonly tip: (value: string, place: string) => string
  /** Behind either, of the best. */
  readonly isBest: (text: string) => string
  readonly pinned: string
  readonly unpinned: string
  readonly cleared: string
  readonly columns: {
    readonly run: string
    readonly metric: string
    readonly epoch: string
    readonly step: string
    readonly record: string
    readonly value: string
    readonly best: string
  }
  readonly yes: string
  /** What must be said of the drawing. */
  readonly notes: {
    /** That all lanes of a metric have one scale, and from where to where. */
    readonly scale: (ranges: readonly string[]) => string
    readonly range: (metric: string, low: string, high: string) => string
    readonly steps: string
    readonly records: string
    readonly estimated: (count: number, write: WriteCount) => string
    readonly shown: (shown: string, total: string) => string
    readonly sampled: (given: string, total: string) => string
    readonly odd: (count: number, text: string) => string
    readonly beyond: (count: number, text: string) => string
    readonly unplaced: (count: number, text: string, axis: TimelineAxis) => string
  }
}

const plural = (count: number, one: string, many: string): string => (count === 1 ? one : many)
const ofTotal = (unit: string, value: string, total: string | null): string =>
  total === null ? `${unit} ${value}` : `${unit} ${value} of ${total}`

function countWords(
  { short, live, diverged }: TimelineCounts,
  write: WriteCount,
): readonly string[] {
  return [
    short === 0 ? '' : `${write(short)} stopped short of the plan`,
    live === 0 ? '' : `${write(live)} still training`,
    diverged === 0 ? '' : `${write(diverged)} diverged`,
  ].filter((words) => words !== '')
}

export const timelineMessages: TimelineMessages = {
  title: (metrics) => `Timeline of ${metrics}`,
  metrics: 'Timeline metrics',
  loading: 'Loading runs…',
  noRuns: 'No runs to compare yet.',
  plotOf: (title, run) => `${title}: ${run}`,
  plotKeys:
    'Left and right move between evaluations, up and down between runs, Enter pins, Escape clears.',
  axes: { epoch: 'Epoch', step: 'Step', record: 'Record' },
  place: {
    epoch: (value, total) => (total === null ? `epoch ${value}` : `epoch ${value}/${total}`),
    step: (value, total) => ofTotal('step', value, total),
    record: (value, total) => ofTotal('record', value, total),
  },
  length: {
    epoch: (value, count) => `${value} ${plural(count, 'epoch', 'epochs')}`,
    step: (value, count) => `${value} ${plural(count, 'step', 'steps')}`,
    record: (value, count) => `${value} ${plural(count, 'record', 'records')}`,
  },
  places: (places) => places.join(', '),
  runs: (count, write) => `${write(count)} ${plural(count, 'run', 'runs')}`,
  summary: (title, runs, length, best, counts, write) => {
    const found = best === null ? [] : [`best ${best.value} by ${best.name} at ${best.place}`]
    const parts = [`${title}: ${runs} over ${length}`, ...found, ...countWords(counts, write)]
    return `${parts.join('; ')}.`
  },
  summaryNone: (title, runs) => `${title}: ${runs}, and nothing to draw of them yet.`,
  best: (value, place, metric) => `Best ${metric === null ? '' : `${metric} `}${value} at ${place}`,
  checkpoint: 'Checkpoint',
  checkpointOf: (place) => `Checkpoint of ${place}`,
  copyPath: (run) => `Copy the checkpoint path of ${run}`,
  copy: 'Copy',
  copied: 'Copied',
  copyFailed: 'Not copied: the browser refused.',
  end: {
    whole: (status) => status,
    live: (status, place) => (place === null ? status : `${status}: ${place}`),
    short: (status, place) => `${status} at ${place}`,
    early: (place) => `Stopped early at ${place}`,
    unknownShort: (place) => `Log ends at ${place}`,
  },
  noValues: (metric) => `No ${metric} logged`,
  awaited: (metric) => `Loading ${metric}…`,
  noPlaces: (axis) => `Logs no ${axis}s, so it has no place along this axis`,
  onlyOdd: (metric) => `No ${metric} here is a finite number`,
  diverged: (place, isOngoing) => `diverged at ${place}${isOngoing ? '' : ', later recovered'}`,
  restarted: (place) => `restarted before ${place}`,
  cursor: (run, metric, value, place) => `${run}: ${metric} ${value} at ${place}`,
  tip: (value, place) => `${value} at ${place}`,
  isBest: (text) => `${text}, best`,
  pinned: 'Pinned',
  unpinned: 'No longer pinned',
  cleared: 'Cursor cleared',
  columns: {
    run: 'Run',
    metric: 'Metric',
    epoch: 'Epoch',
    step: 'Step',
    record: 'Record',
    value: 'Value',
    best: 'Best',
  },
  yes: 'Best',
  notes: {
    scale: (ranges) => `Heights have one scale in all lanes: ${ranges.join('; ')}.`,
    range: (metric, low, high) => `${metric} ${low} to ${high}`,
    steps: 'No run logs epochs, so evaluations are placed by step.',
    records:
      'No run logs epochs or steps, so evaluations are placed in the order of their records.',
    estimated: (count, write) =>
      `Epochs of ${write(count)} ${plural(count, 'run is', 'runs are')} computed from steps.`,
    shown: (shown, total) => `Showing ${shown} of ${total} evaluations, extremes kept.`,
    sampled: (given, total) => `${given} of ${total} evaluations, sampled by the source.`,
    odd: (count, text) =>
      `${text} ${plural(count, 'evaluation is', 'evaluations are')} NaN or infinite: ▽ NaN, ▲ ∞, ▼ −∞.`,
    beyond: (count, text) =>
      `${text} ${plural(count, 'evaluation lies', 'evaluations lie')} beyond the heights drawn, marked at the edge by an arrow.`,
    unplaced: (count, text, axis) =>
      `${text} ${plural(count, 'evaluation has', 'evaluations have')} no ${axis} and ${plural(count, 'is', 'are')} not drawn.`,
  },
}
