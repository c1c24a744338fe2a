import type { Goal } from '@runoff/core'

/** Of which runs the answer is said; `loaded` where the source has more of them. */
export type ConsideredScope = 'selected' | 'listed' | 'loaded'

/** Words of the ready-made comparison. */
export interface ComparisonMessages {
  /** The name of the whole. */
  readonly comparison: string
  /** The heading of the charts. */
  readonly curves: string
  /** The line at the top, before and after the run's name: 'Lowest eval loss: **name** with 0.2345'. */
  readonly bestBefore: (metric: string, goal: Goal) => string
  readonly bestAfter: (value: string) => string
  readonly tied: (count: number) => string
  /** Of how many runs that have a value that is the best. */
  readonly amongRuns: (count: number, scope: ConsideredScope) => string
  /** After that count, where the runs name more than one dataset. */
  readonly datasetsDiffer: (count: number) => string
  /** Where the search finds none, or the selected runs are not known. */
  readonly noRunToCompare: string
  readonly noValueYet: (metric: string, count: number) => string
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
  /** In place of a part that crashed. */
  readonly partFailed: (part: string) => string
  readonly answerPart: string
  readonly runsPart: string
}

const runs = (count: number): string => `${count} ${count === 1 ? 'run' : 'runs'}`
const lowest = (goal: Goal): string => (goal === 'min' ? 'lowest' : 'highest')
const scopes: Readonly<Record<ConsideredScope, (count: number) => string>> = {
  selected: (count) => `${count} selected ${count === 1 ? 'run' : 'runs'}`,
  listed: runs,
  loaded: (count) => `the ${runs(count)} loaded so far`,
}
const have = (count: number): string => (count === 1 ? 'has' : 'have')

export const comparisonMessages: ComparisonMessages = {
  comparison: 'Run comparison',
  curves: 'Curves',
  bestBefore: (metric, goal) => `${goal === 'min' ? 'Lowest' : 'Highest'} ${metric}:`,
  bestAfter: (value) => `with ${value}`,
  tied: (count) => `(${runs(count)} tied)`,
  amongRuns: (count, scope) => `of ${scopes[scope](count)}`,
  datasetsDiffer: (count) => `on ${count} datasets, so they may not be comparable`,
  noRunToCompare: 'No run to compare.',
  noValueYet: (metric, count) =>
    count === 1
      ? `The run has no ${metric} yet.`
      : `None of the ${count} runs has any ${metric} yet.`,
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
  partFailed: (part) => `${part} could not be shown. The rest of the page is not affected.`,
  answerPart: 'The best run',
  runsPart: 'The list of runs',
}
