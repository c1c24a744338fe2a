import { firstAtLeast, type MetricSeries } from '@runoff/core'

/**
 * Returns what a metric had reached at each of some steps, which should rise: its logged value where it has one
 * at the step, and the place on the line between the two finite neighbours elsewhere.
 *
 * Missing: `NaN` before its first point, behind its last, and beside a value that is not finite.
 */
export function xAlong({ steps, values }: MetricSeries, wanted: Float64Array): Float64Array {
  const found = new Float64Array(wanted.length)
  let after = 0
  for (let i = 0; i < wanted.length; i++) {
    const step = wanted[i] as number
    // Steps rise, unless a host that built its columns itself let them fall.
    if (after > 0 && !((steps[after - 1] as number) < step)) after = firstAtLeast(steps, step)
    while (after < steps.length && (steps[after] as number) < step) after++
    found[i] = valueAt(steps, values, after, step)
  }
  return found
}

function valueAt(steps: Float64Array, values: Float64Array, after: number, step: number): number {
  const next = steps[after]
  const value = values[after]
  if (next === undefined || value === undefined) return NaN
  if (next === step) return value
  const before = steps[after - 1]
  const valueBefore = values[after - 1]
  if (before === undefined || valueBefore === undefined) return NaN
  return valueBefore + (value - valueBefore) * ((step - before) / (next - before))
}
