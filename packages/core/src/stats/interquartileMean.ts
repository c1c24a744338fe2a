import { undefinedFor, type Undefined } from './answer.ts'
import { sampleFault } from './checkSample.ts'
import { mean, sortedNumbers } from './moments.ts'

export interface InterquartileMeanResult {
  readonly kind: 'defined'
  readonly value: number
  /** How many values it is the mean of. Of fewer than four none is left out. */
  readonly kept: number
}

/**
 * Returns the mean of the middle half: without the lowest and the highest quarter, each rounded down
 * to whole values. Below four values that is the plain mean, and no more robust.
 *
 * Units: those of the values. Missing: `not-finite`, `too-few-values` without a value.
 *
 * @see Agarwal et al. (2021), Deep reinforcement learning at the edge of the statistical precipice.
 */
export function interquartileMean(values: readonly number[]): InterquartileMeanResult | Undefined {
  const fault = sampleFault(values, 1)
  if (fault !== null) return undefinedFor(fault)
  const cut = Math.floor(values.length / 4)
  const middle = sortedNumbers(values).slice(cut, values.length - cut)
  return { kind: 'defined', value: mean(middle), kept: middle.length }
}
