/** What the heights of one metric reach from and to, in its own unit. */
export interface ValueRange {
  readonly low: number
  readonly high: number
}

/** With fewer values than this none is an outlier. */
const fewValues = 8
/** So many values of a column tell where most lie. */
const sampleSize = 2000
/** How many times the spread of most values one may lie outside of them. */
const reach = 10
/** So much of the values at each end, and one at least, does not tell how far most are spread. */
const endShare = 0.05

/**
 * Returns the range that heights are drawn in: from the lowest to the highest finite value, but for
 * those farther outside of the middle nine tenths than ten times what these span, which would
 * flatten all others. A loss that begins high is well within that; one that explodes is not.
 *
 * Missing: values that are not finite do not count; `null` where there is no other.
 * @see Tukey, Exploratory Data Analysis (1977), on fences; here about the 5th and 95th percentile.
 */
export function valueRange(columns: readonly Float64Array[]): ValueRange | null {
  const all = extent(columns, -Infinity, Infinity)
  const sorted = sampleOf(columns).toSorted((a, b) => a - b)
  if (all === null || sorted.length < fewValues) return all
  const end = Math.ceil(endShare * sorted.length)
  const low = sorted[end] ?? all.low
  const high = sorted[sorted.length - 1 - end] ?? all.high
  const far = reach * (high - low)
  return far > 0 && Number.isFinite(far) ? extent(columns, low - far, high + far) : all
}

function sampleOf(columns: readonly Float64Array[]): readonly number[] {
  return columns.flatMap((column) => {
    const stride = Math.ceil(column.length / sampleSize)
    return Array.from(column.filter((value, at) => at % stride === 0 && Number.isFinite(value)))
  })
}

function extent(columns: readonly Float64Array[], from: number, to: number): ValueRange | null {
  let low = Infinity
  let high = -Infinity
  for (const column of columns) {
    for (const value of column) {
      if (!(value >= from && value <= to) || value - value !== 0) continue
      if (value < low) low = value
      if (value > high) high = value
    }
  }
  return low <= high ? { low, high } : null
}
