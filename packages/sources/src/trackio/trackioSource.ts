import { sharedTask } from '../async/sharedTask.ts'
import { defineSource } from '../define/defineSource.ts'
import type { RunSource } from '../source.ts'
import { readTracked } from '../trackers/readTracked.ts'
import { createCatalog } from '../trackers/runCatalog.ts'
import { contextOf, type TrackerAccess } from '../trackers/trackerOptions.ts'
import { listRuns } from './listRuns.ts'
import { readLog, readPoints, type TrackioLog } from './readPoints.ts'
import { findRun, readRunNames } from './readRuns.ts'

export interface TrackioSourceOptions extends TrackerAccess {
  /** @default 'trackio' */
  readonly id?: string
  /** Where the dashboard answers: `http://localhost:7860`, or a path of the page's own origin. */
  readonly baseUrl: string
  /** Only the runs of these projects; those of all without it. */
  readonly projects?: readonly string[]
}

/**
 * Returns a source of the runs that a Trackio dashboard shows. It changes nothing there.
 *
 * Series are whole, and hold `NaN` and infinities as they were logged where the dashboard answers
 * queries; one that does not gives nothing for them, which is read as `NaN` and said in a notice.
 * Trackio does not tell how a run ended: its status is `unknown`.
 */
export function trackioSource({
  id = 'trackio',
  baseUrl,
  projects,
  ...access
}: TrackioSourceOptions): RunSource {
  const context = contextOf(baseUrl, access)
  const place = { context, sourceId: id, projects: projects && [...projects] }
  const catalog = createCatalog((runId, signal) => readRunNames(place, runId, signal))
  return defineSource({
    id,
    listRuns: (query, options) => listRuns({ ...place, catalog }, query, options),
    readSeries(requests, options) {
      const logs = new Map<string, (signal?: AbortSignal) => Promise<TrackioLog>>()
      const logOf = (runId: string): ((signal?: AbortSignal) => Promise<TrackioLog>) =>
        logs.get(runId) ??
        sharedTask(async (signal) => readLog(context, await findRun(place, runId, signal), signal))
      return readTracked(
        {
          sourceId: id,
          catalog,
          async read(metric, { runId }, signal) {
            const readOnce = logOf(runId)
            logs.set(runId, readOnce)
            return readPoints(context, { log: await readOnce(signal), metric }, signal)
          },
        },
        requests,
        options,
      )
    },
  })
}
