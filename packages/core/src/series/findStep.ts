/** Returns the first place whose step is at least `step`; the length where none is. */
export function firstAtLeast(steps: Float64Array, step: number): number {
  return firstWhere(steps, (other) => other >= step)
}

/** Returns the first place whose step is above `step`; the length where none is. */
export function firstAbove(steps: Float64Array, step: number): number {
  return firstWhere(steps, (other) => other > step)
}

/** The first place, in rising steps, from which a claim holds. */
function firstWhere(steps: Float64Array, holds: (step: number) => boolean): number {
  let low = 0
  let high = steps.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if (holds(steps[middle] ?? Infinity)) high = middle
    else low = middle + 1
  }
  return low
}
