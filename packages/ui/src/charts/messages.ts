import type { LossMode } from '@runoff/core'
import type { WriteCount } from '../format/formatters.ts'
import { exportMessages, type ExportMessages } from './export/messages.ts'
import { gridMessages, type GridMessages } from './grid/messages.ts'
import { toolbarMessages, type ToolbarMessages } from './toolbar/messages.ts'

/** What an axis of a chart counts: one of these, or a metric by its title. */
export type AxisKind = PlainAxis | `metric:${string}`

export type PlainAxis = 'step' | 'relative-step' | 'epoch' | 'record' | 'time' | 'relative-time'

/** The lowest or highest point of a chart, written out. */
export interface ExtremeWords {
  readonly name: string
  readonly value: string
  /** Where on the axis: 'step 900'. */
  readonly place: string
}

/** Some keys, as they are written on them, and what they do. */
export interface KeyWords {
  readonly keys: readonly string[]
  readonly action: string
}

/** Words of the charts. */
export interface ChartMessages {
  /** The title of the loss chart. */
  readonly loss: string
  readonly axes: Readonly<Record<PlainAxis, string>>
  /** Behind the name of a logarithmic axis. */
  readonly logAxis: (name: string) => string
  /** A place on an axis: 'step 900', 'epoch 2.5', '2 h 5 min from the start'. */
  readonly place: (axis: AxisKind, value: string) => string
  readonly dataTable: string
  /** The name of the region in which the data table scrolls. */
  readonly dataTableOf: (title: string) => string
  readonly tableRows: (shown: string, total: string) => string
  readonly moreRows: string
  /** Where a table would have more columns than can be shown at once. */
  readonly tableRuns: (shown: string, total: string) => string
  readonly moreRuns: string
  readonly notFinite: (count: number, countText: string) => string
  /** The name of the plot, which the keyboard moves about in. */
  readonly plotOf: (title: string) => string
  /** Said with the name of the plot: how to learn of its keys. */
  readonly plotKeys: string
  /** The button that opens the list of keys, and the name of that list. */
  readonly keys: string
  readonly keysOf: (title: string) => string
  readonly closeKeys: string
  /** What each key of a plot does. */
  readonly keyList: readonly KeyWords[]
  readonly legendOf: (title: string) => string
  /** Said on hover of a legend entry. */
  readonly legendHint: string
  readonly andMore: (count: string) => string
  readonly points: (shown: string, total: string, totalCount: number) => string
  readonly pointsSampled: (shown: string, total: string, totalCount: number) => string
  readonly pointsSampledOfUnknown: (shown: string) => string
  readonly pointsSummaryOnly: string
  readonly noPoints: string
  /** While lines of very many points are made ready. */
  readonly preparing: (done: number, all: number, write: WriteCount) => string
  readonly runsWithoutPoints: (count: number, total: number, write: WriteCount) => string
  readonly allHidden: string
  /** In a plot whose x no visible line reaches. */
  readonly noPointsHere: string
  readonly noFiniteValue: string
  readonly logSkips: (count: number, countText: string) => string
  readonly logImpossible: string
  readonly placedByEpoch: string
  readonly mixedUnits: string
  readonly notOnAxis: (names: string, count: number, axis: AxisKind) => string
  readonly pointsNotOnAxis: (countText: string, count: number, axis: AxisKind) => string
  readonly pointsNotOnLogAxis: (countText: string, count: number, axis: AxisKind) => string
  readonly resetZoom: string
  readonly zoomBack: string
  readonly zoomForward: string
  readonly followNewest: string
  /** What is shown now, along one axis or both, as it is spoken. */
  readonly zoomedTo: (ranges: readonly string[]) => string
  /** 'steps 100 to 200' */
  readonly xRange: (axis: AxisKind, from: string, to: string) => string
  /** 'values 0.1 to 0.2' */
  readonly yRange: (low: string, high: string) => string
  readonly zoomedOut: string
  readonly followBegun: string
  readonly followEnded: string
  /** What is shown has moved on by itself. */
  readonly movedOn: string
  /** A stretch to zoom to has begun. */
  readonly marked: string
  readonly markCleared: string
  readonly runHidden: (name: string) => string
  readonly runShown: (name: string) => string
  readonly runAlone: (name: string) => string
  readonly allShown: string
  readonly runs: (count: number, write: WriteCount) => string
  /** The chart in a sentence: 'Eval loss of 4 runs over 2 000 steps.' */
  readonly summary: (title: string, runs: string, length: string) => string
  /** The same where all points lie at one place: 'Eval loss of 4 runs at step 2 000.' */
  readonly summaryAt: (title: string, runs: string, place: string) => string
  /** The same of a chart without a point, and behind either: without a finite value. */
  readonly summaryNone: (title: string) => string
  readonly summaryNotFinite: string
  /** `count` is the number that `value` writes out; of times, in milliseconds. */
  readonly length: (axis: AxisKind, value: string, count: number) => string
  readonly lowest: (extreme: ExtremeWords) => string
  readonly highest: (extreme: ExtremeWords) => string
  /** What the cursor stands on, as it is spoken. */
  readonly cursor: (name: string, value: string, place: string) => string
  /** Behind a smoothed value: what was logged. */
  readonly rawValue: (value: string) => string
  /** Behind the value of a group: how many runs it is of. */
  readonly ofRuns: (count: number, write: WriteCount) => string
  /** From where to where the band about a group's value goes. */
  readonly band: (low: string, high: string) => string
  readonly pinned: string
  readonly unpinned: string
  readonly cleared: string
  readonly mode: { readonly label: string } & Readonly<Record<LossMode, string>>
  /** What the summary calls the curves of a mode. */
  readonly modeTitle: Readonly<Record<LossMode, string>>
  readonly suffix: { readonly train: string; readonly eval: string }
  /** What the suffixes mean, shown beside the legend. */
  readonly suffixMeaning: { readonly train: string; readonly eval: string }
  readonly marks: MarkMessages
  readonly exports: ExportMessages
  readonly toolbar: ToolbarMessages
  readonly grid: GridMessages
}

/** What is marked on a line; `place` is 'step 900'. */
export interface MarkMessages {
  /** The name of the list of all marks. */
  readonly listOf: (title: string) => string
  /** What is said of a line: 'lr-3e-4: diverged at step 812'. */
  readonly ofLine: (name: string, text: string) => string
  readonly best: (value: string, place: string, checkpointPath: string | null) => string
  readonly spike: (value: string, place: string) => string
  readonly divergence: (place: string, isOngoing: boolean) => string
  /** `place` is the first that was logged after it. */
  readonly restart: (place: string) => string
  /** The current end of a live run. */
  readonly end: (value: string, place: string) => string
  /** How many are marked: '3 spikes'. */
  readonly count: Readonly<
    Record<
      'best' | 'spike' | 'divergence' | 'restart' | 'end',
      (count: number, countText: string) => string
    >
  >
  readonly summary: (counts: readonly string[]) => string
  readonly leftOut: (count: number, countText: string) => string
}

const units: Readonly<Record<PlainAxis, string>> = {
  step: 'step',
  epoch: 'epoch',
  'relative-step': 'step',
  record: 'record',
  time: 'time',
  'relative-time': 'relative time',
}

const isMetric = (axis: AxisKind): axis is `metric:${string}` => axis.startsWith('metric:')

const unitOf = (axis: AxisKind): string =>
  isMetric(axis) ? axis.slice('metric:'.length) : units[axis]

const plural = (count: number, one: string, many: string): string => (count === 1 ? one : many)

export const chartMessages: ChartMessages = {
  loss: 'Loss',
  axes: {
    step: 'Step',
    'relative-step': 'Relative step',
    epoch: 'Epoch',
    record: 'Record',
    time: 'Time (UTC)',
    'relative-time': 'Relative time',
  },
  logAxis: (name) => `${name} (log)`,
  place: (axis, value) => {
    if (axis === 'time') return value
    return axis === 'relative-time' ? `${value} from the start` : `${unitOf(axis)} ${value}`
  },
  dataTable: 'Data table',
  dataTableOf: (title) => `Data of ${title}`,
  tableRows: (shown, total) => `${shown} of ${total} rows`,
  moreRows: 'Show more rows',
  tableRuns: (shown, total) => `${shown} of ${total} lines`,
  moreRuns: 'Show more lines',
  notFinite: (count, countText) =>
    `${countText} ${plural(count, 'point is', 'points are')} NaN or infinite: ▽ NaN, ▲ ∞, ▼ −∞.`,
  plotOf: (title) => `Plot of ${title}`,
  plotKeys: 'Arrows move the cursor; question mark lists all keys.',
  keys: 'Keys',
  keysOf: (title) => `Keys in the plot of ${title}`,
  closeKeys: 'Close',
  keyList: [
    { keys: ['←', '→'], action: 'Move by point; with Shift by ten' },
    { keys: ['Home', 'End'], action: 'Go to the first or last point' },
    { keys: ['↑', '↓'], action: 'Move between runs' },
    { keys: ['Enter'], action: 'Pin the cursor, or let it go' },
    { keys: ['+', '-'], action: 'Zoom along x' },
    { keys: ['Y'], action: 'Zoom the values in; with Shift out' },
    { keys: ['S'], action: 'Mark a stretch from here; again: zoom to it' },
    { keys: [',', '.'], action: 'Move what is shown left or right' },
    { keys: ['Page Up', 'Page Down'], action: 'Move zoomed values up or down' },
    { keys: ['0'], action: 'Show everything' },
    { keys: ['Backspace', '['], action: 'Go back to the zoom before' },
    { keys: ['Shift Backspace', ']'], action: 'Go forward again' },
    { keys: ['F'], action: 'Follow the newest points of live runs' },
    { keys: ['H'], action: 'Hide or show the run under the cursor' },
    { keys: ['I'], action: 'Show that run alone, or all again' },
    { keys: ['Esc'], action: 'Clear the stretch or the cursor' },
    { keys: ['?'], action: 'Open or close this list' },
  ],
  legendOf: (title) => `Runs in ${title}`,
  legendHint: 'Click to hide or show; double-click or Shift-click to show alone',
  andMore: (count) => `and ${count} more`,
  points: (shown, total, count) =>
    `Showing ${shown} of ${total} ${plural(count, 'point', 'points')}`,
  pointsSampled: (shown, total, count) =>
    `Showing ${shown} of ${total} ${plural(count, 'point', 'points')}, sampled by the source`,
  pointsSampledOfUnknown: (shown) =>
    `Showing ${shown} points, sampled by the source, which does not say of how many`,
  pointsSummaryOnly: 'The source keeps only a summary of some runs, not their points',
  noPoints: 'No points yet',
  preparing: (done, all, write) => `Preparing ${write(done)} of ${write(all)} lines…`,
  runsWithoutPoints: (count, total, write) =>
    `${write(count)} of ${write(total)} runs ${plural(count, 'has', 'have')} no points here yet.`,
  allHidden: 'All runs are hidden',
  noPointsHere: 'No points in this range',
  noFiniteValue: 'No point here is a finite number',
  logSkips: (count, countText) =>
    `${countText} ${plural(count, 'point', 'points')} at or below zero cannot be drawn on a logarithmic axis (▼).`,
  logImpossible: 'No value is above zero, so the axis is linear.',
  placedByEpoch: 'Some runs log no steps, so all are placed by epoch.',
  mixedUnits: 'Some runs log steps and others do not, so they do not line up along this axis.',
  notOnAxis: (names, count, axis) =>
    `${names} ${plural(count, 'has', 'have')} no ${unitOf(axis)} and ${plural(count, 'is', 'are')} not drawn.`,
  pointsNotOnAxis: (countText, count, axis) =>
    `${countText} ${plural(count, 'point has', 'points have')} no ${unitOf(axis)} and ${plural(count, 'is', 'are')} not drawn.`,
  pointsNotOnLogAxis: (countText, count, axis) =>
    `${countText} ${plural(count, 'point has', 'points have')} no ${unitOf(axis)} above zero and cannot be drawn along a logarithmic axis.`,
  resetZoom: 'Reset zoom',
  zoomBack: 'Zoom back',
  zoomForward: 'Zoom forward',
  followNewest: 'Follow newest points',
  zoomedTo: (ranges) => `Zoomed to ${ranges.join(', ')}`,
  xRange: (axis, from, to) => {
    if (isMetric(axis) || axis === 'time' || axis === 'relative-time') {
      return `${unitOf(axis)} ${from} to ${to}`
    }
    return `${units[axis]}s ${from} to ${to}`
  },
  yRange: (low, high) => `values ${low} to ${high}`,
  zoomedOut: 'Everything is shown',
  followBegun: 'Following the newest points',
  followEnded: 'No longer following the newest points',
  movedOn: 'Moved on with newest points',
  marked: 'Start marked. Move on and press S to zoom to what lies between',
  markCleared: 'Mark cleared',
  runHidden: (name) => `${name} hidden`,
  runShown: (name) => `${name} shown`,
  runAlone: (name) => `${name} shown alone`,
  allShown: 'All runs shown',
  runs: (count, write) => `${write(count)} ${plural(count, 'run', 'runs')}`,
  summary: (title, runs, length) => `${title} of ${runs} over ${length}.`,
  summaryAt: (title, runs, place) => `${title} of ${runs} at ${place}.`,
  summaryNone: (title) => `${title}: No points yet.`,
  summaryNotFinite: 'No point here is a finite number.',
  length: (axis, value, count) => {
    if (axis === 'time' || axis === 'relative-time') return value
    if (isMetric(axis)) return `${value} ${unitOf(axis)}`
    return `${value} ${plural(count, units[axis], `${units[axis]}s`)}`
  },
  lowest: ({ name, value, place }) => `Lowest: ${name} with ${value} at ${place}.`,
  highest: ({ name, value, place }) => `Highest: ${name} with ${value} at ${place}.`,
  cursor: (name, value, place) => `${name}: ${value} at ${place}`,
  rawValue: (value) => `raw ${value}`,
  ofRuns: (count, write) => `n = ${write(count)}`,
  band: (low, high) => `${low} to ${high}`,
  pinned: 'Pinned',
  unpinned: 'No longer pinned',
  cleared: 'Cursor cleared',
  mode: { label: 'Curves', train: 'Train', eval: 'Eval', both: 'Both' },
  modeTitle: { train: 'Train loss', eval: 'Eval loss', both: 'Train and eval loss' },
  suffix: { train: '(T)', eval: '(E)' },
  suffixMeaning: { train: '(T) train', eval: '(E) eval' },
  marks: {
    listOf: (title) => `Marks in ${title}`,
    ofLine: (name, text) => `${name}: ${text}`,
    best: (value, place, checkpointPath) =>
      `best, ${value} at ${place}${checkpointPath === null ? '' : `, checkpoint ${checkpointPath}`}`,
    spike: (value, place) => `spike to ${value} at ${place}`,
    divergence: (place, isOngoing) => `diverged at ${place}${isOngoing ? '' : ', later recovered'}`,
    restart: (place) => `restarted before ${place}`,
    end: (value, place) => `still training, ${value} at ${place}`,
    count: {
      best: (count, text) => `${text} best ${plural(count, 'point', 'points')}`,
      spike: (count, text) => `${text} ${plural(count, 'spike', 'spikes')}`,
      divergence: (count, text) => `${text} ${plural(count, 'divergence', 'divergences')}`,
      restart: (count, text) => `${text} ${plural(count, 'restart', 'restarts')}`,
      end: (count, text) => `${text} ${plural(count, 'run', 'runs')} still training`,
    },
    summary: (counts) => `Marked: ${counts.join(', ')}.`,
    leftOut: (count, text) => `${text} more ${plural(count, 'mark is', 'marks are')} not shown.`,
  },
  exports: exportMessages,
  toolbar: toolbarMessages,
  grid: gridMessages,
}

/** Returns the name of an axis: of a metric its title. */
export function axisName(axis: AxisKind, messages: Pick<ChartMessages, 'axes'>): string {
  return isMetric(axis) ? axis.slice('metric:'.length) : messages.axes[axis]
}
