/** Why a statistic has no answer; switch on this. */
export type UndefinedReason =
  /** Fewer values than the statistic can say anything from. */
  | 'too-few-values'
  | 'too-few-points'
  | 'too-few-runs'
  | 'too-few-groups'
  /** A value is `NaN` or infinite. */
  | 'not-finite'
  /** All values are equal, so there is nothing to measure a difference against. */
  | 'no-variance'
  | 'unequal-lengths'
  /** A ratio or a logarithm was asked for, and a value is zero or negative. */
  | 'not-positive'
  /** No curve came to the target. */
  | 'not-reached'
  | 'no-params'
  | 'no-cost'
  /** No configuration was run more than once. */
  | 'no-noise'
  | 'not-comparable'
  /** The runs do not share the shape of their learning rate. */
  | 'schedules-differ'
  /** What runs were worth early said too little of what they were worth in the end. */
  | 'weak-correlation'

/** The answer of a statistic to data that it can say nothing of: never `NaN`. */
export interface Undefined {
  readonly kind: 'undefined'
  readonly reason: UndefinedReason
}

/** Returns the answer to data that a statistic can say nothing of. */
export function undefinedFor(reason: UndefinedReason): Undefined {
  return { kind: 'undefined', reason }
}
