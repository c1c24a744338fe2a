/** An interval about the value it belongs to. */
export interface MarkedInterval {
  readonly value: number
  readonly low: number
  readonly high: number
}

/** The values at the left and the right border of a column of interval marks. */
export interface IntervalDomain {
  readonly low: number
  readonly high: number
}

/** Where the parts of an interval mark lie, from its left border, in the unit of its width. */
export interface IntervalMark {
  readonly from: number
  readonly to: number
  readonly value: number
  /** `null` where zero lies outside. */
  readonly zero: number | null
  /** Whether the interval goes on beyond a border. */
  readonly isCutLow: boolean
  readonly isCutHigh: boolean
}

/** An interval that reaches this many times as far as the median one would hide all others. */
const farthestReach = 4
const air = 0.04

/**
 * Returns what a column of marks shows: all intervals, and zero where `hasZero`.
 *
 * One interval from two seeds can be a hundred times as wide as its neighbours; what reaches more
 * than four times as far from the common origin as the median does is cut. The origin is zero
 * where it is shown, else the median value. Missing: `null` where there is no finite interval.
 */
export function intervalDomain(
  intervals: readonly MarkedInterval[],
  hasZero: boolean,
): IntervalDomain | null {
  const finite = intervals.filter(isFiniteInterval)
  if (finite.length === 0) return null
  const origin = hasZero ? 0 : upperMedian(finite.map(({ value }) => value))
  const reaches = finite.map(({ low, high }) =>
    Math.max(Math.abs(low - origin), Math.abs(high - origin)),
  )
  const limit = upperMedian(reaches) * farthestReach
  const low = Math.min(...finite.map((each) => Math.max(each.low, origin - limit)), origin)
  const high = Math.max(...finite.map((each) => Math.min(each.high, origin + limit)), origin)
  if (low === high) return { low: low - 1, high: high + 1 }
  const margin = (high - low) * air
  return { low: low - margin, high: high + margin }
}

/** Returns the mark of one interval, `null` where it is not finite. */
export function intervalMark(
  interval: MarkedInterval,
  { low, high }: IntervalDomain,
  width: number,
): IntervalMark | null {
  if (!isFiniteInterval(interval)) return null
  const place = (value: number): number =>
    rounded(Math.min(1, Math.max(0, (value - low) / (high - low))) * width)
  return {
    from: place(interval.low),
    to: place(interval.high),
    value: place(interval.value),
    zero: low <= 0 && high >= 0 ? place(0) : null,
    isCutLow: interval.low < low,
    isCutHigh: interval.high > high,
  }
}

function isFiniteInterval({ value, low, high }: MarkedInterval): boolean {
  return [value, low, high].every(Number.isFinite)
}

/** Of an even count the upper of the two in the middle; `values` is not empty. */
function upperMedian(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
}

function rounded(length: number): number {
  return Math.round(length * 100) / 100
}
