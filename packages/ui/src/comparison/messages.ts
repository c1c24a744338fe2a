import type { Goal } from '@runoff/core'
import type { KeyWords } from '../charts/messages.ts'
import type { WriteCount } from '../format/formatters.ts'

/** What is said of how many runs, of how many. */
export type RunsRemark = (count: number, total: number, metric: string, write: WriteCount) => string

/** The keys of a part of the page. */
export interface KeyGroupWords {
  readonly title: string
  readonly keys: readonly KeyWords[]
}

/** Words of the ready-made comparison. */
export interface ComparisonMessages {
  /** The name of the whole. */
  readonly comparison: string
  /** The list of keys, and the button that opens it. */
  readonly keys: string
  readonly keyGroups: readonly KeyGroupWords[]
  /** The heading of the keys of charts. */
  readonly chartKeys: string
  /** The button that closes the dialog. */
  readonly closeDialog: string
  /** The choice of the metric that runs are judged by. */
  readonly judgedBy: string
  /** The choice of which end of that metric is better, and its two ends. */
  readonly goal: string
  readonly goals: Readonly<Record<Goal, string>>
  /** Beside a goal that nobody has stated. */
  readonly guessedGoal: string
  /** The heading of the charts. */
  readonly curves: string
  /** Why these runs are compared, where none is selected. */
  readonly nothingSelected: (count: number, metric: string, goal: Goal, write: WriteCount) => string
  readonly nothingSelectedNoValues: (count: number, metric: string, write: WriteCount) => string
  /** How many of the compared runs lack a value: '3 of 5 runs have no eval loss yet'. */
  readonly missingValues: RunsRemark
  /** How many logged nothing but NaN or infinities. */
  readonly notFinite: RunsRemark
  /** Of how many only the last value is known, and of how many only some of the points. */
  readonly lastOnly: RunsRemark
  readonly sampled: RunsRemark
  /** `names` are the names of runs as a list: 'a, b and c'. */
  readonly noMetrics: (names: string) => string
  readonly unknownSelected: (count: number, write: WriteCount) => string
  readonly stoppedAtStep: (name: string, step: string, total: string) => string
  readonly stoppedAtEpoch: (name: string, epoch: string, total: string) => string
  readonly reachedStep: (name: string, step: string, total: string) => string
  readonly reachedEpoch: (name: string, epoch: string, total: string) => string
  /** Of a run whose last value was NaN or infinite. */
  readonly diverged: (name: string, metric: string, value: string) => string
  readonly failedRun: (name: string, reason: string) => string
  readonly loadingRuns: string
  readonly loadingCurves: string
  readonly retry: string
  /** The disclosure of what was odd about the data. */
  readonly notices: (count: number, write: WriteCount) => string
  readonly noticeCount: (count: number, write: WriteCount) => string
  /** The choice of which charts are shown. */
  readonly metrics: string
  /** The choice to draw the seeds of a configuration as one line with a band. */
  readonly seedsAsBands: string
  /** In place of a part that crashed. */
  readonly partFailed: (part: string) => string
  readonly answerPart: string
  /** The folded part with tests, costs and stopping, and what is in it. */
  readonly evidence: string
  readonly evidenceHint: string
  /** The part with the diff of parameters. */
  readonly causes: string
  /** Folded in it: parameters against values, and what is in that. */
  readonly effects: string
  readonly effectsHint: string
  /** The folded part with all runs by their start, and what is in it. */
  readonly history: string
  readonly historyHint: string
  /** The folded part with metrics over epochs, and what is in it. */
  readonly timeline: string
  readonly timelineHint: string
  /** The button that archives the runs that the evidence rules out. */
  readonly archiveRuledOut: (count: number, write: WriteCount) => string
  readonly runsPart: string
}

const runs = (count: number, write: WriteCount): string =>
  `${write(count)} ${count === 1 ? 'run' : 'runs'}`
const lowest = (goal: Goal): string => (goal === 'min' ? 'lowest' : 'highest')
const have = (count: number): string => (count === 1 ? 'has' : 'have')

export const comparisonMessages: ComparisonMessages = {
  comparison: 'Run comparison',
  keys: 'Keys',
  keyGroups: [
    {
      title: 'Everywhere',
      keys: [
        { keys: ['?'], action: 'List the keys' },
        { keys: ['Tab'], action: 'Go to the next part; with Shift to the one before' },
        { keys: ['Esc'], action: 'Close what is open' },
      ],
    },
    {
      title: 'List of runs',
      keys: [
        { keys: ['↑', '↓'], action: 'Move between runs; with Shift select on the way' },
        { keys: ['Home', 'End', 'Page Up', 'Page Down'], action: 'Move far' },
        { keys: ['Space'], action: 'Select a run to compare, or take it out' },
        { keys: ['Enter'], action: 'Open the run, on its name' },
        { keys: ['Ctrl', 'A'], action: 'Select what is listed, as many as fit' },
        { keys: ['←', '→'], action: 'Fold a group or unfold it, on its header' },
        { keys: ['/'], action: 'Search' },
      ],
    },
    {
      title: 'Tables',
      keys: [
        { keys: ['←', '↑', '→', '↓'], action: 'Move between cells' },
        { keys: ['Home', 'End'], action: 'Go to the first or last cell; with Ctrl of the table' },
        { keys: ['Enter'], action: 'Sort by a column, on its name; with Shift also by it' },
      ],
    },
  ],
  chartKeys: 'Charts',
  closeDialog: 'Close',
  judgedBy: 'Judged by',
  goal: 'Better is',
  goals: { min: 'lowest is best', max: 'highest is best' },
  guessedGoal: 'a guess from its name',
  curves: 'Curves',
  nothingSelected: (count, metric, goal, write) =>
    `Nothing selected: showing the ${count === 1 ? 'run' : runs(count, write)} with the ${lowest(goal)} ${metric}.`,
  nothingSelectedNoValues: (count, metric, write) =>
    `Nothing selected, and no run has any ${metric} yet: showing ${runs(count, write)}.`,
  missingValues: (missing, total, metric, write) =>
    `${write(missing)} of ${runs(total, write)} ${have(missing)} no ${metric} yet.`,
  notFinite: (count, total, metric, write) =>
    `${write(count)} of ${runs(total, write)} logged no finite ${metric}.`,
  lastOnly: (count, total, metric, write) =>
    `The source tells only the last ${metric} of ${write(count)} of ${runs(total, write)}, which may not be the best.`,
  sampled: (count, total, metric, write) =>
    `The ${metric} of ${write(count)} of ${runs(total, write)} comes from a sample; a better value may have been left out.`,
  noMetrics: (names) => `No metrics were logged by ${names}.`,
  unknownSelected: (count, write) =>
    `${runs(count, write)} of the selection ${have(count)} not been found.`,
  stoppedAtStep: (name, step, total) => `${name}: stopped at step ${step} of ${total}.`,
  stoppedAtEpoch: (name, epoch, total) => `${name}: stopped at epoch ${epoch} of ${total}.`,
  reachedStep: (name, step, total) =>
    `${name}: logged up to step ${step} of ${total}; how it ended is not known.`,
  reachedEpoch: (name, epoch, total) =>
    `${name}: logged up to epoch ${epoch} of ${total}; how it ended is not known.`,
  diverged: (name, metric, value) => `${name}: ${metric} ended in ${value}.`,
  failedRun: (name, reason) => `${name} could not be read: ${reason}`,
  loadingRuns: 'Loading runs',
  loadingCurves: 'Loading curves',
  retry: 'Try again',
  notices: (count, write) => `${write(count)} ${count === 1 ? 'notice' : 'notices'} about the data`,
  noticeCount: (count, write) => `${write(count)} times`,
  metrics: 'Metrics shown',
  seedsAsBands: 'Seeds as bands',
  partFailed: (part) => `${part} could not be shown. The rest of the page is not affected.`,
  answerPart: 'The recommendation',
  evidence: 'Evidence',
  evidenceHint: 'which differences are more than chance, what runs cost, what could be stopped',
  causes: 'Hyperparameters',
  effects: 'Effects',
  effectsHint: 'which parameters the results go with',
  history: 'History',
  historyHint: 'the best value so far, run by run',
  timeline: 'Timeline',
  timelineHint: 'metrics over epochs, with the best checkpoint of each run',
  archiveRuledOut: (count, write) =>
    `Archive the ${count === 1 ? 'run' : runs(count, write)} that the evidence rules out`,
  runsPart: 'The list of runs',
}
