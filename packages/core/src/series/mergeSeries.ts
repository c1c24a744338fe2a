import { firstAbove, firstAtLeast } from './findStep.ts'
import type { MetricSeries } from './series.ts'
import { unionOfSteps } from './unionOfSteps.ts'

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
  const parts = new Map<string, Part>()
  for (const [runId, { steps, values }] of seriesByRun) {
    const range = [firstAtLeast(steps, from), firstAbove(steps, to)] as const
    parts.set(runId, { steps: steps.subarray(...range), values: values.subarray(...range) })
  }
  const x = unionOfSteps(Array.from(parts.values(), ({ steps }) => steps))
  const columns = new Map<string, Float64Array>()
  for (const [runId, part] of parts) columns.set(runId, spread(part, x))
  return { x, columns }
}

type Part = Pick<MetricSeries, 'steps' | 'values'>

function spread({ steps, values }: Part, x: Float64Array): Float64Array {
  // As many steps as there are in all: they are the same, and there is nothing to look up.
  if (steps.length === x.length) return values.slice()
  const column = new Float64Array(x.length).fill(NaN)
  let place = 0
  for (let i = 0; i < steps.length; i++) {
    const step = steps[i] as number
    while (place < x.length && x[place] !== step) place++
    column[place] = values[i] as number
  }
  return column
}
