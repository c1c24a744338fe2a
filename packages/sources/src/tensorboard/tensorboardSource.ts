import { sharedTask } from '../async/sharedTask.ts'
import { defineSource } from '../define/defineSource.ts'
import type { RunSource } from '../source.ts'
import { readTracked } from '../trackers/readTracked.ts'
import { createCatalog } from '../trackers/runCatalog.ts'
import { contextOf, type TrackerAccess } from '../trackers/trackerOptions.ts'
import { listRuns } from './listRuns.ts'
import { placeScalars } from './placeScalars.ts'
import { readReservoir } from './readReservoir.ts'
import { readRunNames } from './readRuns.ts'
import { readScalars } from './readScalars.ts'

export interface TensorboardSourceOptions extends TrackerAccess {
  /** @default 'tensorboard' */
  readonly id?: string
  /** Where TensorBoard answers: `http://localhost:6006`, or a path of the page's own origin. */
  readonly baseUrl: string
}

/**
 * Returns a source of the runs that a TensorBoard shows.
 *
 * TensorBoard keeps 1000 points of a series unless it was started with another
 * `--samples_per_plugin`. A series that has as many is `sampled`, with a notice, unless its steps
 * lie at equal distances, as those of a sample do not: its best value may not be the best. The
 * event files themselves hold all points.
 */
export function tensorboardSource({
  id = 'tensorboard',
  baseUrl,
  ...access
}: TensorboardSourceOptions): RunSource {
  const context = contextOf(baseUrl, access)
  const catalog = createCatalog((runId, signal) => readRunNames(context, runId, signal))
  return defineSource({
    id,
    listRuns: (query, options) => listRuns({ context, catalog, sourceId: id }, query, options),
    readSeries(requests, options) {
      // Asked for with each call: TensorBoard may be started anew with another size.
      const reservoir = sharedTask((signal) => readReservoir(context, signal))
      return readTracked(
        {
          sourceId: id,
          catalog,
          async read(tag, { runId }, signal) {
            const size = await reservoir(signal)
            const [points] = await readScalars(context, [{ run: runId, tag }], signal)
            if (points instanceof Error) throw points
            return placeScalars(points ?? [], size)
          },
        },
        requests,
        options,
      )
    },
  })
}
