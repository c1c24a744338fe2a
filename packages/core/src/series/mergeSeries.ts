import { firstAbove, firstAtLeast } from './findStep.ts'
import type { MetricSeries } from './series.ts'

/** Series side by side on one common x, as a table needs them. */
export interface MergedSeries {
  /** Every step that any series has, rising, each once. */
  readonly x: Float64Array
  /** By run id, each as long as `x`; `NaN` where the run has no point there. */
  readonly columns: ReadonlyMap<string, Float64Array>
}

export interface MergeSeriesOptions {
  /** Only steps within these, both included. */
  readonly range?: { readonly from: number; readonly to: number }
}

/**
 * Returns the series of several runs on the union of their steps. Nothing is interpolated: a run
 * has a value only where it logged one.
 */
export function mergeSeries(
  seriesByRun: ReadonlyMap<string, MetricSeries>,
  options: MergeSeriesOptions = {},
): MergedSeries {
  const { from = -Infinity, to = Infinity } = options.range ?? {}
  const x = unionOf(
    Array.from(seriesByRun.values(), ({ steps }) =>
      steps.subarray(firstAtLeast(steps, from), firstAbove(steps, to)),
    ),
  )
  const columns = new Map<string, Float64Array>()
  for (const [runId, series] of seriesByRun) columns.set(runId, spread(series, x))
  return { x, columns }
}

function unionOf(columns: readonly Float64Array[]): Float64Array {
  const all = new Float64Array(columns.reduce((sum, column) => sum + column.length, 0))
  let end = 0
  for (const column of columns) {
    all.set(column, end)
    end += column.length
  }
  all.sort()
  let count = 0
  for (const step of all) {
    if (count === 0 || step !== all[count - 1]) all[count++] = step
  }
  return all.slice(0, count)
}

function spread({ steps, values }: MetricSeries, x: Float64Array): Float64Array {
  const column = new Float64Array(x.length).fill(NaN)
  let at = firstAtLeast(steps, x[0] ?? Infinity)
  for (let i = 0; i < x.length && at < steps.length; i++) {
    if (steps[at] === x[i]) column[i] = values[at++] ?? NaN
  }
  return column
}
