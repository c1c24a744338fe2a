import { undefinedFor, type Undefined } from './answer.ts'
import { twoSampleFault } from './checkSample.ts'
import { mean, squaredDeviations } from './moments.ts'

export interface EffectSizeResult {
  readonly kind: 'defined'
  /** Hedges' g: `d` corrected for small samples, which exaggerate it. */
  readonly g: number
  /** Cohen's d: the mean of `a` less that of `b`, in pooled standard deviations. */
  readonly d: number
}

/**
 * Returns how far two means lie apart in standard deviations of a single value.
 *
 * Missing: `not-finite`, `too-few-values` below two on a side, `no-variance` where neither side
 * varies.
 *
 * @see Hedges (1981), Distribution theory for Glass's estimator of effect size.
 */
export function hedgesG(a: readonly number[], b: readonly number[]): EffectSizeResult | Undefined {
  const fault = twoSampleFault(a, b, 2)
  if (fault !== null) return undefinedFor(fault)
  const df = a.length + b.length - 2
  const sd = Math.sqrt((squaredDeviations(a) + squaredDeviations(b)) / df)
  if (sd === 0) return undefinedFor('no-variance')
  const d = (mean(a) - mean(b)) / sd
  if (!Number.isFinite(d) || sd === Infinity) return undefinedFor('not-finite')
  return { kind: 'defined', g: d * (1 - 3 / (4 * df - 1)), d }
}
