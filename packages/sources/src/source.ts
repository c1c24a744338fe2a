import type { MetricSeries, Notice, Run, RunoffError, RunStatus } from '@runoff/core'

/** Which runs are wanted; what is left out does not narrow. */
export interface RunQuery {
  /** Exactly these runs; unknown ids are left out of the answer. */
  readonly ids?: readonly string[]
  /** Text that the name, model or dataset contains, letter case aside. */
  readonly search?: string
  readonly status?: readonly RunStatus[]
  /** Whether archived runs are wanted too. @default false */
  readonly includeArchived?: boolean
  /** `nextCursor` of the page before. */
  readonly cursor?: string | null
  /** At most this many runs in one page; a source may give fewer. */
  readonly limit?: number
}

export interface RunPage {
  /** In the order of the source, stable while its runs do not change. */
  readonly runs: readonly Run[]
  /** `null` on the last page. */
  readonly nextCursor: string | null
  /** How many runs match in all, `null` where the source cannot tell. */
  readonly total: number | null
  /** What was odd about the runs or could not be read; the rest is there all the same. */
  readonly notices?: readonly Notice[]
}

export interface SeriesRequest {
  readonly runId: string
  readonly metric: string
  /** First and last step wanted, both included. */
  readonly range?: { readonly from: number; readonly to: number }
  /** About how many points can be shown; a source may give more, and says `sampled` if it cut. */
  readonly maxPoints?: number
  /** Only points after this step. */
  readonly since?: number
}

/** One answer for each request, in their order: a series or the reason why there is none. */
export type SeriesResult =
  | {
      readonly request: SeriesRequest
      /** Without points where the run is known and has not logged this metric. */
      readonly series: MetricSeries
      readonly error: null
      readonly notices?: readonly Notice[]
    }
  | { readonly request: SeriesRequest; readonly series: null; readonly error: RunoffError }

export interface RequestOptions {
  readonly signal?: AbortSignal
}

export type RunEvent =
  | { readonly kind: 'runs-changed'; readonly runIds: readonly string[] }
  | { readonly kind: 'points'; readonly runId: string; readonly metric: string }

/** Where runs come from. An ability that a source may lack is an optional method. */
export interface RunSource {
  /** Unique where several sources are combined. */
  readonly id: string
  listRuns(query: RunQuery, options?: RequestOptions): Promise<RunPage>
  readSeries(
    requests: readonly SeriesRequest[],
    options?: RequestOptions,
  ): Promise<readonly SeriesResult[]>
  /** Calls back when runs change, until stopped. Absent where the source cannot push. */
  watch?(query: RunQuery, onEvent: (event: RunEvent) => void): () => void
  /** Absent where the source cannot archive. */
  setArchived?(ids: readonly string[], archived: boolean, options?: RequestOptions): Promise<void>
}
