import type { Goal } from '@runoff/core'
import type { WriteCount } from '../format/formatters.ts'
import type { SpeedUnit } from './readSpeed.ts'
import type { MetricReducer, MissingMetric } from './reduceMetric.ts'

/** Of how many seeds a mean is, of how many there are. */
export interface SeedCount {
  readonly n: number
  readonly total: number
}

/** Words of the summary table. */
export interface TableMessages {
  /** The name of the table. */
  readonly summary: string
  /** The name of the region that scrolls. */
  readonly scrollRegion: string
  readonly run: string
  readonly model: string
  readonly status: string
  readonly dataset: string
  readonly runId: string
  /** The column that says whether a run is the best. */
  readonly isBest: string
  readonly bestEvalLoss: string
  /** The column of the objective, where that is not the eval loss. */
  readonly bestOf: (metric: string) => string
  readonly finalEvalLoss: string
  readonly trainLoss: string
  readonly gap: string
  readonly perplexity: string
  readonly learningRate: string
  readonly batchSize: string
  readonly speed: string
  readonly duration: string
  readonly trainingTime: string
  readonly epochs: string
  readonly bestEpoch: string
  readonly checkpoint: string
  readonly convergence: string
  /** The column of a metric, by which of its values stands for a run: 'Last gradient norm'. */
  readonly reduced: Readonly<Record<MetricReducer, (metric: string) => string>>
  /** What a column holds, shown beside its name on hover. */
  readonly about: {
    readonly runId: string
    readonly isBest: string
    readonly best: (metric: string, goal: Goal) => string
    readonly finalEvalLoss: string
    readonly trainLoss: string
    /** `limit` is the gap over which it is marked. */
    readonly gap: (limit: string) => string
    readonly perplexity: string
    readonly learningRate: string
    readonly batchSize: string
    readonly speed: string
    readonly duration: string
    readonly trainingTime: string
    readonly epochs: string
    readonly bestEpoch: string
    readonly checkpoint: string
    readonly convergence: string
    readonly reduced: Readonly<Record<MetricReducer, (metric: string) => string>>
    readonly param: (name: string) => string
  }
  /** Spoken in place of the dash of an empty cell. */
  readonly noValue: string
  /** Why a cell is empty, where that is known. */
  readonly missing: {
    readonly metric: Readonly<Record<MissingMetric, string>>
    readonly param: string
    readonly group: string
    readonly notBest: string
  }
  /** Spoken after the best value of a column. */
  readonly best: string
  /** Spoken after the worst value of a column. */
  readonly worst: string
  /** How far a value lies from the baseline: '15.2 % worse', '0.012 better'. */
  readonly worse: (difference: string) => string
  readonly better: (difference: string) => string
  /** The same where neither end is better. */
  readonly more: (difference: string) => string
  readonly less: (difference: string) => string
  readonly equal: string
  /** The lowest of a sample, and the highest: the run itself may have done better. */
  readonly atMost: (value: string) => string
  readonly atLeast: (value: string) => string
  /** Beside a value where the source knows no other. */
  readonly lastOnly: string
  readonly lastOnlyFull: (value: string) => string
  /** Of a gap that is marked. */
  readonly largeGap: string
  readonly perSecond: (value: string, unit: SpeedUnit) => string
  readonly seconds: (value: string) => string
  /** Of seeds that say different words. */
  readonly severalValues: (count: number, write: WriteCount) => string
  /** A mean of not all seeds: '0.2345 ± 0.0041 (2 of 3)'. */
  readonly ofSeeds: (value: string, seeds: SeedCount, write: WriteCount) => string
  readonly meanOfSeeds: (value: string, seeds: SeedCount, write: WriteCount) => string
  /** Beside the name of a configuration. */
  readonly seeds: (count: number, write: WriteCount) => string
  /** Columns of a copied table: the spread of another, how many seeds, and a time. */
  readonly spreadOf: (column: string) => string
  readonly seedCount: string
  readonly inSeconds: (column: string) => string
  /** Under the table while seeds are grouped: what ± means. */
  readonly spreadNote: string
  /** Where there is no run to show. */
  readonly empty: string
  /** The full value of the cell in focus, under the table. */
  readonly inspected: (column: string, run: string, value: string) => string
  /** The same with how far it lies from the baseline. */
  readonly inspectedDelta: (inspected: string, delta: string, baseline: string) => string
  /** The name of the controls above the table. */
  readonly controls: string
  readonly groupSeeds: string
  /** Why seeds cannot be grouped. */
  readonly noSeeds: string
  readonly runsAsColumns: string
  /** What deltas are taken from, and what goes back to the best run. */
  readonly against: (run: string) => string
  readonly againstBest: string
  /** Beside the name of the run that was chosen as baseline. */
  readonly baseline: string
  /** The button of a row that chooses its run as baseline. */
  readonly takeAsBaseline: (run: string) => string
  /** The button that opens and closes a configuration. */
  readonly showSeeds: (name: string) => string
  /** The place of a column among several that the table is sorted by: 'sorted second, descending'. */
  readonly sorted: (place: number, isDescending: boolean, write: WriteCount) => string
  /** Spoken when the order has changed: by which column first. */
  readonly sortedBy: (column: string, isDescending: boolean) => string
  /** How a second column is sorted by, on hover. */
  readonly sortHint: string
  /** The handle between two column heads. */
  readonly columnWidth: (column: string) => string
  readonly columnWidthValue: (widthPx: string) => string
  readonly columns: string
  readonly searchColumns: string
  readonly shownColumns: string
  readonly columnFamilies: Readonly<Record<'summary' | 'metrics' | 'parameters', string>>
  readonly noColumns: (search: string) => string
  readonly moveUp: (column: string) => string
  readonly moveDown: (column: string) => string
  readonly pin: (column: string) => string
  readonly hide: (column: string) => string
  readonly resetColumns: string
  readonly copyTable: string
  readonly copyAs: Readonly<Record<'markdown' | 'latex' | 'csv' | 'json', string>>
  readonly copyHint: Readonly<Record<'markdown' | 'latex' | 'csv' | 'json', string>>
  readonly copied: (format: string) => string
  readonly copyFailed: string
  readonly copyPath: (run: string) => string
  readonly copiedValue: string
  /** Of runs as columns, of which only the first are drawn. */
  readonly firstRuns: (shown: string, total: string) => string
  readonly moreRuns: (count: string) => string
}

const ordinals = ['first', 'second', 'third', 'fourth', 'fifth']

export const tableMessages: TableMessages = {
  summary: 'Summary',
  scrollRegion: 'Summary table, scrolls sideways',
  run: 'Run',
  model: 'Model',
  status: 'Status',
  dataset: 'Dataset',
  runId: 'Run id',
  isBest: 'Best',
  bestEvalLoss: 'Best eval loss',
  bestOf: (metric) => `Best ${metric}`,
  finalEvalLoss: 'Final eval loss',
  trainLoss: 'Train loss',
  gap: 'Gap',
  perplexity: 'Perplexity',
  learningRate: 'Learning rate',
  batchSize: 'Batch size',
  speed: 'Speed',
  duration: 'Duration',
  trainingTime: 'Training time',
  epochs: 'Epochs',
  bestEpoch: 'Best epoch',
  checkpoint: 'Checkpoint',
  convergence: 'Convergence',
  reduced: {
    best: (metric) => `Best ${metric}`,
    last: (metric) => `Last ${metric}`,
    min: (metric) => `Lowest ${metric}`,
    max: (metric) => `Highest ${metric}`,
    atBest: (metric) => `${metric} at the best step`,
  },
  about: {
    runId: 'What the source knows the run by.',
    isBest: 'Whether no other run is better; runs that tie are all the best.',
    best: (metric, goal) =>
      goal === 'min' ? `The lowest ${metric} of the run.` : `The highest ${metric} of the run.`,
    finalEvalLoss: 'The last logged eval loss.',
    trainLoss: 'The final training loss: the last one logged.',
    gap: (limit) => `Best eval loss minus last training loss; marked where it is over ${limit}.`,
    perplexity: 'The lowest logged eval perplexity.',
    learningRate: 'The configured learning rate, or the highest one logged.',
    batchSize: 'The configured batch size, of one device where the name says so.',
    speed: 'Training throughput as it was logged last.',
    duration: 'From the start of the run to its end, or its logged training time.',
    trainingTime: 'How long the trainer says that it trained.',
    epochs: 'Epochs done, of those planned.',
    bestEpoch: 'The epoch of the best checkpoint, of those planned.',
    checkpoint: 'Where the best checkpoint lies.',
    convergence: 'Steps until the best value was reached.',
    reduced: {
      best: (metric) => `The better end of ${metric}, as its name tells which that is.`,
      last: (metric) => `The last logged ${metric}.`,
      min: (metric) => `The lowest logged ${metric}.`,
      max: (metric) => `The highest logged ${metric}.`,
      atBest: (metric) => `${metric} at the step at which the objective was best.`,
    },
    param: (name) => `The parameter ${name}.`,
  },
  noValue: 'no value',
  missing: {
    metric: {
      'not-logged': 'no value: the run has not logged this metric',
      'last-only': 'no value: the source tells only the last value of this metric',
      'no-direction': 'no value: the name of this metric does not tell which end is better',
      'no-best': 'no value: the source does not tell the step at which the objective was best',
      'needs-series': 'no value: the summary of the run does not hold the value at that step',
    },
    param: 'no value: the run does not name this parameter',
    group: 'no value in any of the seeds',
    notBest: 'not the best',
  },
  best: 'Best',
  worst: 'Worst',
  worse: (difference) => `${difference} worse`,
  better: (difference) => `${difference} better`,
  more: (difference) => `${difference} more`,
  less: (difference) => `${difference} less`,
  equal: 'equal',
  atMost: (value) => `at most ${value}: the source gave a sample of its points`,
  atLeast: (value) => `at least ${value}: the source gave a sample of its points`,
  lastOnly: 'last',
  lastOnlyFull: (value) => `${value}, the last value: the source does not tell the best`,
  largeGap: 'large gap',
  perSecond: (value, unit) => `${value} ${unit}/s`,
  seconds: (value) => `${value} s`,
  severalValues: (count, write) => `${write(count)} values`,
  ofSeeds: (value, { n, total }, write) => `${value} (${write(n)} of ${write(total)})`,
  meanOfSeeds: (value, { n, total }, write) => {
    const of = n === total ? write(n) : `${write(n)} of ${write(total)}`
    return `${value}, mean and standard deviation of ${of} seeds`
  },
  seeds: (count, write) => `${write(count)} ${count === 1 ? 'seed' : 'seeds'}`,
  spreadOf: (column) => `${column} (sd)`,
  seedCount: 'Seeds',
  inSeconds: (column) => `${column} (s)`,
  spreadNote: '±: the standard deviation of the seeds around their mean.',
  empty: 'No runs to summarise.',
  inspected: (column, run, value) => `${column} of ${run}: ${value}`,
  inspectedDelta: (inspected, delta, baseline) => `${inspected} (${delta} beside ${baseline})`,
  controls: 'Summary table settings',
  groupSeeds: 'Group seeds',
  noSeeds: 'No two of these runs are seeds of one configuration.',
  runsAsColumns: 'Runs as columns',
  against: (run) => `Beside ${run}`,
  againstBest: 'Compare with the best run',
  baseline: 'baseline',
  takeAsBaseline: (run) => `Use ${run} as baseline`,
  showSeeds: (name) => `Seeds of ${name}`,
  sorted: (place, isDescending, write) =>
    `sorted ${ordinals[place] ?? `as number ${write(place + 1)}`}, ${isDescending ? 'descending' : 'ascending'}`,
  sortedBy: (column, isDescending) =>
    `Sorted by ${column}, ${isDescending ? 'descending' : 'ascending'}.`,
  sortHint: 'Shift and click to sort by this column as well.',
  columnWidth: (column) => `Width of ${column}`,
  columnWidthValue: (widthPx) => `${widthPx} pixels`,
  columns: 'Columns',
  searchColumns: 'Search columns',
  shownColumns: 'Shown, in this order',
  columnFamilies: { summary: 'Summary', metrics: 'Metrics', parameters: 'Parameters' },
  noColumns: (search) => `No column is named like “${search}”.`,
  moveUp: (column) => `Move ${column} forward`,
  moveDown: (column) => `Move ${column} back`,
  pin: (column) => `Keep ${column} in sight`,
  hide: (column) => `Hide ${column}`,
  resetColumns: 'Reset',
  copyTable: 'Copy table',
  copyAs: { markdown: 'Markdown', latex: 'LaTeX', csv: 'CSV', json: 'JSON' },
  copyHint: {
    markdown: 'As shown, the best in bold',
    latex: 'As shown, the best in bold',
    csv: 'All digits, for spreadsheets and scripts',
    json: 'All digits',
  },
  copied: (format) => `Copied as ${format}.`,
  copyFailed: 'The browser did not allow copying.',
  copyPath: (run) => `Copy the checkpoint of ${run}`,
  copiedValue: 'Copied.',
  firstRuns: (shown, total) => `The first ${shown} of ${total} runs.`,
  moreRuns: (count) => `Show ${count} more`,
}
