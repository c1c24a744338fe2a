import type { Undefined } from '../stats/answer.ts'
import { centredValues, laggedProduct } from './centredValues.ts'

export type BlockLength =
  | {
      readonly kind: 'defined'
      /** Mean length of the blocks of the stationary bootstrap, in values. */
      readonly stationary: number
      /** Length of the blocks of the circular bootstrap, in values. */
      readonly circular: number
    }
  | Undefined

/**
 * Returns the length of the blocks in which autocorrelated values should be resampled.
 *
 * Shape: values in the order they came, without a trend; at least 10 to be defined at all, and
 * worth something from about 100. Not rounded; at most min(3·sqrt(n), n/3), rounded up. Missing: a
 * value that is not finite makes it `not-finite`; equal values are `no-variance`.
 *
 * @see Politis & White, Automatic block-length selection for the dependent bootstrap, Econometric
 *   Reviews 23 (2004), with the correction by Patton, Politis & White, 28 (2009); computed as
 *   `arch.bootstrap.optimal_block_length` does.
 */
export function blockLength(values: readonly number[]): BlockLength {
  const n = values.length
  const centred = centredValues(values, 10)
  if ('kind' in centred) return centred
  const { covariances, lags } = covariancesOf(centred)
  const { slope, variance } = flatTopSums(covariances, lags)
  const longest = Math.ceil(Math.min(3 * Math.sqrt(n), n / 3))
  const lengthFor = (constant: number): number =>
    Math.min(longest, Math.cbrt((2 * slope ** 2 * n) / (constant * variance ** 2)))
  return { kind: 'defined', stationary: lengthFor(2), circular: lengthFor(4 / 3) }
}

interface Covariances {
  readonly covariances: readonly number[]
  /** Up to which lag they count. */
  readonly lags: number
}

/** The covariances, and the lag from which a row of correlations is too small to be told from 0. */
function covariancesOf(centred: readonly number[]): Covariances {
  const n = centred.length
  const row = Math.max(5, Math.floor(Math.log10(n)))
  const most = Math.ceil(Math.sqrt(n)) + row
  const band = 2 * Math.sqrt(Math.log10(n) / n)
  const covariances: number[] = []
  const sizes: number[] = []
  let lags = most
  for (let lag = 0; lag <= most; lag++) {
    const product = laggedProduct(centred, lag)
    const early = laggedProduct(centred, 0, 0, n - lag - 1)
    const late = laggedProduct(centred, 0, lag + 1, n - lag - 1)
    covariances.push(product / n)
    sizes.push(Math.abs(product) / Math.sqrt(early * late))
    const latest = sizes.slice(lag - row, lag)
    if (lags === most && lag >= row && latest.every((size) => size < band)) {
      lags = Math.min(most, 2 * Math.max(1, lag - row))
    }
  }
  return { covariances, lags }
}

/** Sums over the flat-top window, which counts the first half of the lags in full. */
function flatTopSums(
  covariances: readonly number[],
  lags: number,
): { readonly slope: number; readonly variance: number } {
  let slope = 0
  let variance = covariances[0] ?? 0
  for (let lag = 1; lag <= lags; lag++) {
    const weight = Math.min(1, 2 * (1 - lag / lags))
    slope += 2 * weight * lag * (covariances[lag] ?? 0)
    variance += 2 * weight * (covariances[lag] ?? 0)
  }
  return { slope, variance }
}
