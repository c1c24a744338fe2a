import { tiedPlaces } from '../stats/ranks.ts'
import { rhoTest } from './rankTests.ts'

/** Fewer runs than this have a trend of their own too easily. */
const leastRuns = 7

/** The parts at each end of the range that are looked at for a trend of their own. */
const parts = [1 / 3, 1 / 2]

/**
 * Whether `y` takes the other direction than its trend in the lowest or the highest third or half
 * of `x`: whether the best may lie between, though a rank correlation sees a trend.
 *
 * `direction` is the trend's: above 0 where `y` rises. The chance that a true trend is said to turn
 * stays below `level`, shared by the four parts.
 *
 * @see Simonsohn (2018), Two lines: a valid alternative to the invalid testing of U-shaped
 * relationships with quadratic regressions.
 */
export function hasTurn(
  x: readonly number[],
  y: readonly number[],
  { direction, level }: { readonly direction: number; readonly level: number },
): boolean {
  const order = tiedPlaces(x).flat()
  const counts = parts.map((part) => Math.floor(x.length * part)).filter((n) => n >= leastRuns)
  const ends = counts.flatMap((count) => [order.slice(0, count), order.slice(-count)])
  return ends.some((places) => {
    const test = rhoTest(
      places.map((place) => x[place] ?? NaN),
      places.map((place) => y[place] ?? NaN),
    )
    if (test === null || test.p > level / (2 * parts.length)) return false
    return (test.value ?? 0) * direction < 0
  })
}
