import { defineSource } from '../define/defineSource.ts'
import type { RunSource } from '../source.ts'
import { createCatalog } from '../trackers/runCatalog.ts'
import { readTracked } from '../trackers/readTracked.ts'
import { contextOf, type TrackerAccess } from '../trackers/trackerOptions.ts'
import { listRuns, type MlflowList } from './listRuns.ts'
import { readHistory } from './readHistory.ts'
import { readRunNames } from './readRun.ts'

export interface MlflowSourceOptions extends TrackerAccess {
  /** @default 'mlflow' */
  readonly id?: string
  /** Where MLflow answers: `http://localhost:5000`, or a path of the page's own origin. */
  readonly baseUrl: string
  /** Only the runs of these experiments; those of all active experiments without it. */
  readonly experimentIds?: readonly string[]
}

/**
 * Returns a source of the runs that an MLflow tracking server keeps. It changes nothing there.
 *
 * A list holds the last value of each metric (`basis: 'last-only'`), which is all that MLflow tells
 * of it; series are whole. Only where a series has more points than one answer of MLflow holds,
 * 25 000, and `maxPoints` is given, MLflow is asked for a sample, and the series says so.
 */
export function mlflowSource({
  id = 'mlflow',
  baseUrl,
  experimentIds,
  ...access
}: MlflowSourceOptions): RunSource {
  const context = contextOf(baseUrl, access)
  const shown = experimentIds && [...experimentIds]
  const catalog = createCatalog((runId, signal) => readRunNames(context, { runId, shown }, signal))
  const list: MlflowList = { context, catalog, shown, sourceId: id }
  const reading = {
    sourceId: id,
    catalog,
    read: readHistory(context),
  }
  return defineSource({
    id,
    listRuns: (query, options) => listRuns(list, query, options),
    readSeries: (requests, options) => readTracked(reading, requests, options),
  })
}
