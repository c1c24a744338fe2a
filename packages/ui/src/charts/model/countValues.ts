import { extentOf, type Pyramid } from '@runoff/core'

/** Returns how many values hold, of all in a column. */
export function countWhere(values: Float64Array, holds: (value: number) => boolean): number {
  let count = 0
  for (let i = 0; i < values.length; i++) if (holds(values[i] as number)) count++
  return count
}

/** Returns how many values are NaN or infinite; reads them only where the pyramid knows of one. */
export function countNotFinite(pyramid: Pyramid): number {
  const { values } = pyramid.series
  const { flags } = extentOf(pyramid, { start: 0, end: values.length })
  return flags === 0 ? 0 : countWhere(values, (value) => !Number.isFinite(value))
}
