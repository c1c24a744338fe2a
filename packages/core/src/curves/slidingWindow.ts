import { medianOfSorted } from './median.ts'

/** The latest few values, kept in order, so that their median costs no sort. */
export interface SlidingWindow {
  readonly isFull: () => boolean
  /** Takes a value in and, where there is no more room, the oldest out. */
  readonly push: (value: number) => void
  readonly clear: () => void
  readonly median: () => number
  /** Returns the median distance of the values from `center`. */
  readonly medianDistance: (center: number) => number
}

/** Returns an empty window over finite values; taking one in costs its width at most. */
export function slidingWindow(width: number): SlidingWindow {
  const sorted = new Float64Array(width)
  const distances = new Float64Array(width)
  const latest = new Float64Array(width)
  let count = 0
  let oldest = 0

  const placeOf = (value: number): number => {
    let low = 0
    let high = count
    while (low < high) {
      const middle = (low + high) >>> 1
      if ((sorted[middle] ?? NaN) < value) low = middle + 1
      else high = middle
    }
    return low
  }
  const remove = (value: number): void => {
    const place = placeOf(value)
    sorted.copyWithin(place, place + 1, count)
    count--
  }

  return {
    isFull: () => count === width,
    push(value) {
      if (count === width) remove(latest[oldest] ?? NaN)
      latest[oldest] = value
      oldest = (oldest + 1) % width
      const place = placeOf(value)
      sorted.copyWithin(place + 1, place, count)
      sorted[place] = value
      count++
    },
    clear() {
      count = 0
      oldest = 0
    },
    median: () => medianOfSorted(sorted, count),
    medianDistance(center) {
      const inside = distances.subarray(0, count)
      for (let i = 0; i < count; i++) inside[i] = Math.abs((sorted[i] ?? NaN) - center)
      return medianOfSorted(inside.sort())
    },
  }
}
