import type { MetricSeries, SeriesColumns, SeriesPoint } from './series.ts'

/**
 * Returns a series made from points or from columns.
 *
 * Shape: columns of equal length, as long as the shortest of `steps` and `values`. Points are put
 * in the order of their steps; where a step repeats, the later point stands, as a resumed run
 * writes it again. Missing: a value that is no number is `NaN`; a point whose step is not finite
 * has no place on any axis and is left out. `total` keeps the number of points given, so that what
 * was left out can be seen.
 */
export function defineSeries(data: readonly SeriesPoint[] | SeriesColumns): MetricSeries {
  return arrange(isPoints(data) ? columnsOf(data) : data)
}

function isPoints(data: readonly SeriesPoint[] | SeriesColumns): data is readonly SeriesPoint[] {
  return Array.isArray(data)
}

function columnsOf(points: readonly SeriesPoint[]): SeriesColumns {
  return {
    steps: points.map((point) => point.step),
    values: points.map((point) => point.value),
    timesMs: optionalColumn(points, (point) => point.timeMs),
    epochs: optionalColumn(points, (point) => point.epoch),
  }
}

function optionalColumn(
  points: readonly SeriesPoint[],
  read: (point: SeriesPoint) => number | null | undefined,
): readonly (number | null | undefined)[] | null {
  const column = points.map(read)
  return column.some((value) => typeof value === 'number') ? column : null
}

function arrange(columns: SeriesColumns): MetricSeries {
  const length = Math.min(columns.steps.length, columns.values.length)
  const order = orderOf(columns.steps, length)
  const pick = (column: ArrayLike<unknown> | null | undefined): Float64Array | null =>
    column === null || column === undefined ? null : pickNumbers(column, order)
  return {
    // Adding zero turns -0 into 0, which are one step.
    steps: pickNumbers(columns.steps, order).map((step) => step + 0),
    values: pickNumbers(columns.values, order),
    timesMs: pick(columns.timesMs),
    epochs: pick(columns.epochs),
    basis: columns.basis ?? 'full',
    total: columns.total === undefined ? length : columns.total,
    ...(columns.stepUnit === undefined || columns.stepUnit === 'step'
      ? {}
      : { stepUnit: columns.stepUnit }),
  }
}

/** The places of the points that stay, by rising step. */
function orderOf(steps: ArrayLike<number>, length: number): Uint32Array {
  const kept = new Uint32Array(length)
  let count = 0
  let isRising = true
  for (let i = 0; i < length; i++) {
    const step = steps[i]
    if (!Number.isFinite(step)) continue
    if (count > 0 && Number(step) <= Number(steps[kept[count - 1] ?? 0])) isRising = false
    kept[count++] = i
  }
  const places = kept.subarray(0, count)
  return isRising ? places : lastOfEachStep(steps, places)
}

function lastOfEachStep(steps: ArrayLike<number>, places: Uint32Array): Uint32Array {
  const sorted = places.toSorted((a, b) => Number(steps[a]) - Number(steps[b]) || a - b)
  return sorted.filter((place, i) => steps[place] !== steps[sorted[i + 1] ?? -1])
}

function pickNumbers(column: ArrayLike<unknown>, order: Uint32Array): Float64Array {
  const picked = new Float64Array(order.length)
  for (let i = 0; i < order.length; i++) {
    const value = column[order[i] ?? 0]
    picked[i] = typeof value === 'number' ? value : NaN
  }
  return picked
}
