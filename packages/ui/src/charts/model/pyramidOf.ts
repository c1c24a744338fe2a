import { buildPyramid, growPyramid, type MetricSeries, type Pyramid } from '@runoff/core'

/** By column, and by the memory it lies in, which is one for all views of a growing series. */
const byColumn = new WeakMap<Float64Array, Pyramid>()
const byMemory = new WeakMap<ArrayBufferLike, Pyramid>()

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
  byMemory.set(values.buffer, pyramid)
  return pyramid
}

/** Returns how many points of a series were not read into a pyramid before. */
export function unreadPoints({ values }: MetricSeries): number {
  if (byColumn.has(values)) return 0
  return values.length - (shorterView(values)?.series.values.length ?? 0)
}

function shorterView(values: Float64Array): Pyramid | null {
  const shorter = byMemory.get(values.buffer)
  const grows =
    shorter !== undefined &&
    shorter.series.values.byteOffset === values.byteOffset &&
    shorter.series.values.length <= values.length
  return grows ? shorter : null
}
