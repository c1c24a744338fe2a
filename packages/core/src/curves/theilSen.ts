import { undefinedFor, type Undefined } from '../stats/answer.ts'
import { levelOf, type LevelOption } from '../stats/checkOptions.ts'
import { normalQuantile } from '../stats/normal.ts'
import { tieSizes } from '../stats/ranks.ts'
import { medianOfSorted } from './median.ts'

export type TheilSen =
  | {
      readonly kind: 'defined'
      /** Median slope of all pairs of points, in units of y to one of x. */
      readonly slope: number
      readonly interval: readonly [number, number]
      /** How many points it rests on. */
      readonly n: number
    }
  | Undefined

/** 499 500 slopes, which sort in some 40 ms. */
const mostPoints = 1000

/**
 * Returns the line's slope that outliers do not bend: the median of the slopes of all pairs.
 *
 * Shape: two columns of equal length in any order, one answer out. Of more than 1000 points, 1000
 * are used, spread evenly over the order of x. Missing: a number that is not finite makes it
 * `not-finite`; points that all lie at one x are `no-variance`; fewer points than the level needs
 * (5 at 0.95, 4 at 0.9) are `too-few-points`, since not even the steepest slopes would bound it.
 * The interval takes the points as independent: of an autocorrelated curve it is too narrow.
 *
 * @throws {RunoffError} `bad-option` when the level is not between 0 and 1.
 * @see Sen, Estimates of the regression coefficient based on Kendall's tau, JASA 63 (1968), as
 *   `scipy.stats.theilslopes` computes it.
 */
export function theilSen(
  x: readonly number[],
  y: readonly number[],
  options: LevelOption = {},
): TheilSen {
  const level = levelOf(options)
  if (x.length !== y.length) return undefinedFor('unequal-lengths')
  if (!x.every(Number.isFinite) || !y.every(Number.isFinite)) return undefinedFor('not-finite')
  const points = spread(x.map((at, i): Point => [at, y[i] ?? NaN]).sort(inOrder))
  const quantile = normalQuantile(0.5 + level / 2)
  const pairs = (points.length * (points.length - 1)) / 2
  // Asked without ties, which are no evidence: three equal values do not make a level curve.
  if (upperRank(pairs, quantile * sdOf(points.length, 0)) >= pairs) {
    return undefinedFor('too-few-points')
  }
  const slopes = slopesOf(points)
  if (slopes.length === 0) return undefinedFor('no-variance')
  const high = upperRank(slopes.length, quantile * sdOf(points.length, tiesOf(points)))
  if (high >= slopes.length) return undefinedFor('too-few-points')
  const low = slopes.length - 1 - high
  const interval = [slopes[low] ?? NaN, slopes[high] ?? NaN] as const
  // Points nearly above one another, or values of 1e308, have slopes that no number can hold.
  if (!interval.every(Number.isFinite)) return undefinedFor('not-finite')
  return { kind: 'defined', slope: medianOfSorted(slopes), interval, n: points.length }
}

type Point = readonly [number, number]

function inOrder(a: Point, b: Point): number {
  return a[0] - b[0] || a[1] - b[1]
}

function spread(points: readonly Point[]): readonly Point[] {
  if (points.length <= mostPoints) return points
  const gap = (points.length - 1) / (mostPoints - 1)
  return Array.from({ length: mostPoints }, (_, i) => points[Math.round(i * gap)] ?? [NaN, NaN])
}

/** The slopes of all pairs that have one, rising. */
function slopesOf(points: readonly Point[]): Float64Array {
  const slopes = new Float64Array((points.length * (points.length - 1)) / 2)
  let count = 0
  points.forEach(([x, y], i) => {
    for (let j = i + 1; j < points.length; j++) {
      const [otherX, otherY] = points[j] ?? [NaN, NaN]
      // Adding zero turns -0 into 0, which are one slope.
      if (otherX > x) slopes[count++] = (otherY - y) / (otherX - x) + 0
    }
  })
  return slopes.subarray(0, count).sort()
}

/** Rank, from 0, of the slope at the upper end of an interval; the lower is as far from the end. */
function upperRank(slopes: number, reach: number): number {
  return Math.round((slopes + reach) / 2)
}

/** What n points add to the variance of the number of rising pairs less that of falling ones. */
function weight(n: number): number {
  return n * (n - 1) * (2 * n + 5)
}

function tiesOf(points: readonly Point[]): number {
  const ties = (values: readonly number[]): number =>
    tieSizes(values).reduce((sum, size) => sum + weight(size), 0)
  return ties(points.map(([x]) => x)) + ties(points.map(([, y]) => y))
}

/** Where x and y are tied in many places, Sen's formula subtracts more than there is. */
function sdOf(n: number, ties: number): number {
  return Math.sqrt(Math.max(0, weight(n) - ties) / 18)
}
