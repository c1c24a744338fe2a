/** What an axis of a chart counts. */
export type AxisKind = 'step' | 'epoch' | 'record' | 'time' | 'relative-time'

/** Which curves a loss chart shows. */
export type LossMode = 'train' | 'eval' | 'both'

/** The lowest or highest point of a chart, written out. */
export interface ExtremeWords {
  readonly name: string
  readonly value: string
  /** Where on the axis: 'step 900'. */
  readonly place: string
}

/** Words of the charts. */
export interface ChartMessages {
  /** The title of the loss chart. */
  readonly loss: string
  readonly axes: Readonly<Record<AxisKind, string>>
  /** A place on an axis: 'step 900', 'epoch 2.5', '2 h 5 min from the start'. */
  readonly place: (axis: AxisKind, value: string) => string
  readonly dataTable: string
  /** The name of the region in which the data table scrolls. */
  readonly dataTableOf: (title: string) => string
  readonly tableRows: (shown: string, total: string) => string
  readonly moreRows: string
  readonly notFinite: (count: number, countText: string) => string
  /** The name of the plot, which the keyboard moves about in. */
  readonly plotOf: (title: string) => string
  readonly plotKeys: string
  readonly legendOf: (title: string) => string
  /** Said on hover of a legend entry. */
  readonly legendHint: string
  readonly andMore: (count: string) => string
  readonly points: (shown: string, total: string, totalCount: number) => string
  readonly pointsSampled: (shown: string, total: string, totalCount: number) => string
  readonly pointsSampledOfUnknown: (shown: string) => string
  readonly pointsSummaryOnly: string
  readonly noPoints: string
  readonly runsWithoutPoints: (count: number, total: number) => string
  readonly allHidden: string
  readonly noFiniteValue: string
  readonly logSkips: (count: number, countText: string) => string
  readonly logImpossible: string
  readonly placedByEpoch: string
  readonly mixedUnits: string
  readonly notOnAxis: (names: string, count: number, axis: AxisKind) => string
  readonly pointsNotOnAxis: (countText: string, count: number, axis: AxisKind) => string
  readonly resetZoom: string
  readonly runs: (count: number) => string
  /** The chart in a sentence: 'Eval loss of 4 runs over 2 000 steps.' */
  readonly summary: (title: string, runs: string, length: string) => string
  /** The same where all points lie at one place: 'Eval loss of 4 runs at step 2 000.' */
  readonly summaryAt: (title: string, runs: string, place: string) => string
  /** `count` is the number that `value` writes out; of times, in milliseconds. */
  readonly length: (axis: AxisKind, value: string, count: number) => string
  readonly lowest: (extreme: ExtremeWords) => string
  readonly highest: (extreme: ExtremeWords) => string
  /** What the cursor stands on, as it is spoken. */
  readonly cursor: (name: string, value: string, place: string) => string
  readonly pinned: string
  readonly cleared: string
  readonly mode: { readonly label: string } & Readonly<Record<LossMode, string>>
  /** What the summary calls the curves of a mode. */
  readonly modeTitle: Readonly<Record<LossMode, string>>
  readonly suffix: { readonly train: string; readonly eval: string }
  /** What the suffixes mean, shown beside the legend. */
  readonly suffixMeaning: { readonly train: string; readonly eval: string }
}

const units: Readonly<Record<AxisKind, string>> = {
  step: 'step',
  epoch: 'epoch',
  record: 'record',
  time: 'time',
  'relative-time': 'relative time',
}

const plural = (count: number, one: string, many: string): string => (count === 1 ? one : many)

export const chartMessages: ChartMessages = {
  loss: 'Loss',
  axes: {
    step: 'Step',
    epoch: 'Epoch',
    record: 'Record',
    time: 'Time (UTC)',
    'relative-time': 'Relative time',
  },
  place: (axis, value) => {
    if (axis === 'time') return value
    return axis === 'relative-time' ? `${value} from the start` : `${units[axis]} ${value}`
  },
  dataTable: 'Data table',
  dataTableOf: (title) => `Data of ${title}`,
  tableRows: (shown, total) => `${shown} of ${total} rows`,
  moreRows: 'Show more rows',
  notFinite: (count, countText) =>
    `${countText} ${plural(count, 'point is', 'points are')} NaN or infinite: ▽ NaN, ▲ ∞, ▼ −∞.`,
  plotOf: (title) => `Plot of ${title}`,
  plotKeys:
    'Left and right arrows move by point, with Shift by ten; up and down move between runs; ' +
    'Home and End go to the ends; plus and minus zoom, 0 resets; Enter pins, Escape clears.',
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
  runsWithoutPoints: (count, total) =>
    `${count} of ${total} runs ${plural(count, 'has', 'have')} no points here yet.`,
  allHidden: 'All runs are hidden',
  noFiniteValue: 'No point here is a finite number',
  logSkips: (count, countText) =>
    `${countText} ${plural(count, 'point', 'points')} at or below zero cannot be drawn on a logarithmic axis (▼).`,
  logImpossible: 'No value is above zero, so the axis is linear.',
  placedByEpoch: 'Some runs log no steps, so all are placed by epoch.',
  mixedUnits: 'Some runs log steps and others do not, so they do not line up along this axis.',
  notOnAxis: (names, count, axis) =>
    `${names} ${plural(count, 'has', 'have')} no ${units[axis]} and ${plural(count, 'is', 'are')} not drawn.`,
  pointsNotOnAxis: (countText, count, axis) =>
    `${countText} ${plural(count, 'point has', 'points have')} no ${units[axis]} and ${plural(count, 'is', 'are')} not drawn.`,
  resetZoom: 'Reset zoom',
  runs: (count) => `${count} ${plural(count, 'run', 'runs')}`,
  summary: (title, runs, length) => `${title} of ${runs} over ${length}.`,
  summaryAt: (title, runs, place) => `${title} of ${runs} at ${place}.`,
  length: (axis, value, count) => {
    if (axis === 'time' || axis === 'relative-time') return value
    return `${value} ${plural(count, units[axis], `${units[axis]}s`)}`
  },
  lowest: ({ name, value, place }) => `Lowest: ${name} with ${value} at ${place}.`,
  highest: ({ name, value, place }) => `Highest: ${name} with ${value} at ${place}.`,
  cursor: (name, value, place) => `${name}: ${value} at ${place}`,
  pinned: 'Pinned',
  cleared: 'Cursor cleared',
  mode: { label: 'Curves', train: 'Train', eval: 'Eval', both: 'Both' },
  modeTitle: { train: 'Train loss', eval: 'Eval loss', both: 'Train and eval loss' },
  suffix: { train: '(T)', eval: '(E)' },
  suffixMeaning: { train: '(T) train', eval: '(E) eval' },
}
