import type { Goal } from '@runoff/core'
import type { SpeedUnit } from './readSpeed.ts'

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
  readonly bestEvalLoss: string
  /** The column of the objective, where that is not the eval loss. */
  readonly bestOf: (metric: string) => string
  readonly trainLoss: string
  readonly gap: string
  readonly perplexity: string
  readonly learningRate: string
  readonly batchSize: string
  readonly speed: string
  readonly duration: string
  readonly epochs: string
  readonly convergence: string
  /** What a column holds, shown beside its name on hover. */
  readonly about: {
    readonly best: (metric: string, goal: Goal) => string
    readonly trainLoss: string
    readonly gap: string
    readonly perplexity: string
    readonly learningRate: string
    readonly batchSize: string
    readonly speed: string
    readonly duration: string
    readonly epochs: string
    readonly convergence: string
  }
  /** Spoken in place of the dash of an empty cell. */
  readonly noValue: string
  /** Spoken after the best value of a column. */
  readonly best: string
  /** Spoken after the worst value of a column. */
  readonly worst: string
  /** The badge of a run behind the best: '15.2 % worse'. */
  readonly worse: (percent: string) => string
  /** The lowest of a sample, and the highest: the run itself may have done better. */
  readonly atMost: (value: string) => string
  readonly atLeast: (value: string) => string
  /** Beside a value where the source knows no other. */
  readonly lastOnly: string
  readonly lastOnlyFull: (value: string) => string
  /** Of a gap over 0.1. */
  readonly largeGap: string
  readonly steps: (count: string) => string
  readonly perSecond: (value: string, unit: SpeedUnit) => string
  /** Where there is no run to show. */
  readonly empty: string
  /** The full value of the cell in focus, under the table. */
  readonly inspected: (column: string, run: string, value: string) => string
}

export const tableMessages: TableMessages = {
  summary: 'Summary',
  scrollRegion: 'Summary table, scrolls sideways',
  run: 'Run',
  model: 'Model',
  status: 'Status',
  dataset: 'Dataset',
  bestEvalLoss: 'Best eval loss',
  bestOf: (metric) => `Best ${metric}`,
  trainLoss: 'Train loss',
  gap: 'Gap',
  perplexity: 'Perplexity',
  learningRate: 'Learning rate',
  batchSize: 'Batch size',
  speed: 'Speed',
  duration: 'Duration',
  epochs: 'Epochs',
  convergence: 'Convergence',
  about: {
    best: (metric, goal) =>
      goal === 'min' ? `The lowest ${metric} of the run.` : `The highest ${metric} of the run.`,
    trainLoss: 'The last logged training loss.',
    gap: 'Best eval loss minus last training loss; marked where it is over 0.1.',
    perplexity: 'The lowest logged eval perplexity.',
    learningRate: 'The configured learning rate, or the highest one logged.',
    batchSize: 'The configured batch size, of one device where the name says so.',
    speed: 'Training throughput as it was logged last.',
    duration: 'From the start of the run to its end, or its logged training time.',
    epochs: 'Epochs done, of those planned.',
    convergence: 'Steps until the best value was reached.',
  },
  noValue: 'no value',
  best: 'Best',
  worst: 'Worst',
  worse: (percent) => `${percent} worse`,
  atMost: (value) => `at most ${value}: the source gave a sample of its points`,
  atLeast: (value) => `at least ${value}: the source gave a sample of its points`,
  lastOnly: 'last',
  lastOnlyFull: (value) => `${value}, the last value: the source does not tell the best`,
  largeGap: 'large gap',
  steps: (count) => `${count} steps`,
  perSecond: (value, unit) => `${value} ${unit}/s`,
  empty: 'No runs to summarise.',
  inspected: (column, run, value) => `${column} of ${run}: ${value}`,
}
