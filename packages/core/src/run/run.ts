/** Which end of a metric is better. */
export type Goal = 'min' | 'max'

/** What runs are compared by: one metric and which end of it is better. */
export interface Objective {
  readonly metric: string
  readonly goal: Goal
}

/** Every status that a run can have. */
export const runStatuses = [
  'queued',
  'running',
  'completed',
  'failed',
  'cancelled',
  'unknown',
] as const

export type RunStatus = (typeof runStatuses)[number]

/** What a number was computed from; a best taken from anything but `full` may not be the best. */
export type Basis = 'full' | 'sampled' | 'last-only' | 'summary'

/** One parameter, flattened; a list is kept as its JSON text. */
export type ParamValue = string | number | boolean | null

/** What is known of one metric of a run without reading its series. */
export interface MetricSummary {
  /** The last logged value, which may be `NaN` or infinite; `null` where none is known. */
  readonly last: number | null
  /** The lowest finite value. */
  readonly min: number | null
  /** The highest finite value. */
  readonly max: number | null
  readonly minStep: number | null
  readonly maxStep: number | null
  readonly lastStep: number | null
  /** How many points were logged, non-finite ones included. */
  readonly count: number
  /** Of an evaluation: the same metric in training when the lowest value was logged, if known. */
  readonly trainAtMin?: number | null
  /** And when the highest was. */
  readonly trainAtMax?: number | null
  readonly basis: Basis
}

/** The checkpoint at which the run was at its best, as far as its source tells. */
export interface BestCheckpoint {
  readonly step: number | null
  readonly epoch: number | null
  readonly checkpointPath: string | null
}

/** One training run. Missing is `null`; names that come from users are keys of a `Map`. */
export interface Run {
  /** Unique within its source. */
  readonly id: string
  /** The `id` of the source it came from. */
  readonly source: string
  readonly name: string
  /** As the source gave it; `cleanModelName` makes it readable. */
  readonly model: string | null
  readonly dataset: string | null
  readonly status: RunStatus
  readonly createdAtMs: number | null
  readonly startedAtMs: number | null
  readonly endedAtMs: number | null
  readonly step: number | null
  readonly totalSteps: number | null
  readonly epoch: number | null
  readonly totalEpochs: number | null
  /** By canonical name: `train/loss`, `eval/loss`, `learning_rate`, `grad_norm`, … */
  readonly metrics: ReadonlyMap<string, MetricSummary>
  /** Flattened: `optimizer`, `lora.r`, … */
  readonly params: ReadonlyMap<string, ParamValue>
  readonly best: BestCheckpoint
  readonly gpuHours: number | null
  readonly seed: string | null
  readonly group: string | null
  readonly tags: ReadonlyMap<string, string>
  readonly archived: boolean
  readonly url: string | null
}

/** Whether more points of this run may still come. */
export function isLive(run: Pick<Run, 'status'>): boolean {
  return run.status === 'running' || run.status === 'queued'
}
