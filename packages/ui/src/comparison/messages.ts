import type { Goal } from '@runoff/core'

/** Words of the ready-made comparison. */
export interface ComparisonMessages {
  /** The name of the whole. */
  readonly comparison: string
  /** The heading of the charts. */
  readonly curves: string
  /** Why these runs are compared, where none is selected. */
  readonly nothingSelected: (count: number, metric: string, goal: Goal) => string
  readonly nothingSelectedNoValues: (count: number, metric: string) => string
  /** How many of the compared runs lack a value: '3 of 5 runs have no eval loss yet'. */
  readonly missingValues: (missing: number, total: number, metric: string) => string
  /** How many logged nothing but NaN or infinities. */
  readonly notFinite: (count: number, total: number, metric: string) => string
  /** Of how many only the last value is known, and of how many only some of the points. */
  readonly lastOnly: (count: number, total: number, metric: string) => string
  readonly sampled: (count: number, total: number, metric: string) => string
  readonly noMetrics: (names: readonly string[]) => string
  readonly unknownSelected: (count: number) => string
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
  readonly notices: (count: number) => string
  readonly noticeCount: (count: number) => string
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
  /** The folded part with parameters against values, and what is in it. */
  readonly causes: string
  readonly causesHint: string
  readonly runsPart: string
}

const runs = (count: number): string => `${count} ${count === 1 ? 'run' : 'runs'}`
const lowest = (goal: Goal): string => (goal === 'min' ? 'lowest' : 'highest')
const have = (count: number): string => (count === 1 ? 'has' : 'have')

export const comparisonMessages: ComparisonMessages = {
  comparison: 'Run comparison',
  curves: 'Curves',
  nothingSelected: (count, metric, goal) =>
    `Nothing selected: showing the ${count === 1 ? 'run' : `${count} runs`} with the ${lowest(goal)} ${metric}.`,
  nothingSelectedNoValues: (count, metric) =>
    `Nothing selected, and no run has any ${metric} yet: showing ${runs(count)}.`,
  missingValues: (missing, total, metric) =>
    `${missing} of ${runs(total)} ${have(missing)} no ${metric} yet.`,
  notFinite: (count, total, metric) => `${count} of ${runs(total)} logged no finite ${metric}.`,
  lastOnly: (count, total, metric) =>
    `The source tells only the last ${metric} of ${count} of ${runs(total)}, which may not be the best.`,
  sampled: (count, total, metric) =>
    `The ${metric} of ${count} of ${runs(total)} comes from a sample; a better value may have been left out.`,
  noMetrics: (names) => `No metrics were logged by ${names.join(', ')}.`,
  unknownSelected: (count) => `${runs(count)} of the selection ${have(count)} not been found.`,
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
  notices: (count) => `${count} ${count === 1 ? 'notice' : 'notices'} about the data`,
  noticeCount: (count) => `${count} times`,
  metrics: 'Metrics shown',
  seedsAsBands: 'Seeds as bands',
  partFailed: (part) => `${part} could not be shown. The rest of the page is not affected.`,
  answerPart: 'The recommendation',
  evidence: 'Evidence',
  evidenceHint: 'which differences are more than chance, what runs cost, what could be stopped',
  causes: 'Hyperparameters',
  causesHint: 'which of them the results go with',
  runsPart: 'The list of runs',
}
