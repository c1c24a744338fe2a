import { studentQuantile } from '../../stats/student.ts'
import type { Band, Slice, Summaries, Summarise } from './bandOf.ts'

/** Past these a sum of squares has too few digits, or is no number any more. */
const smallSquares = 1e-280
const largeSquares = 1e300

/** Returns what writes the mean and its band. */
export function summariseMean(band: Band): Summarise {
  if (band === 'minMax') return summariseRange
  const reach = reachOf(band)
  return (values, into, at) => {
    const { data, start, end } = values
    const first = firstOf(values)
    let n = 0
    let sum = 0
    let squares = 0
    // By distances from the first value: equal values have exactly their own mean. The deviation is
    // at least the mean's distance over the root of n, so the difference below keeps its digits.
    for (let i = start; i < end; i++) {
      const distance = (data[i] as number) - first
      if (distance !== distance) continue
      n++
      sum += distance
      squares += distance * distance
    }
    const left = squares - (sum * sum) / n
    const isPlain = left > smallSquares && squares < largeSquares
    const center = sum - sum === 0 ? first + sum / n : largeMean(values, n)
    const deviation = isPlain ? Math.sqrt(left / (n - 1)) : scaledDeviation(values, n, center)
    const half = n < 2 ? NaN : reach(n) * deviation
    into.center[at] = center
    into.low[at] = center - half
    into.high[at] = center + half
    return n
  }
}

function summariseRange(values: Slice, into: Summaries, at: number): number {
  const first = firstOf(values)
  const { data, start, end } = values
  let n = 0
  let sum = 0
  for (let i = start; i < end; i++) {
    const distance = (data[i] as number) - first
    if (distance !== distance) continue
    n++
    sum += distance
  }
  into.center[at] = sum - sum === 0 ? first + sum / n : largeMean(values, n)
  into.low[at] = lowest(values)
  into.high[at] = highest(values)
  return n
}

/** The first number, `NaN` where there is none. */
function firstOf({ data, start, end }: Slice): number {
  for (let i = start; i < end; i++) {
    const value = data[i] as number
    // Adding zero turns -0 into 0: the order of the members must not show.
    if (value === value) return value + 0
  }
  return NaN
}

/** How many sample deviations the band reaches to either side, by the number of values. */
function reachOf(band: Band): (n: number) => number {
  if (band === 'sd') return () => 1
  if (band === 'se') return (n) => 1 / Math.sqrt(n)
  const known: number[] = []
  // One quantile takes as long as some hundred means.
  return (n) => (known[n] ??= studentQuantile(0.975, n - 1) / Math.sqrt(n))
}

/** The mean of values whose distances add up to more than the largest number. */
function largeMean({ data, start, end }: Slice, n: number): number {
  let mean = 0
  for (let i = start; i < end; i++) {
    const value = data[i] as number
    if (value === value) mean += value / n
  }
  return mean
}

/** The deviation of values whose squares are no plain numbers, in units of the largest. */
function scaledDeviation(values: Slice, n: number, mean: number): number {
  const { data, start, end } = values
  const largest = Math.max(highest(values) - mean, mean - lowest(values))
  if (largest === 0 || largest === Infinity) return largest
  let squares = 0
  for (let i = start; i < end; i++) {
    const share = ((data[i] as number) - mean) / largest
    if (share === share) squares += share * share
  }
  return Math.sqrt(squares / (n - 1)) * largest
}

/** The lowest number, `NaN` where there is none. */
function lowest({ data, start, end }: Slice): number {
  let low = Infinity
  for (let i = start; i < end; i++) if ((data[i] as number) < low) low = (data[i] as number) + 0
  return low === Infinity ? NaN : low
}

function highest({ data, start, end }: Slice): number {
  let high = -Infinity
  for (let i = start; i < end; i++) if ((data[i] as number) > high) high = (data[i] as number) + 0
  return high === -Infinity ? NaN : high
}
