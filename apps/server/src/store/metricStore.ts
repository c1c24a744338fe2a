import type { MetricSeries, Notice, Run, RunInput, RunStatus } from '@runoff/core'

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

/**
 * What pages of runs are ordered by: `saved` and `started` with the latest first, `name` by its
 * first 200 characters, letter case aside (`nameKey`), `status` with what still runs first
 * (`statusOrder`), a metric with its lowest value first. Runs of which it is not known, a metric
 * that is `NaN` among them, come last, and equal ones with those saved last first: both also where
 * the order is turned round.
 */
export type RunOrder =
  | 'saved'
  | 'name'
  | 'status'
  | 'started'
  | { readonly metric: string; readonly of: 'last' | 'min' | 'max' }

/** What runs can be counted by. */
export type RunGrouping = 'model' | 'dataset' | 'group' | 'status'

export interface StoredRunQuery {
  readonly experimentId: string
  /** Exactly these runs; unknown ids are left out of the answer. */
  readonly ids?: readonly string[]
  /** Text that the name, model or dataset contains, letter case aside. */
  readonly search?: string
  readonly status?: readonly RunStatus[]
  /** @default false */
  readonly includeArchived?: boolean
  /** @default 'saved' */
  readonly order?: RunOrder
  /** Whether the order is turned round. @default false */
  readonly isReversed?: boolean
  /** `nextCursor` of the page before, of the same query. */
  readonly cursor?: string | null
  readonly limit: number
}

/** How many of the runs that match share one value. */
export interface RunCount {
  /** `null` counts the runs that have none. */
  readonly value: string | null
  readonly count: number
}

export interface StoredRunPage {
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
  /** Points of a step that was there already, of the same segment or a later one; that one stays. */
  readonly duplicates: number
}

/**
 * What may change of a run while it is recorded; what is left out stays, and `null` takes back what
 * was known. `best` is changed field by field.
 */
export interface RunChange extends Pick<
  RunInput,
  | 'name'
  | 'model'
  | 'dataset'
  | 'status'
  | 'startedAt'
  | 'endedAt'
  | 'step'
  | 'totalSteps'
  | 'epoch'
  | 'totalEpochs'
  | 'best'
  | 'seed'
  | 'group'
> {
  /** Added to those that are there; one of the same name takes its place. */
  readonly params?: RunInput['params']
  /** Added to those that are there; one of the same name takes its place. */
  readonly tags?: RunInput['tags']
  /**
   * What training was like as a whole, by metric: kept as summaries without points, of the basis
   * `summary`. A metric that has points keeps what these say.
   */
  readonly summary?: ReadonlyMap<string, number>
  /** What is odd about series that have points, by metric, in place of what was said of them. */
  readonly notices?: ReadonlyMap<string, readonly Notice[]>
}

/** A piece of what a run printed, kept as it was. */
export interface LogChunk {
  /** Where it begins, in bytes of the whole log. */
  readonly offset: number
  readonly bytes: Uint8Array
}

export interface StoredLog extends LogChunk {
  /** Bytes of the whole log. */
  readonly size: number
}

/** Something that happened to a run, as the store numbers it. */
export interface StoreChange {
  /** Rises with every change, over all runs. */
  readonly sequence: number
  readonly experimentId: string
  readonly runId: string
  /**
   * The metrics that got points, each with the first and last step of what was added or replaced;
   * else empty. Whoever reads these stretches again, and puts them in the place of what was there,
   * has what the store has.
   */
  readonly metrics: readonly {
    readonly metric: string
    readonly from: number
    readonly to: number
  }[]
  /** Bytes of the run's log after something was added to it; `null` for any other change. */
  readonly logSize: number | null
}

export interface StoreChanges {
  /** In the order of their sequence. */
  readonly changes: readonly StoreChange[]
  /** The last sequence that there is, `0` before the first change. */
  readonly latest: number
  /**
   * Whether changes after the sequence asked for are no longer known, or that sequence is none that
   * there was: all may have changed.
   */
  readonly hasGap: boolean
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
  /**
   * Makes a run without points, to be recorded. A run of the same id stays as it is and is returned,
   * so that asking again does no harm.
   *
   * @throws {RunoffError} `not-found` when the experiment is unknown; `bad-run` when the id belongs
   * to a run of another one.
   */
  createRun(experimentId: string, run: Run): Promise<Run>
  /**
   * Changes what is known of a run, and returns it as it is then.
   *
   * @throws {RunoffError} `not-found` for an unknown run.
   */
  updateRun(runId: string, change: RunChange): Promise<Run>
  /** @throws {RunoffError} `bad-option` when the cursor is none that this store gave. */
  listRuns(query: StoredRunQuery): Promise<StoredRunPage>
  /** Counts the runs that match, by what they share; the most frequent first, then by value. */
  countRuns(
    query: Omit<StoredRunQuery, 'cursor' | 'limit' | 'order' | 'isReversed'>,
    by: RunGrouping,
  ): Promise<readonly RunCount[]>
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
   * Adds points to a run, so that sending the same points again changes nothing. `segment` counts
   * how often the run was started again, from 0: where steps repeat, the value of the later segment
   * stands, and within one segment that which came first. What was saved with the run is of
   * segment 0.
   *
   * @throws {RunoffError} `not-found` for an unknown run; `bad-run` when a step is not finite or the
   * segment no whole number from 0 on.
   */
  appendPoints(
    runId: string,
    series: ReadonlyMap<string, MetricSeries>,
    segment?: number,
  ): Promise<AppendOutcome>
  /**
   * Puts series in the place of those of the same metrics: for a log that shows late what its
   * points are to be placed by. The points count as of the latest segment that the metric had.
   *
   * @throws {RunoffError} `not-found` for an unknown run; `bad-run` when a step is not finite.
   */
  replaceSeries(
    runId: string,
    series: ReadonlyMap<string, MetricSeries>,
    notices?: ReadonlyMap<string, readonly Notice[]>,
  ): Promise<void>
  /**
   * Reads series, cut down to `maxPoints` where they are longer: of each stretch of steps the
   * first, lowest, highest and last point stay, and the first of each kind of non-finite value.
   *
   * @throws {RunoffError} `not-found` for an unknown run.
   */
  readSeries(runId: string, query?: StoredSeriesQuery): Promise<readonly StoredSeries[]>
  /**
   * Adds to what the run printed and returns how many bytes of it are kept. Bytes that are there
   * already are not kept twice.
   *
   * @throws {RunoffError} `not-found` for an unknown run; `bad-option` when the chunk begins behind
   * the end of what is there, for what lies between would be lost, or at no whole byte.
   */
  appendLog(runId: string, chunk: LogChunk): Promise<number>
  /**
   * Returns a part of what the run printed, from byte `from` on, at most `maxBytes` of it: nothing,
   * at the end of the log, where `from` lies behind it.
   *
   * @throws {RunoffError} `not-found` for an unknown run; `bad-option` when a bound is no whole
   * number from 0 on.
   */
  readLog(
    runId: string,
    range?: { readonly from?: number; readonly maxBytes?: number },
  ): Promise<StoredLog>
  /**
   * Returns what happened after a change, whoever made it: another process may write to the same
   * store. Every write of a run that changed something is one change, and at most `limit` are
   * returned, 1000 unless said. Only the latest changes are known, some hundred thousand.
   */
  readChanges(after: number, limit?: number): Promise<StoreChanges>
  /** Closing it again does nothing. */
  close(): Promise<void>
}
