import type { Goal } from '@runoff/core'
import type { UndefinedReason } from '@runoff/core/stats'
import type { WriteCount } from '../format/formatters.ts'
import { costMessages, type CostMessages } from './costMessages.ts'
import type { EvidenceStrength } from './evidenceFormat.ts'
import { stoppingMessages, type StoppingMessages } from './stoppingMessages.ts'

/** Words of the parts that say how sure an answer is, what runs cost, and which could be stopped. */
export interface EvidenceMessages {
  readonly significance: SignificanceMessages
  readonly cost: CostMessages
  readonly stopping: StoppingMessages
  /** Why a statistic has no answer, as the end of a sentence. */
  readonly reasons: Readonly<Record<UndefinedReason, string>>
  readonly noAnswer: (reason: string) => string
  /** While a computation runs; `percent` is of all that is to be done. */
  readonly working: (percent: string) => string
  readonly workingAgain: (percent: string) => string
  /** The name of a region that scrolls sideways. */
  readonly scrollRegion: (table: string) => string
  /** The full value of the cell in focus, under its table. */
  readonly inspected: (column: string, row: string, value: string) => string
  readonly noValue: string
  /** Which rows of a table in pages are shown. */
  readonly page: (first: string, last: string, total: string) => string
  readonly previousPage: string
  readonly nextPage: string
}

/** What two configurations are called. */
export interface PairNames {
  readonly a: string
  readonly b: string
}

/** How many of the pairs with the best configuration came out which way. */
export interface PairCounts {
  readonly differs: number
  readonly withinNoise: number
  readonly tooFewSeeds: number
  readonly total: number
}

/** Words of the significance table. */
export interface SignificanceMessages {
  readonly title: string
  readonly pairs: string
  readonly configurations: string
  readonly pair: string
  /** The head of a row: '**a** against **b**'. */
  readonly against: string
  readonly pairName: (names: PairNames) => string
  readonly seeds: (count: number, write: WriteCount) => string
  readonly difference: (metric: string) => string
  readonly interval: (percent: string) => string
  readonly p: string
  readonly chance: string
  /** What the share of a pair rests on: 'of 9 pairs of seeds'. */
  readonly ofSeedPairs: (count: number, write: WriteCount) => string
  readonly finding: string
  /** What a column holds, shown beside its name on hover. */
  readonly about: {
    readonly difference: (metric: string, goal: Goal) => string
    readonly interval: string
    readonly p: string
    readonly chance: string
    readonly chanceBest: string
    readonly mean: (percent: string) => string
  }
  readonly intervalText: (low: string, high: string) => string
  /** What a reader hears in place of an interval's picture. */
  readonly intervalPicture: (value: string, low: string, high: string) => string
  readonly strengths: Readonly<Record<EvidenceStrength, string>>
  /** Words and number of a p-value: 'strong (p = 0.004)'. */
  readonly pText: (strength: string, p: string) => string
  readonly findings: {
    readonly differs: string
    readonly 'within-noise': string
    readonly 'too-few-seeds': string
  }
  /** `sds` is how many standard deviations of a seed a difference must have to be seen. */
  readonly visibleDifference: (seeds: number, sds: string) => string
  /** The same where one of the two was run once. */
  readonly singleSeed: string
  readonly configuration: string
  readonly mean: (metric: string) => string
  readonly seedCount: string
  readonly chanceBest: string
  readonly best: string
  readonly showAll: (count: string) => string
  readonly showWithBest: string
  readonly summary: (counts: PairCounts, best: string, write: WriteCount) => string
  /** The spread of one seed that everything is measured against. */
  readonly noise: (sd: string, metric: string, configurations: number, write: WriteCount) => string
  readonly noNoise: string
  /** Where there are so many configurations that each is compared with the best alone. */
  readonly onlyWithBest: string
  /** Where an interval says more than the finding beside it. */
  readonly pairsAlone: (pairs: number, write: WriteCount) => string
  /** Where configurations that differ here are contenders in the recommendation. */
  readonly stillContenders: (count: number, write: WriteCount) => string
  readonly onlyOne: string
  readonly nothing: string
}

const plural = (count: number, one: string, many: string): string => (count === 1 ? one : many)

function summaryOfOne({ differs, withinNoise }: PairCounts, best: string): string {
  if (differs === 1) return `The other configuration differs from ${best}, the best mean.`
  const why = withinNoise === 1 ? 'within noise' : 'too few seeds to tell'
  return `The other configuration cannot be told from ${best}, the best mean: ${why}.`
}

function summaryOfSeveral(counts: PairCounts, best: string, write: WriteCount): string {
  const { differs, withinNoise, tooFewSeeds, total } = counts
  const claim =
    differs === 0
      ? `None of ${write(total)} other configurations can be told from ${best}, the best mean`
      : `${write(differs)} of ${write(total)} other configurations ${plural(differs, 'differs', 'differ')} from ${best}, the best mean`
  const rest = [
    withinNoise === 0 ? '' : `${write(withinNoise)} within noise`,
    tooFewSeeds === 0 ? '' : `${write(tooFewSeeds)} with too few seeds to tell`,
  ].filter((part) => part !== '')
  return `${[claim, ...rest].join(', ')}.`
}

const significanceMessages: SignificanceMessages = {
  title: 'How sure is the difference',
  pairs: 'Pairs of configurations',
  configurations: 'Configurations',
  pair: 'Pair',
  against: 'against',
  pairName: ({ a, b }) => `${a} against ${b}`,
  seeds: (count, write) => `${write(count)} ${plural(count, 'seed', 'seeds')}`,
  difference: (metric) => `Better by (${metric})`,
  interval: (percent) => `${percent} interval`,
  p: 'Evidence',
  chance: 'First better in',
  ofSeedPairs: (count, write) => `of ${write(count)} ${plural(count, 'pair', 'pairs')} of seeds`,
  finding: 'Finding',
  about: {
    difference: (metric, goal) =>
      `By how much the mean ${metric} of the first is ${goal === 'min' ? 'below' : 'above'} ` +
      'that of the second; negative where the first is worse.',
    interval:
      'Where the true difference of this pair alone lies; a line across zero says that it may be none.',
    p: 'How strongly the seeds speak against chance; p is corrected for the number of pairs.',
    chance:
      'How often a seed of the first is better than a seed of the second, of those there are.',
    chanceBest: 'How likely it is that this configuration is truly the best of all.',
    mean: (percent) => `Mean over the seeds, with its ${percent} interval.`,
  },
  intervalText: (low, high) => `${low} to ${high}`,
  intervalPicture: (value, low, high) => `${value}, interval ${low} to ${high}`,
  strengths: {
    'very-strong': 'very strong',
    strong: 'strong',
    moderate: 'moderate',
    weak: 'weak',
    none: 'none to speak of',
  },
  pText: (strength, p) => `${strength} (p ${p})`,
  findings: {
    differs: 'differ',
    'within-noise': 'within noise',
    'too-few-seeds': 'too few seeds to tell',
  },
  visibleDifference: (seeds, sds) =>
    `With ${seeds} seeds you can only see differences of ${sds} seed-sd.`,
  singleSeed: 'with one seed there is no spread to compare with',
  configuration: 'Configuration',
  mean: (metric) => `Mean ${metric}`,
  seedCount: 'Seeds',
  chanceBest: 'Chance to be the best',
  best: 'Best',
  showAll: (count) => `Show all ${count} pairs`,
  showWithBest: 'Show pairs with the best',
  summary: (counts, best, write) =>
    counts.total === 1 ? summaryOfOne(counts, best) : summaryOfSeveral(counts, best, write),
  noise: (sd, metric, configurations, write) =>
    `One seed varies by ${sd} ${metric} (standard deviation, from ${write(configurations)} ` +
    `${plural(configurations, 'configuration', 'configurations')} with several seeds).`,
  noNoise: 'No configuration was run with several seeds, so there is no measure of noise.',
  onlyWithBest: 'So many configurations are compared with the best alone.',
  pairsAlone: (pairs, write) =>
    `An interval is of its pair alone; evidence and finding allow for all ${write(pairs)} pairs and ask for more.`,
  stillContenders: (count, write) =>
    `The recommendation asks for more still: ${write(count)} that ${plural(count, 'differs', 'differ')} here ` +
    `${plural(count, 'counts as a contender', 'count as contenders')} there.`,
  onlyOne: 'One configuration: there is nothing to compare it with.',
  nothing: 'No configurations to compare yet.',
}

export const evidenceMessages: EvidenceMessages = {
  significance: significanceMessages,
  cost: costMessages,
  stopping: stoppingMessages,
  reasons: {
    'too-few-values': 'there are too few values',
    'too-few-points': 'there are too few points',
    'too-few-runs': 'there are too few runs',
    'too-few-groups': 'it takes two configurations',
    'not-finite': 'a value is NaN or infinite',
    'no-variance': 'all values are equal',
    'unequal-lengths': 'the samples differ in length',
    'not-positive': 'a value is zero or negative',
    'not-reached': 'no run reached the target',
    'no-params': 'the runs name no parameters',
    'no-cost': 'no run says what it cost',
    'no-noise': 'no configuration was run with several seeds',
    'not-comparable': 'the runs were not measured on the same data',
    'schedules-differ': 'their learning-rate schedules differ',
    'weak-correlation': 'early values say too little about final ones',
  },
  noAnswer: (reason) => `Not enough to tell: ${reason}.`,
  working: (percent) => `Computing: ${percent}`,
  workingAgain: (percent) => `Computing again: ${percent}`,
  scrollRegion: (table) => `${table}, scrolls sideways`,
  inspected: (column, row, value) => `${column} of ${row}: ${value}`,
  noValue: 'no value',
  page: (first, last, total) => `Rows ${first} to ${last} of ${total}`,
  previousPage: 'Previous rows',
  nextPage: 'Next rows',
}
