import type { Basis, Run } from '../run/run.ts'
import type { Delta } from './deltaFromBest.ts'
import type { ScoreBreakdown } from './scoreRuns.ts'

/** Why a run was left out of a recommendation. */
export type ExclusionReason = 'live' | 'not-completed' | 'no-value'

/**
 * One thing to know about a recommendation, as data: a page turns it into a sentence by its code.
 * Numbers are in the metric's own unit.
 */
export type Reason =
  /** It has the best value too. */
  | { readonly code: 'best-value'; readonly run: Run; readonly value: number }
  /** Another has the better value; the score chose this one for its smaller gap, or by its rule. */
  | {
      readonly code: 'not-best-value'
      readonly run: Run
      readonly best: Run
      readonly delta: Delta
      readonly because: 'smaller-gap' | 'policy'
    }
  /** The gap between evaluation and training that its score holds. */
  | {
      readonly code: 'gap'
      readonly run: Run
      readonly gap: number
      readonly basis: NonNullable<ScoreBreakdown['gapBasis']>
    }
  /** Better in evaluation than in training: usual with dropout, augmentation and averages. */
  | { readonly code: 'eval-below-train'; readonly run: Run; readonly gap: number }
  /** Runs scored by their value alone. */
  | { readonly code: 'no-train-value'; readonly runs: readonly Run[] }
  /** Runs with exactly this score. */
  | { readonly code: 'tied'; readonly runs: readonly Run[] }
  | { readonly code: 'only-run'; readonly run: Run }
  /** The evidence rules out what the score recommends. */
  | { readonly code: 'ruled-out'; readonly run: Run; readonly best: Run }
  /** Another configuration cannot be told from it, and took fewer GPU hours. */
  | {
      readonly code: 'cheaper-contender'
      readonly run: Run
      readonly gpuHours: number
      readonly timesCheaper: number
    }
  /** Still running, left out, and ahead already. */
  | { readonly code: 'live-run-ahead'; readonly run: Run; readonly value: number }
  | { readonly code: 'excluded'; readonly why: ExclusionReason; readonly count: number }
  /** Values that are bounds: the best of a sample, or the last of all. */
  | { readonly code: 'bound'; readonly basis: Basis; readonly runs: readonly Run[] }
  /** The best of more evaluations is the luckier one. */
  | { readonly code: 'uneven-evaluations'; readonly most: Run; readonly fewest: Run }
  /** It trained longer than another that may yet have caught up. */
  | {
      readonly code: 'unequal-steps'
      readonly run: Run
      readonly steps: number
      readonly other: Run
      readonly otherSteps: number
    }
  /** Seeds agree to the last digit, as copies of one run do. */
  | { readonly code: 'identical-seeds' }
  /** What some runs name and others do not, so that they may not be comparable. */
  | { readonly code: 'unknown-condition'; readonly field: string; readonly missing: number }
  /** Losses of different models rest on different tokens where their tokenizers differ. */
  | { readonly code: 'different-models'; readonly models: readonly string[] }
  /** That higher is better was guessed from the metric's name. */
  | { readonly code: 'guessed-goal' }
  /** It is not known how these runs ended; they were taken for done. */
  | { readonly code: 'status-unknown'; readonly runs: readonly Run[] }

export type ReasonCode = Reason['code']
