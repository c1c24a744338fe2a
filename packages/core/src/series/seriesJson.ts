import { numberToJson, type NumberJson } from '../text/numberJson.ts'
import { readNumber } from '../text/readValue.ts'
import type { Basis } from '../run/run.ts'
import { defineSeries } from './defineSeries.ts'
import type { MetricSeries, StepUnit } from './series.ts'

/** A series as plain JSON: columns of equal length. */
export interface SeriesJson {
  readonly steps: readonly number[]
  readonly values: readonly (NumberJson | null)[]
  readonly times: readonly (number | null)[] | null
  readonly epochs: readonly (number | null)[] | null
  readonly basis: Basis
  readonly total: number | null
  readonly stepUnit: StepUnit
}

/** Returns a series as plain JSON; non-finite values become text, unknown times and epochs `null`. */
export function seriesToJson(series: MetricSeries): SeriesJson {
  return {
    steps: Array.from(series.steps),
    values: Array.from(series.values, numberToJson),
    times: column(series.timesMs),
    epochs: column(series.epochs),
    basis: series.basis,
    total: series.total,
    stepUnit: series.stepUnit ?? 'step',
  }
}

/** Returns the series that `seriesToJson` wrote. Missing: `null` in `values` means `NaN`. */
export function seriesFromJson(json: SeriesJson): MetricSeries {
  return defineSeries({
    steps: json.steps,
    values: json.values.map(readNumber),
    timesMs: json.times,
    epochs: json.epochs,
    basis: json.basis,
    total: json.total,
    stepUnit: json.stepUnit,
  })
}

function column(values: Float64Array | null): readonly (number | null)[] | null {
  return values && Array.from(values, (value) => (Number.isFinite(value) ? value : null))
}
