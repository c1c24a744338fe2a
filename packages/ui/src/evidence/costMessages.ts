import type { Goal } from '@runoff/core'
import type { WriteCount } from '../format/formatters.ts'

/** What a run cost is counted in. */
export type CostUnit = 'gpuHours' | 'price'

/** What is said of one point, each written out. */
export interface CostPointWords {
  readonly name: string
  readonly cost: string
  /** 'eval loss 0.2345' */
  readonly value: string
}

/** Words of the cost chart. */
export interface CostMessages {
  readonly title: string
  readonly plotOf: (title: string) => string
  readonly plotKeys: string
  /** The name of the x axis; `currency` may be empty. */
  readonly axis: (unit: CostUnit, currency: string, isLog: boolean) => string
  readonly valueAxis: (metric: string, goal: Goal) => string
  /** A cost with its unit: '12.3 GPU hours'. */
  readonly amount: (unit: CostUnit, value: string, currency: string) => string
  readonly value: (metric: string, value: string) => string
  /** The line about the cheapest contender, before and after its name. */
  readonly cheaperBefore: (times: string) => string
  /** In place of it, where the best contender is itself the cheapest. */
  readonly noneCheaper: string
  readonly cheaperAfter: (cost: string, value: string) => string
  readonly summary: (front: number, total: number, write: WriteCount) => string
  readonly cheapest: (point: CostPointWords) => string
  readonly best: (point: CostPointWords, goal: Goal) => string
  /** One run that is both. */
  readonly cheapestAndBest: (point: CostPointWords, goal: Goal) => string
  readonly point: (point: CostPointWords, standing: string) => string
  readonly onFront: string
  readonly contender: string
  readonly dominatedBy: (name: string) => string
  readonly dominated: string
  readonly frontLine: string
  readonly legend: string
  readonly run: string
  readonly standing: string
  readonly basis: { readonly reported: string; readonly duration: string }
  readonly basisColumn: string
  readonly estimated: (count: number, total: number, write: WriteCount) => string
  readonly withoutCost: (count: number, total: number, names: string, write: WriteCount) => string
  readonly withoutPrice: (count: number, total: number, names: string, write: WriteCount) => string
  readonly withoutValue: (
    count: number,
    total: number,
    metric: string,
    names: string,
    write: WriteCount,
  ) => string
  readonly nothing: string
  /** What to do where no run says what it cost. */
  readonly howToTell: string
  readonly noFront: string
  readonly cleared: string
}

const plural = (count: number, one: string, many: string): string => (count === 1 ? one : many)
const have = (count: number): string => plural(count, 'has', 'have')
const ofRuns = (total: number, write: WriteCount): string =>
  `${write(total)} ${plural(total, 'run', 'runs')}`

export const costMessages: CostMessages = {
  title: 'Cost and quality',
  plotOf: (title) => `Plot of ${title}`,
  plotKeys:
    'Left and right arrows move along the cost, up and down along the value, with Shift by ten; ' +
    'Home and End go to the cheapest and the dearest; Escape clears.',
  axis: (unit, currency, isLog) => {
    const name =
      unit === 'gpuHours' ? 'GPU hours' : `Price${currency === '' ? '' : ` (${currency})`}`
    return isLog ? `${name}, logarithmic` : name
  },
  valueAxis: (metric, goal) => `${metric}, ${goal === 'min' ? 'lower' : 'higher'} is better`,
  amount: (unit, value, currency) => {
    if (unit === 'gpuHours') return `${value} GPU hours`
    return currency === '' ? `price ${value}` : `${value} ${currency}`
  },
  value: (metric, value) => `${metric} ${value}`,
  cheaperBefore: (times) => `Same quality, ${times} cheaper: `,
  noneCheaper: 'No contender is cheaper than the best one: ',
  cheaperAfter: (cost, value) => ` with ${cost} and ${value}.`,
  summary: (front, total, write) =>
    `${write(front)} of ${ofRuns(total, write)} ${plural(front, 'is', 'are')} on the ` +
    'front: no other run is both cheaper and better.',
  cheapest: ({ name, cost, value }) => `Cheapest: ${name} with ${cost} and ${value}.`,
  best: ({ name, cost, value }, goal) =>
    `${goal === 'min' ? 'Lowest' : 'Highest'}: ${name} with ${cost} and ${value}.`,
  cheapestAndBest: ({ name, cost, value }, goal) =>
    `Cheapest and ${goal === 'min' ? 'lowest' : 'highest'}: ${name} with ${cost} and ${value}.`,
  point: ({ name, cost, value }, standing) => `${name}: ${cost}, ${value}; ${standing}`,
  onFront: 'on the front',
  contender: 'contender',
  dominatedBy: (name) => `dominated by ${name}`,
  dominated: 'dominated',
  frontLine: 'front',
  legend: 'Marks',
  run: 'Run',
  standing: 'Standing',
  basis: { reported: 'reported', duration: 'from wall time and the GPUs named' },
  basisColumn: 'Hours are',
  estimated: (count, total, write) =>
    `The GPU hours of ${write(count)} of ${ofRuns(total, write)} are wall time by the GPUs that their parameters name.`,
  withoutCost: (count, total, names, write) =>
    `${write(count)} of ${ofRuns(total, write)} ${have(count)} no cost and ${plural(count, 'is', 'are')} not drawn: ${names}.`,
  withoutPrice: (count, total, names, write) =>
    `${write(count)} of ${ofRuns(total, write)} ${have(count)} no price and ${plural(count, 'is', 'are')} not drawn: ${names}.`,
  withoutValue: (count, total, metric, names, write) =>
    `${write(count)} of ${ofRuns(total, write)} ${have(count)} no ${metric} and ${plural(count, 'is', 'are')} not drawn: ${names}.`,
  howToTell: 'Name the GPUs of a run in its parameters, such as num_gpus, or report its gpuHours.',
  nothing: 'No runs to compare by cost yet.',
  noFront: 'No run has both a cost and a value.',
  cleared: 'Cursor cleared',
}
