import { buildPyramid, growPyramid, type MetricSeries, type Pyramid } from '@runoff/core'
import { columnMemory } from './columnMemory.ts'

/** By column, and by where it begins, which is one for all views of a growing series. */
const byColumn = new WeakMap<Float64Array, Pyramid>()
const byStart = columnMemory<Pyramid>()

/**
 * Returns the pyramid of a series, from memory where it was built before. A longer view of the
 * same growing columns costs what was added.
 */
export function pyramidOf(series: MetricSeries): Pyramid {
  const { values } = series
  const known = byColumn.get(values)
  if (known !== undefined) return known.series === series ? known : { ...known, series }
  const shorter = shorterView(values)
  const pyramid = shorter === null ? buildPyramid(series) : growPyramid(shorter, series)
  byColumn.set(values, pyramid)
  byStart.set(values, pyramid)
  return pyramid
}

/** Returns how many points of a series were not read into a pyramid before. */
export function unreadPoints({ values }: MetricSeries): number {
  if (byColumn.has(values)) return 0
  return values.length - (shorterView(values)?.series.values.length ?? 0)
}

function shorterView(values: Float64Array): Pyramid | null {
  const shorter = byStart.get(values)
  return shorter !== undefined && shorter.series.values.length <= values.length ? shorter : null
}
