import type { ParamField } from '@runoff/core'
import type { WriteCount } from '../format/formatters.ts'

/** Words of the diff of parameters. */
export interface DiffMessages {
  /** What the well-known parameters are called, whichever way a log spells them. */
  readonly fields: Readonly<Record<ParamField, string>>
  readonly search: string
  readonly searchHint: string
  readonly baseline: string
  /** The groups of parameters; the count stands beside the name. */
  readonly different: string
  readonly same: string
  readonly bookkeeping: string
  /** Of a run that is alone. */
  readonly values: string
  /** How many of a group match the search: '2 of 18'. */
  readonly matching: (count: string, total: string) => string
  /** How many parameters differ: '5 of 23 parameters differ.' */
  readonly summary: (different: number, total: number, write: WriteCount) => string
  readonly allSame: (total: number, write: WriteCount) => string
  /** Where nothing differs but places and names. */
  readonly onlyBookkeeping: (total: number, write: WriteCount) => string
  readonly found: (count: number, total: number, search: string, write: WriteCount) => string
  readonly noneFound: (search: string) => string
  readonly noRuns: string
  readonly noParams: string
  readonly oneRun: (total: number, write: WriteCount) => string
  /** The heading of the first column. */
  readonly param: string
  /** The heading of values that all runs share. */
  readonly allRuns: (count: number, write: WriteCount) => string
  /** The name of a table's region, which scrolls sideways. */
  readonly scrollRegion: (group: string) => string
  /** A run does not have the parameter at all. */
  readonly notSet: string
  /** It has, and the text is empty. */
  readonly emptyText: string
  /** Said after a value, against that of the baseline. */
  readonly higher: string
  readonly lower: string
  readonly other: string
  readonly times: (factor: string) => string
  readonly dividedBy: (factor: string) => string
  readonly againstBaseline: (step: string) => string
  /** A parameter, a run and the whole value, under the table. */
  readonly inspected: (param: string, run: string, value: string) => string
  readonly inspectedAll: (param: string, value: string) => string
  readonly copy: string
  readonly copied: string
  readonly notCopied: string
  readonly showWhole: (param: string) => string
  readonly hideWhole: (param: string) => string
  /** Where two texts have too little in common for their words to be compared. */
  readonly notCompared: string
  readonly moreCharacters: (count: string) => string
  readonly moreRows: (count: string) => string
  readonly runsShown: (from: string, to: string, total: string) => string
  readonly previousRuns: string
  readonly nextRuns: string
}

const params = (count: number, write: WriteCount): string =>
  `${write(count)} ${count === 1 ? 'parameter' : 'parameters'}`

export const diffMessages: DiffMessages = {
  fields: {
    model: 'Model',
    dataset: 'Dataset',
    learningRate: 'Learning rate',
    maxLearningRate: 'Maximum learning rate',
    minLearningRate: 'Minimum learning rate',
    batchSize: 'Batch size',
    deviceBatchSize: 'Batch size per device',
    globalBatchSize: 'Global batch size',
    gradientAccumulation: 'Gradient accumulation',
    epochs: 'Epochs',
    warmupSteps: 'Warm-up steps',
    warmupRatio: 'Warm-up ratio',
    gpus: 'GPUs',
    weightDecay: 'Weight decay',
    scheduler: 'Scheduler',
    optimizer: 'Optimizer',
    sequenceLength: 'Sequence length',
    loraRank: 'LoRA r',
    loraAlpha: 'LoRA alpha',
    loraDropout: 'LoRA dropout',
    seed: 'Seed',
  },
  search: 'Search parameters',
  searchHint: 'Name or value',
  baseline: 'Baseline',
  different: 'Different values',
  same: 'Same values',
  bookkeeping: 'Paths and names',
  values: 'Values',
  matching: (count, total) => `${count} of ${total}`,
  summary: (different, total, write) =>
    total === 1
      ? 'The one parameter differs.'
      : `${write(different)} of ${params(total, write)} ${different === 1 ? 'differs' : 'differ'}.`,
  allSame: (total, write) =>
    total === 1 ? 'The one parameter is the same.' : `All ${params(total, write)} are the same.`,
  onlyBookkeeping: (total, write) =>
    `Only paths and names differ; ${params(total, write)} compared.`,
  found: (count, total, search, write) =>
    `${write(count)} of ${params(total, write)} ${count === 1 ? 'matches' : 'match'} “${search}”.`,
  noneFound: (search) => `No parameter matches “${search}”.`,
  noRuns: 'No runs to compare.',
  noParams: 'No parameters were logged by any run.',
  oneRun: (total, write) => `${params(total, write)} of one run; a second one shows what differs.`,
  param: 'Parameter',
  allRuns: (count, write) => (count === 1 ? 'Value' : `All ${write(count)} runs`),
  scrollRegion: (group) => `${group}, table`,
  notSet: 'not set',
  emptyText: 'empty text',
  higher: 'higher than the baseline',
  lower: 'lower than the baseline',
  other: 'differs from the baseline',
  times: (factor) => `×${factor}`,
  dividedBy: (factor) => `÷${factor}`,
  againstBaseline: (step) => `${step} against the baseline`,
  inspected: (param, run, value) => `${param} of ${run}: ${value}`,
  inspectedAll: (param, value) => `${param}: ${value}`,
  copy: 'Copy value',
  copied: 'Copied.',
  notCopied: 'The browser did not allow copying.',
  showWhole: (param) => `Show ${param} in full`,
  hideWhole: (param) => `Shorten ${param}`,
  notCompared: 'Too different for a comparison by words.',
  moreCharacters: (count) => `… and ${count} more characters`,
  moreRows: (count) => `Show ${count} more`,
  runsShown: (from, to, total) => `Runs ${from} to ${to} of ${total}`,
  previousRuns: 'Previous runs',
  nextRuns: 'Next runs',
}
