import type { ComparisonView, MetricSeries, Notice, Objective, PolicyName, Run } from '@runoff/core'

/** A comparison that was kept: its runs, all points of their metrics, and how it was looked at. */
export interface Snapshot {
  /** Unix time in milliseconds at which it was made. */
  readonly createdAtMs: number
  readonly objective: Objective
  /** The rule that chose the run to keep; `null` where it was a function of the host. */
  readonly policy: PolicyName | null
  readonly view: ComparisonView
  readonly runs: readonly Run[]
  readonly series: readonly SnapshotSeries[]
  /**
   * The ids of runs that are here for the answer that was given of them, without their curves.
   */
  readonly withoutSeries: readonly string[]
  /** What belongs to these runs and could not be read. */
  readonly failures: readonly SnapshotFailure[]
}

export interface SnapshotSeries {
  readonly runId: string
  readonly metric: string
  readonly series: MetricSeries
  /** What was odd about it. */
  readonly notices: readonly Notice[]
}

/** A series that is not in a snapshot, and why. */
export interface SnapshotFailure {
  readonly runId: string
  readonly metric: string
  readonly message: string
}

/** What a snapshot calls itself; the element of a page that holds one has it as its id. */
export const snapshotFormat = 'runoff-snapshot'
export const snapshotVersion = 1

/** What a page begins with that holds a snapshot: by its format it is recognised, whatever it is named. */
export const snapshotPageHead: string = `<!doctype html><html lang="en" data-format="${snapshotFormat}">`

/** What stands before and after the data in a page. */
export const snapshotDataTags: { readonly open: string; readonly close: string } = {
  open: `<script type="application/json" id="${snapshotFormat}">`,
  close: '</script>',
}
