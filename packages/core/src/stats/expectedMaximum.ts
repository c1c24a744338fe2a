import { RunoffError } from '../errors.ts'
import { normalUpperP } from './normal.ts'

/** Fine enough for all digits: the integrand is smooth and symmetric, so the error falls as e^-1/step². */
const step = 1 / 16

/** Past the point where the largest lies, so many standard deviations hold nothing more. */
const margin = 9

/**
 * Returns how far above the mean the largest of `k` standard normal numbers lies on average: the
 * optimism of the best of k equal runs, in standard deviations.
 *
 * `k` need not be whole, so that an effective sample size can be asked about; of one it is 0.
 *
 * @throws {RunoffError} `bad-option` for a k below 1.
 * @see David & Nagaraja (2003), Order Statistics, section 3.1: the integral of 1 − Φᵏ(x) − Φᵏ(−x) from 0.
 */
export function expectedMaximum(k: number): number {
  if (!(k >= 1) || k === Infinity) {
    throw new RunoffError(
      'bad-option',
      `The largest is taken of a finite number of values, 1 at least, and got ${k}.`,
    )
  }
  if (k === 1) return 0
  const end = Math.sqrt(2 * Math.log(k)) + margin
  // Half the weight at 0, where the integrand is 1 - 2 / 2ᵏ.
  let total = (1 - 2 * 0.5 ** k) / 2
  for (let x = step; x < end; x += step) {
    const above = normalUpperP(x)
    total -= Math.expm1(k * Math.log1p(-above)) + above ** k
  }
  return total * step
}
