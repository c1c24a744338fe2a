import type { WriteCount } from '../format/formatters.ts'

/** Words of the history of runs. */
export interface HistoryMessages {
  /** The name of the figure: 'Best loss so far'. */
  readonly title: (metric: string) => string
  /** The picture in a sentence; the best is the last one of it. */
  readonly summary: (told: HistoryTold, write: WriteCount) => string
  readonly axis: string
  /** What the legend says of the line, the two kinds of points, and archived runs. */
  readonly bestSoFar: string
  readonly improved: string
  readonly notImproved: string
  readonly archived: string
  /** What a point is, in one line. */
  readonly point: (run: string, date: string, metric: string, value: string) => string
  readonly pointImproved: string
  readonly pointBehind: (best: string) => string
  /** Behind what else is said of an archived run. */
  readonly pointArchived: string
  /** How many runs have no place in it: not done, without a date or without a value. */
  readonly leftOut: (count: number, write: WriteCount) => string
  readonly empty: (metric: string) => string
  readonly keys: string
  readonly run: string
  readonly started: string
  readonly state: string
}

/** What a sentence about the whole history says. */
export interface HistoryTold {
  readonly runs: string
  readonly from: string
  readonly to: string
  readonly improvements: number
  readonly metric: string
  readonly best: string
  readonly bestRun: string
}

const lowerFirst = (text: string): string => `${text.charAt(0).toLowerCase()}${text.slice(1)}`

export const historyMessages: HistoryMessages = {
  title: (metric) => `Best ${lowerFirst(metric)} so far`,
  summary: ({ runs, from, to, improvements, metric, best, bestRun }, write) =>
    `${runs} runs from ${from} to ${to}. The best ${lowerFirst(metric)} so far improved ` +
    `${improvements === 1 ? 'once' : `${write(improvements)} times`}, at last to ${best} by ${bestRun}.`,
  axis: 'Runs in the order they were started',
  bestSoFar: 'Best so far',
  improved: 'Improved on it',
  notImproved: 'Did not',
  archived: 'Archived',
  point: (run, date, metric, value) => `${run}, ${date}: ${metric} ${value}`,
  pointImproved: 'best so far',
  pointBehind: (best) => `best so far ${best}`,
  pointArchived: 'archived',
  leftOut: (count, write) =>
    `${write(count)} ${count === 1 ? 'run is' : 'runs are'} left out: not done, or without a date or a value`,
  empty: (metric) => `No completed run has a date and a value of ${metric} yet`,
  keys: 'Arrow keys go from run to run, up and down from one best to the next; Enter opens the run.',
  run: 'Run',
  started: 'Started',
  state: 'State',
}
