import type { Basis, Run } from '../run/run.ts'
import type { Contenders, NoiseEstimate } from './contenders.ts'
import type { ConditionConflict, UnknownCondition } from './conditions.ts'
import type { DeltaSeverity } from './deltaFromBest.ts'

/** A configuration as the verdict sees it. */
export interface GroupEstimate {
  readonly key: string
  readonly name: string
  /** The best first. */
  readonly runs: readonly Run[]
  /** How many seeds it was run with. */
  readonly n: number
  /** What each seed is judged by, in the metric's unit, the lowest first. */
  readonly values: readonly number[]
  /** Of one value for each seed, in the metric's unit. */
  readonly mean: number
  /** Of its own seeds; `null` for a single one. */
  readonly sd: number | null
  /** The weakest of its runs: a mean of bounds is a bound. */
  readonly basis: Basis
  /** How much worse its mean is than the best one, in the metric's unit; never negative. */
  readonly behind: number
  /** The standard error of that difference; `null` without an estimate of the noise. */
  readonly behindError: number | null
  /** The degrees of freedom it rests on. */
  readonly behindDf: number | null
  /** `behind` in standard errors. */
  readonly behindInNoise: number | null
  /** Whether it cannot be ruled out that it is the best. */
  readonly isContender: boolean
  /** How much worse, beside the smallest difference that matters; `none` for a contender. */
  readonly severity: DeltaSeverity
}

/** What a verdict rests on. */
export interface VerdictEvidence {
  /** The best first. */
  readonly groups: readonly GroupEstimate[]
  readonly noise: NoiseEstimate | null
  readonly method: Contenders['method'] | 'none'
  readonly level: number
  /** How often the same question was asked of growing evidence, as the host said. */
  readonly looks: number
  /** The smallest difference that matters, in the metric's unit; one seed's spread by default. */
  readonly minimumEffect: number | null
  /** What some runs name and others do not, so that they may not have been evaluated alike. */
  readonly unknownConditions: readonly UnknownCondition[]
}

/** One configuration is better than every other, beyond chance. */
export interface ClearWinner {
  readonly kind: 'clear-winner'
  /** The best run of the best configuration. */
  readonly run: Run
  readonly group: GroupEstimate
  readonly runnerUp: GroupEstimate
  /** How much better than the runner-up, in the metric's unit. */
  readonly difference: number
  /** The same in standard errors of the difference. */
  readonly marginInNoise: number
  /** Where that difference lies, for all comparisons at once at the evidence's level. */
  readonly interval: readonly [number, number]
  readonly looks: number
  readonly evidence: VerdictEvidence
}

/** Several configurations cannot be told apart by the evidence. */
export interface ContendersVerdict {
  readonly kind: 'contenders'
  /**
   * The best run of each, the cheapest configuration first where costs are known, then by mean; of a
   * configuration that stands alone its runs, the best first.
   */
  readonly runs: readonly Run[]
  /** The one that used the fewest GPU hours; `null` where they are not known of all. */
  readonly cheapest: Run | null
  /** Seeds each of the best two would need to tell such a difference; `null` where past counting. */
  readonly seedsNeeded: number | null
  /** Why nothing more is claimed, though the values alone would allow it. */
  readonly heldBackBy: 'bound' | 'evaluations' | null
  readonly evidence: VerdictEvidence
}

/** No configuration was run often enough to know what chance does. */
export interface Unreplicated {
  readonly kind: 'unreplicated'
  /** The best first. */
  readonly ranking: readonly Run[]
  /** By how many standard deviations of a seed the best of so many looks better than it is. */
  readonly optimismOfTop: number | null
  readonly advice: 'add-seeds'
  readonly evidence: VerdictEvidence
}

/** The values do not measure the same thing, or there are none. */
export interface NotComparable {
  readonly kind: 'not-comparable'
  readonly reasons: readonly ConditionConflict[]
  readonly evidence: VerdictEvidence
}

/** How sure it is which run is best. */
export type Verdict = ClearWinner | ContendersVerdict | Unreplicated | NotComparable
