import type { MetricSeries, Notice, Run, RunStatus } from '@runoff/core'

/** A named set of runs. */
export interface Experiment {
  /** Given by the store: a UUID that never holds anything of the name. */
  readonly id: string
  readonly name: string
  readonly runCount: number
}

/** A run as it is handed in to be kept. */
export interface RunRecord {
  readonly experimentId: string
  readonly run: Run
  readonly series: ReadonlyMap<string, MetricSeries>
  /** What was odd about a series, by metric. */
  readonly notices?: ReadonlyMap<string, readonly Notice[]>
  /** Tells whether the run is still what it was when it was last saved. */
  readonly contentHash: string
}

/** What saving a run came to. */
export type SaveOutcome = 'created' | 'replaced' | 'unchanged'

export interface StoredRunQuery {
  readonly experimentId: string
  /** Exactly these runs; unknown ids are left out of the answer. */
  readonly ids?: readonly string[]
  /** Text that the name, model or dataset contains, letter case aside. */
  readonly search?: string
  readonly status?: readonly RunStatus[]
  /** @default false */
  readonly includeArchived?: boolean
  /** `nextCursor` of the page before. */
  readonly cursor?: string | null
  readonly limit: number
}

export interface StoredRunPage {
  /** Those saved last come first. */
  readonly runs: readonly Run[]
  /** `null` on the last page. */
  readonly nextCursor: string | null
  /** How many runs match in all. */
  readonly total: number
}

export interface StoredSeriesQuery {
  /** In the order of the answer; without it, all metrics that the run has points of. */
  readonly metrics?: readonly string[]
  /** First step wanted. */
  readonly from?: number
  /** Last step wanted. */
  readonly to?: number
  /** Only points after this step. */
  readonly since?: number
  /** At most this many points of each series; at least 8, one for each kind that sampling keeps. */
  readonly maxPoints?: number
}

export interface StoredSeries {
  readonly metric: string
  /** Without points where the run has not logged this metric. */
  readonly series: MetricSeries
  readonly notices: readonly Notice[]
}

export interface AppendOutcome {
  readonly accepted: number
  /** Points of a step that was there already; the one that was there stays. */
  readonly duplicates: number
}

/**
 * Where the server keeps runs. Every promise that resolves after a write means that the write is
 * on the disk; every one that rejects means that nothing of it is.
 */
export interface MetricStore {
  /** Returns the experiment of this name, made if there is none. */
  createExperiment(name: string): Promise<Experiment>
  /** Returns one experiment, or `null` where there is none of this id. */
  getExperiment(id: string): Promise<Experiment | null>
  /** In the order of their names. */
  listExperiments(): Promise<readonly Experiment[]>
  /**
   * Keeps a run and its series, in place of what was kept under its id.
   *
   * @throws {RunoffError} `bad-run` when a step is not finite; `not-found` when the experiment is
   * unknown.
   */
  saveRun(record: RunRecord): Promise<SaveOutcome>
  /** @throws {RunoffError} `bad-option` when the cursor is none that this store gave. */
  listRuns(query: StoredRunQuery): Promise<StoredRunPage>
  /** Returns one run, or `null` where the experiment has no such run. */
  getRun(experimentId: string, runId: string): Promise<Run | null>
  /**
   * Archives a run or takes it back. What a person chose outlasts what the source of the run says
   * when it is saved again.
   *
   * @throws {RunoffError} `not-found` for an unknown run.
   */
  setArchived(runId: string, archived: boolean): Promise<void>
  /**
   * Adds points to a run, so that sending the same points again changes nothing.
   *
   * @throws {RunoffError} `not-found` for an unknown run; `bad-run` when a step is not finite.
   */
  appendPoints(runId: string, series: ReadonlyMap<string, MetricSeries>): Promise<AppendOutcome>
  /**
   * Reads series, cut down to `maxPoints` where they are longer: of each stretch of steps the
   * first, lowest, highest and last point stay, and the first of each kind of non-finite value.
   *
   * @throws {RunoffError} `not-found` for an unknown run.
   */
  readSeries(runId: string, query?: StoredSeriesQuery): Promise<readonly StoredSeries[]>
  /** Closing it again does nothing. */
  close(): Promise<void>
}
