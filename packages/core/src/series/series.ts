import type { Basis } from '../run/run.ts'

/**
 * What the numbers in `steps` count. A log that names no step has points that can only be placed
 * by their `epoch`, or by their order in the log (`record`); they must not be drawn as steps.
 */
export type StepUnit = 'step' | 'epoch' | 'record'

/** One logged metric as columns of equal length, in the order of training. */
export interface MetricSeries {
  /** Training step of each point, strictly increasing, finite; may be fractional. */
  readonly steps: Float64Array
  /** Logged value of each point, in the metric's own unit; `NaN` where the log held no number. */
  readonly values: Float64Array
  /** Unix time of each point in milliseconds, `NaN` where unknown; `null` where none is known. */
  readonly timesMs: Float64Array | null
  /** Epoch of each point, may be fractional, `NaN` where unknown; `null` where none is known. */
  readonly epochs: Float64Array | null
  /** What these points are of all that were logged. */
  readonly basis: Basis
  /** How many points the source has, where it told; more than `steps.length` where it sampled. */
  readonly total: number | null
  /** What `steps` counts. @default 'step' */
  readonly stepUnit?: StepUnit
}

/** One point of a series, as a host hands it in. */
export interface SeriesPoint {
  readonly step: number
  /** Missing and `null` mean that the log held no number here: the point becomes `NaN`. */
  readonly value: number | null | undefined
  readonly timeMs?: number | null
  readonly epoch?: number | null
}

/** The columns of a series, as a host hands them in. */
export interface SeriesColumns {
  readonly steps: ArrayLike<number>
  readonly values: ArrayLike<number | null | undefined>
  readonly timesMs?: ArrayLike<number | null | undefined> | null
  readonly epochs?: ArrayLike<number | null | undefined> | null
  readonly basis?: Basis
  readonly total?: number | null
  readonly stepUnit?: StepUnit
}
