import type { UndefinedReason } from '@runoff/core/stats'
import type { WriteCount } from '../format/formatters.ts'

/** How often a rule stopped the eventual best of past runs. */
export interface BackTestCounts {
  readonly stoppedBest: number
  readonly trials: number
}

/** What the gate of the stopping advice rests on, written out. */
export interface GateWords {
  readonly pastRuns: number
  readonly needed: number
  /** Kendall's tau and the lower end of its interval, `null` where there is none. */
  readonly tau: string | null
  readonly tauLow: string | null
  /** `null` unless it is how often the rule was wrong that stands in the way. */
  readonly backTest: BackTestCounts | null
}

/** The reasons that have a sentence of their own. */
export type StoppingGate = Extract<
  UndefinedReason,
  'too-few-runs' | 'weak-correlation' | 'schedules-differ' | 'not-comparable' | 'too-few-points'
>

/** Words of the advice on which live runs could be stopped. */
export interface StoppingMessages {
  readonly title: string
  readonly listOf: string
  readonly couldBeStopped: string
  readonly keepGoing: string
  readonly noAdvice: string
  /** Why it could be stopped. */
  readonly worseFor: (pastRuns: number, evaluations: number, write: WriteCount) => string
  readonly backTest: (counts: BackTestCounts, write: WriteCount) => string
  readonly neverTested: string
  /** The schedule is not known of these runs, only their length. */
  readonly scheduleUnknown: string
  readonly saved: (percent: string) => string
  /** Why it should go on, though it is worse than the median. */
  readonly worseYet: (pastRuns: number, evaluations: number, write: WriteCount) => string
  /** Why it should go on: it is no worse than the median. */
  readonly holdsUp: (pastRuns: number, write: WriteCount) => string
  /** The numbers that the advice compares. */
  readonly standing: (value: string, median: string, step: string, metric: string) => string
  /** Why there is no advice, after its name; any other reason by `otherReason`. */
  readonly gates: Readonly<Record<StoppingGate, (gate: GateWords, write: WriteCount) => string>>
  readonly otherReason: (reason: string) => string
  readonly pending: string
  readonly summary: (stop: number, total: number, write: WriteCount) => string
  readonly summaryNone: (total: number, withoutAdvice: number, write: WriteCount) => string
  /** Said once: nothing is stopped by itself. */
  readonly adviceOnly: string
  readonly noLiveRuns: string
  readonly working: string
  readonly showAll: (count: string) => string
}

const plural = (count: number, one: string, many: string): string => (count === 1 ? one : many)
const past = (count: number, write: WriteCount): string =>
  `${write(count)} past ${plural(count, 'run', 'runs')}`
const times = (count: number, write: WriteCount): string =>
  `${write(count)} ${plural(count, 'evaluation', 'evaluations')}`
const wouldStop = ({ stoppedBest, trials }: BackTestCounts, write: WriteCount): string =>
  `this rule would have stopped the eventual best ${write(stoppedBest)} of ${write(trials)} ` +
  plural(trials, 'time', 'times')
const comparable = ({ pastRuns, needed }: GateWords, write: WriteCount): string =>
  `${write(pastRuns)} of ${write(needed)} completed comparable runs needed`

export const stoppingMessages: StoppingMessages = {
  title: 'Live runs',
  listOf: 'Advice on live runs',
  couldBeStopped: 'Could be stopped',
  keepGoing: 'Keep going',
  noAdvice: 'No advice',
  worseFor: (pastRuns, evaluations, write) =>
    `worse than the median of ${past(pastRuns, write)} for ${times(evaluations, write)}.`,
  backTest: (counts, write) => `In past runs ${wouldStop(counts, write)}.`,
  scheduleUnknown:
    'No run names its learning-rate schedule: runs of equal length are taken to share it.',
  neverTested: 'There are too few past runs to try this rule on.',
  saved: (percent) => `It would have saved ${percent} of all their steps.`,
  worseYet: (pastRuns, evaluations, write) =>
    `worse than the median of ${past(pastRuns, write)} for ${times(evaluations, write)}, too short to judge.`,
  holdsUp: (pastRuns, write) => `no worse than the median of ${past(pastRuns, write)}.`,
  standing: (value, median, step, metric) =>
    `Best ${metric} so far ${value}, median ${median} at step ${step}.`,
  gates: {
    'too-few-runs': (gate, write) => `${comparable(gate, write)}.`,
    'weak-correlation': ({ tau, tauLow, backTest }, write) => {
      if (backTest !== null)
        return `in past runs ${wouldStop(backTest, write)}, which is too often.`
      const numbers =
        tau === null || tauLow === null ? '' : ` (Kendall’s tau ${tau}, at least ${tauLow})`
      return `in past runs, early values say too little about final ones${numbers}.`
    },
    'schedules-differ': (gate, write) =>
      `past runs had another learning-rate schedule or length: ${comparable(gate, write)}.`,
    'not-comparable': () => 'past runs were not measured on the same data.',
    'too-few-points': () => 'too few evaluations yet.',
  },
  otherReason: (reason) => `${reason}.`,
  pending: 'No advice yet',
  summary: (stop, total, write) =>
    `${write(stop)} of ${write(total)} live ${plural(total, 'run', 'runs')} could be stopped.`,
  summaryNone: (total, withoutAdvice, write) =>
    `The rule would stop none of ${write(total)} live ${plural(total, 'run', 'runs')}` +
    (withoutAdvice === 0 ? '.' : `; on ${write(withoutAdvice)} there is no advice.`),
  adviceOnly: 'Advice only: nothing is stopped by itself.',
  noLiveRuns: 'No run is live.',
  working: 'Comparing with past runs…',
  showAll: (count) => `Show all ${count} live runs`,
}
