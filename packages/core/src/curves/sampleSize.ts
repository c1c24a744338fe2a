import type { Undefined } from '../stats/answer.ts'
import { centredValues, laggedProduct } from './centredValues.ts'

export type SampleSize =
  | {
      readonly kind: 'defined'
      /** How many independent values say as much of the mean as these do. */
      readonly ess: number
      /** Integrated autocorrelation time, in values. */
      readonly tau: number
      /** Autocorrelation of each value with the next. */
      readonly acf1: number
      /** Whether there are too few values (20 or less) to tell: `ess` is then far too high. */
      readonly isFew: boolean
    }
  | Undefined

export type Ar1SampleSize =
  | { readonly kind: 'defined'; readonly ess: number; readonly acf1: number }
  | Undefined

/** With 20 values of an AR(1) of 0.95 the estimate is 6 where the truth is 0.5. */
const few = 20

/**
 * Returns the effective sample size of autocorrelated values: Geyer's initial monotone sequence.
 *
 * Shape: at least 4 values in the order they came, without a trend (subtract it first), one answer
 * out. Values that alternate can have an `ess` above their number, at most n·log10(n). Missing: a
 * value that is not finite makes it `not-finite`; equal values are `no-variance`.
 *
 * @see Geyer, Practical Markov chain Monte Carlo, Statistical Science 7 (1992), section 3.3.
 */
export function effectiveSampleSize(values: readonly number[]): SampleSize {
  const centred = centredValues(values, 4)
  if ('kind' in centred) return centred
  const tau = 2 * sumOfPairs(centred) - 1
  const n = values.length
  return {
    kind: 'defined',
    ess: n / Math.max(tau, 1 / Math.log10(n)),
    tau,
    acf1: correlationAt(centred, 1),
    isFew: n <= few,
  }
}

/**
 * Returns the effective sample size as if each value kept a fixed share r of the one before:
 * n(1 - r)/(1 + r). Shape, missing: as `effectiveSampleSize`.
 */
export function ar1SampleSize(values: readonly number[]): Ar1SampleSize {
  const centred = centredValues(values, 4)
  if ('kind' in centred) return centred
  const acf1 = correlationAt(centred, 1)
  return { kind: 'defined', ess: (values.length * (1 - acf1)) / (1 + acf1), acf1 }
}

/** A sum over what overlaps, divided by the whole: the fewer values overlap, the less it is. */
function correlationAt(centred: readonly number[], lag: number): number {
  return laggedProduct(centred, lag) / laggedProduct(centred, 0)
}

/** Sums neighbouring pairs while they are positive, none counting for more than the one before. */
function sumOfPairs(centred: readonly number[]): number {
  let sum = 0
  let previous = Infinity
  for (let lag = 0; lag + 1 < centred.length; lag += 2) {
    const pair = correlationAt(centred, lag) + correlationAt(centred, lag + 1)
    if (pair <= 0) return sum
    previous = Math.min(previous, pair)
    sum += previous
  }
  return sum
}
