import type { Band, Slice, Summarise } from './bandOf.ts'

/** What one standard deviation on either side holds of normal values. */
const oneSigma = 0.6826894921370859

/** Returns what writes the median and its band. */
export function summariseMedian(band: Band): Summarise {
  const levels = { se: oneSigma, ci95: 0.95 }
  const placeOf = band === 'se' || band === 'ci95' ? orderPlaces(levels[band]) : null
  return (row, into, at) => {
    const values = packed(row)
    const n = values.end - values.start
    sort(values)
    const place = placeOf === null ? 0 : placeOf(n)
    into.center[at] = ranked(values, (n - 1) / 2)
    if (band === 'sd') {
      into.low[at] = n < 2 ? NaN : ranked(values, ((n - 1) * (1 - oneSigma)) / 2)
      into.high[at] = n < 2 ? NaN : ranked(values, ((n - 1) * (1 + oneSigma)) / 2)
    } else {
      into.low[at] = place === null ? NaN : ranked(values, place)
      into.high[at] = place === null ? NaN : ranked(values, n - 1 - place)
    }
    return n
  }
}

/** Moves the numbers to the front, and returns where they are. */
function packed({ data, start, end }: Slice): Slice {
  let next = start
  for (let i = start; i < end; i++) {
    const value = data[i] as number
    // Adding zero turns -0 into 0: the order of the members must not show.
    if (value === value) data[next++] = value + 0
  }
  return { data, start, end: next }
}

/** Runs are few: by insertion, which is faster than a call of `sort` for a score of values. */
function sort({ data, start, end }: Slice): void {
  if (end - start > 32) {
    data.subarray(start, end).sort()
    return
  }
  for (let i = start + 1; i < end; i++) {
    const value = data[i] as number
    let j = i - 1
    for (; j >= start && (data[j] as number) > value; j--) data[j + 1] = data[j] as number
    data[j + 1] = value
  }
}

/**
 * The value at a place of the sorted ones, from 0, by linear interpolation where it is not whole, as
 * numpy does; `NaN` where there are none.
 */
function ranked({ data, start, end }: Slice, place: number): number {
  if (start === end) return NaN
  const below = Math.floor(place)
  const low = data[start + below] as number
  const part = place - below
  if (part === 0) return low
  const high = data[start + below + 1] as number
  return low === high ? low : low * (1 - part) + high * part
}

/**
 * Returns, by the number of values, how many to leave out on either side for the narrowest interval
 * that holds the median in at least a share `level` of samples; `null` where none does.
 */
function orderPlaces(level: number): (n: number) => number | null {
  const known: (number | null)[] = []
  return (n) => {
    const found = known[n]
    if (found !== undefined) return found
    const place = orderPlace(n, level)
    known[n] = place
    return place
  }
}

/** By the binomial distribution: each value is below the median with a chance of one half. */
function orderPlace(n: number, level: number): number | null {
  let logTerm = -n * Math.LN2
  let below = 0
  let place: number | null = null
  for (let k = 0; k < n - 1 - k; k++) {
    below += Math.exp(logTerm)
    if (1 - 2 * below < level) break
    place = k
    logTerm += Math.log((n - k) / (k + 1))
  }
  return place
}
